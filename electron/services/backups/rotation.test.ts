import { describe, expect, it } from 'vitest';
import { type Dated, keptBackups } from './rotation.ts';

const day = 86_400_000;
const now = new Date('2026-11-24T01:55:00Z');

const made = (at: string | number, reason: Dated['reason'] = 'daily', verified = true): Dated => {
  const madeAt = new Date(at).toISOString();
  return { id: `${madeAt}${reason}`, madeAt, verifiedAt: verified ? madeAt : null, reason };
};
const daily = (days: number, from = now.getTime()): Dated[] => Array.from({ length: days }, (_, age) => made(from - age * day));
const keptDays = (list: readonly Dated[], at = now): string[] => {
  const kept = keptBackups(list, at);
  return list.filter(({ id }) => kept.has(id)).map(({ madeAt }) => madeAt.slice(0, 10)).toSorted().toReversed();
};

describe('of one backup a day', () => {
  it('keeps seven days, four weeks, twelve months and every year', () => {
    const years = daily(365 * 5 + 2);
    expect(keptDays(years)).toEqual([
      '2026-11-24', '2026-11-23', '2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18',
      '2026-11-15', '2026-11-08', '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31',
      '2025-12-31', '2024-12-31', '2023-12-31', '2022-12-31', '2021-12-31',
    ]);
  });

  it('keeps the leap day where it is the last of its month', () => {
    expect(keptDays(daily(120, Date.parse('2028-04-02T00:00:00Z')), new Date('2028-04-02T00:00:00Z'))).toContain('2028-02-29');
  });

  it('keeps the last of each day', () => {
    const list = [made('2026-11-23T02:00:00Z'), made('2026-11-23T09:00:00Z', 'quit'), made('2026-11-24T00:10:00Z')];
    expect([...keptBackups(list, now)].toSorted()).toEqual([list[1]?.id, list[2]?.id]);
  });
});

describe('after a gap', () => {
  it('keeps what is old as long as nothing newer takes its place', () => {
    const list = daily(20, Date.parse('2024-03-10T08:00:00Z'));
    expect(keptDays(list)).toEqual(keptDays(list, new Date('2024-03-10T09:00:00Z')));
    expect(keptDays([made(now.getTime()), ...list]).slice(0, 7)).toEqual(['2026-11-24', '2024-03-10', '2024-03-09', '2024-03-08', '2024-03-07', '2024-03-06', '2024-03-05']);
  });
});

describe('made for a reason', () => {
  it.each(['asked', 'migration', 'import', 'restore', 'cleaning'] as const)('keeps one that was %s for thirty days', (reason) => {
    const list = [made('2026-10-26T03:00:00Z', reason), made('2026-10-26T04:00:00Z'), ...daily(60)];
    expect(keptBackups(list, now).has(list[0]?.id ?? '')).toBe(true);
    expect(keptBackups(list, new Date(now.getTime() + 2 * day)).has(list[0]?.id ?? '')).toBe(false);
  });
});

describe('where the clock was wrong', () => {
  it('keeps seven days of the present beside what lies in the future', () => {
    const future = daily(30, Date.parse('2036-01-20T00:00:00Z'));
    const kept = keptDays([...future, ...daily(30)]);
    expect(kept.filter((date) => date.startsWith('2026-11')).length).toBeGreaterThanOrEqual(8);
    expect(kept).toContain('2036-01-20');
  });
});

describe('where something is not verified', () => {
  it('never lets the last verified one go for it', () => {
    const list = [made('2026-11-24T01:00:00Z', 'daily', false), made('2026-11-23T01:00:00Z', 'daily', false), made('2019-05-05T00:00:00Z')];
    expect(keptDays(list)).toEqual(['2026-11-24', '2019-05-05']);
  });

  it('lets it go when something newer is verified', () => {
    const list = [made('2026-11-24T01:00:00Z'), made('2026-11-23T01:00:00Z', 'daily', false)];
    expect(keptDays(list)).toEqual(['2026-11-24']);
  });
});

/** A sequence of numbers in [0, limit) that is the same every time. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
}

it('holds for any history: the newest verified stays, at most so many do, and nothing more goes at a second look', () => {
  const roll = dice(7);
  for (let turn = 0; turn < 500; turn++) {
    const list = Array.from({ length: roll(200) }, () =>
      made(now.getTime() - roll(4000) * day * (roll(12) === 0 ? -1 : 1) - roll(day), roll(6) === 0 ? 'asked' : 'daily', roll(5) > 0),
    );
    const kept = keptBackups(list, now);
    const left = list.filter(({ id }) => kept.has(id));
    const good = list.filter(({ verifiedAt }) => verifiedAt !== null).map(({ madeAt }) => madeAt).toSorted();
    if (good.length > 0) expect(left.some(({ madeAt }) => madeAt === good.at(-1))).toBe(true);
    const past = good.filter((at) => Date.parse(at) <= now.getTime());
    if (past.length > 0) expect(left.some(({ madeAt }) => madeAt === past.at(-1))).toBe(true);
    for (const year of new Set(good.map((at) => at.slice(0, 4)))) expect(left.some(({ madeAt }) => madeAt.startsWith(year))).toBe(true);
    expect(left.filter(({ reason }) => reason === 'daily').length).toBeLessThanOrEqual(2 * (7 + 4 + 12 + 12) + 1);
    expect(keptBackups(left, now)).toEqual(kept);
  }
});
