import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok } from '#shared/result.ts';
import type { MeetingSummary } from '#shared/rpc/schemas.ts';
import { createMeetingList, type ReadPage } from './list.ts';

const archive = (count: number): MeetingSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `meeting${index}`,
    title: `第 ${index} 次理事會`,
    organisation: '青禾綠化協會',
    body: '理事會',
    term: 1,
    session: index + 1,
    start: '2026-01-19',
    year: 2026,
    stage: 'draft' as const,
    pinned: false,
    trashedAt: null,
    createdAt: '2026-01-19T00:00:00.000Z',
    updatedAt: '2026-01-19T00:00:00.000Z',
    revision: 1,
  }));

const reading = (meetings: MeetingSummary[]) =>
  vi.fn<ReadPage>((offset, limit) => Promise.resolve(ok({ total: meetings.length, meetings: meetings.slice(offset, offset + limit) })));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('ten thousand meetings: the first 200 at once, the rest behind them, all in order', async () => {
  const read = reading(archive(10_000));
  const list = createMeetingList(read);
  const seen: number[] = [];
  list.state.subscribe(({ meetings }) => seen.push(meetings.length));
  await list.load();
  expect(seen[0]).toBe(200);
  const { kind, meetings, total } = list.state.getState();
  expect({ kind, total }).toEqual({ kind: 'ready', total: 10_000 });
  expect(meetings.map(({ id }) => id)).toEqual(archive(10_000).map(({ id }) => id));
  expect(read.mock.calls[0]).toEqual([0, 200]);
});

test('a later reading replaces the rows only when it is complete', async () => {
  const meetings = archive(3000);
  const list = createMeetingList(reading(meetings));
  await list.load();
  meetings.shift();
  const seen: number[] = [];
  list.state.subscribe((state) => seen.push(state.meetings.length));
  await list.load();
  expect(seen).toEqual([2999]);
});

test('many calls for a fresh list are one reading', async () => {
  const read = reading(archive(10));
  const list = createMeetingList(read);
  for (let call = 0; call < 20; call += 1) list.refresh();
  await vi.advanceTimersByTimeAsync(1000);
  expect(read).toHaveBeenCalledTimes(1);
});

test('a list that cannot be read says why; one that was there stays', async () => {
  const read = vi.fn<ReadPage>(() => Promise.resolve(fail('store.unreachable')));
  const list = createMeetingList(read);
  await list.load();
  expect(list.state.getState()).toMatchObject({ kind: 'failed', error: { code: 'store.unreachable' } });
  read.mockImplementation(reading(archive(3)));
  await list.load();
  read.mockImplementation(() => Promise.resolve(fail('store.unreachable')));
  await list.load();
  expect(list.state.getState()).toMatchObject({ kind: 'ready', total: 3 });
});

test('of two overlapping readings the later one counts', async () => {
  const answers: ((count: number) => void)[] = [];
  const list = createMeetingList(() => new Promise((done) => answers.push((count) => done(ok({ total: count, meetings: archive(count) })))));
  const first = list.load();
  const second = list.load();
  answers[1]!(2);
  await second;
  answers[0]!(5);
  await first;
  expect(list.state.getState().total).toBe(2);
});
