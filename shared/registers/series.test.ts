import { describe, expect, it } from 'vitest';
import { nextInSeries, type SeriesMeeting, takenBy } from './series.ts';

const meeting = (term: number | null, session: number | null, start: string | null = null, names: Partial<SeriesMeeting> = {}): SeriesMeeting => ({
  id: `m${term}x${session}x${start}`, title: `第${term}屆第${session}次`, organisation: '青禾綠化協會', body: '理事會', term, session, start, ...names,
});
const council = { organisation: '青禾綠化協會', body: '理事會' };

describe('the next of a series', () => {
  it('counts on in its 屆, whatever the order and the gaps', () => {
    const all = [meeting(3, 2), meeting(2, 12), meeting(3, 4), meeting(3, 1)];
    expect(nextInSeries(all, council)).toMatchObject({ last: { term: 3, session: 4 }, next: { term: 3, session: 5 } });
  });

  it('is of the same body only, in 繁 and 简 alike', () => {
    const all = [meeting(3, 4), meeting(9, 9, null, { body: '監事會' }), meeting(9, 9, null, { organisation: '松濤讀書會' })];
    expect(nextInSeries(all, { organisation: '青禾绿化协会', body: '理事会' }).next).toEqual({ term: 3, session: 5 });
    expect(nextInSeries(all, { organisation: '', body: '理事會' }).last).toBeNull();
    expect(nextInSeries(all, { organisation: '青禾綠化協會', body: '' }).last).toBeNull();
  });

  it('begins as the body begins where there is none yet, and goes by the date where nothing is counted', () => {
    expect(nextInSeries([], council, { term: 6, session: 1 })).toEqual({ last: null, next: { term: 6, session: 1 } });
    const bare = [meeting(null, null, '2024-01-01'), meeting(null, null, '2025-01-01'), meeting(null, null, '2023-01-01')];
    expect(nextInSeries(bare, council)).toMatchObject({ last: { start: '2025-01-01' }, next: { term: null, session: null } });
  });

  it('is free, for every series that is counted up to 9998', () => {
    let seed = 3;
    const roll = (limit: number) => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648), Math.floor(seed / 65_536) % limit);
    for (let turn = 0; turn < 200; turn++) {
      const all = Array.from({ length: 1 + roll(30) }, (_, at) => ({ ...meeting(1 + roll(4), 1 + roll(9998)), id: `meeting${at}` }));
      const { next, last } = nextInSeries(all, council);
      expect(takenBy(all, council, next)).toBeNull();
      expect(all.every((one) => (one.term ?? 0) <= (last?.term ?? 0))).toBe(true);
    }
  });
});

it('a 次 that is used already is said, but not of the meeting itself', () => {
  const all = [meeting(3, 4)];
  expect(takenBy(all, council, { term: 3, session: 4 })?.title).toBe('第3屆第4次');
  expect(takenBy(all, council, { term: 3, session: 4 }, all[0]?.id)).toBeNull();
  expect(takenBy(all, council, { term: 4, session: 4 })).toBeNull();
  expect(takenBy(all, council, { term: null, session: null })).toBeNull();
});
