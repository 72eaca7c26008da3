import { expect, it } from 'vitest';
import { keptVersions } from './retention.ts';

const now = new Date('2026-05-20T12:00:00');
const hour = 3_600_000;

interface Mark {
  name?: string;
  circulatedAt?: string;
}

/** Versions so many hours old, newest first; the revision says how old, in minutes. */
const aged = (...hours: (number | [hours: number, mark: Mark])[]) =>
  hours.map((given) => {
    const [age, mark] = typeof given === 'number' ? [given, {}] : given;
    return { revision: Math.round(age * 60), savedAt: new Date(now.getTime() - age * hour).toISOString(), name: mark.name ?? null, circulatedAt: mark.circulatedAt ?? null };
  });
const kept = (...hours: Parameters<typeof aged>) => [...keptVersions(aged(...hours), now)].map((minutes) => minutes / 60);
const newest = [0.1, 0.2, 0.3];

it('keeps every version of the last day', () => {
  const day = Array.from({ length: 100 }, (_, index) => 0.4 + index * 0.2);
  expect(kept(...newest, ...day)).toHaveLength(103);
});

it('keeps the last of each hour of the week before', () => {
  // Noon minus 48.9 hours is 11:06 of two days ago.
  expect(kept(...newest, 48.1, 48.5, 48.9, 49.1)).toEqual([...newest, 48.1, 49.1]);
});

it('keeps the last of each day before that, for good', () => {
  expect(kept(...newest, 200, 203, 206, 224, 232, 90_000, 90_002)).toEqual([...newest, 200, 206, 232, 90_000]);
});

it('always keeps what has a name, what was sent, and the newest three', () => {
  expect(kept(900, 900.1, 900.2, 900.3, [900.4, { name: '送核稿' }], [900.5, { circulatedAt: '2026-01-01T00:00:00.000Z' }])).toEqual([900, 900.1, 900.2, 900.4, 900.5]);
});

it('keeps what a wrong clock put into the future', () => {
  expect(kept(-800, -700, -600, -500.1, -500.2)).toHaveLength(5);
});
