/** The lines of the registers over many meetings: what each record says, and what later ones say of it. */
import { dueDay } from '../minutes/due.ts';
import { placeKey } from '../minutes/place.ts';
import type { ProgressState } from '../minutes/blocks/follow-up/index.ts';
import type { Stage } from '../minutes/stage.ts';
import type { ActionEntry, DecisionEntry, ElectionEntry, Entries, FollowEntry, Register } from './entries.ts';

/** What the registers say of the meeting that a line is from. */
export interface RegisterMeeting {
  id: string;
  title: string;
  organisation: string;
  body: string;
  term: number | null;
  session: number | null;
  start: string | null;
  year: number;
  stage: Stage;
}

interface Line {
  meeting: RegisterMeeting;
}

/** What a later meeting says became of it. */
export interface LaterState {
  state: ProgressState;
  words: string;
  meetingId: string;
  blockId: string;
}

export interface DecisionLine extends Line, DecisionEntry {
  later: LaterState | null;
}

export interface ActionLine extends Line, Omit<ActionEntry, 'done'> {
  state: ProgressState;
  /** The day of `due`; null where it is words. */
  day: string | null;
  /** When and where it was marked as done, or the meeting that said so. */
  done: { on: string; where: string } | null;
  /** Marked in its own record, so that the mark can be taken back there. */
  marked: boolean;
  later: LaterState | null;
}

export type ElectionLine = Line & ElectionEntry;

export interface Lines {
  decisions: DecisionLine[];
  actions: ActionLine[];
  elections: ElectionLine[];
}
export type AnyLine = Lines[Register][number];

/** A meeting and what its record gives; `meetings` of every function here come newest first. */
export interface Registered {
  meeting: RegisterMeeting;
  entries: Entries;
}

export type LatestFollows = ReadonlyMap<string, { entry: FollowEntry; meeting: RegisterMeeting }>;

/** The latest word on every decision and task that a later meeting follows up, by place. */
export function latestFollows(meetings: readonly Registered[]): LatestFollows {
  const latest = new Map<string, { entry: FollowEntry; meeting: RegisterMeeting }>();
  for (const { meeting, entries } of meetings) {
    for (const entry of entries.follows) {
      const key = entry.from && placeKey(entry.from);
      if (key && !latest.has(key)) latest.set(key, { entry, meeting });
    }
  }
  return latest;
}

/** Every line of every register, those of the newest meeting first, in a meeting in the order of its paper. */
export function linesOf(meetings: readonly Registered[], latest = latestFollows(meetings)): Lines {
  return {
    decisions: meetings.flatMap((one) => linesFrom.decisions(one, latest)),
    actions: meetings.flatMap((one) => linesFrom.actions(one, latest)),
    elections: meetings.flatMap((one) => linesFrom.elections(one, latest)),
  };
}

/** The lines that one meeting gives to a register. */
export const linesFrom: { readonly [Name in Register]: (registered: Registered, latest: LatestFollows) => Lines[Name] } = {
  decisions: ({ meeting, entries }, latest) =>
    entries.decisions.map((entry) => ({ ...entry, meeting, later: stateOf(latest.get(placeKey({ meetingId: meeting.id, blockId: entry.blockId }))) })),
  actions: ({ meeting, entries }, latest) =>
    entries.actions.map((entry) => actionLine(meeting, entry, latest.get(placeKey({ meetingId: meeting.id, blockId: entry.blockId, rowId: entry.rowId })))),
  elections: ({ meeting, entries }) => entries.elections.map((entry) => ({ ...entry, meeting })),
};

type Latest = { entry: FollowEntry; meeting: RegisterMeeting } | undefined;

const stateOf = (latest: Latest): LaterState | null =>
  latest ? { state: latest.entry.state, words: latest.entry.progress, meetingId: latest.meeting.id, blockId: latest.entry.blockId } : null;

function actionLine(meeting: RegisterMeeting, { done, ...entry }: ActionEntry, latest: Latest): ActionLine {
  const saidDone = latest?.entry.state === 'done' ? { on: (latest.meeting.start ?? '').slice(0, 10), where: latest.meeting.title } : null;
  return {
    ...entry,
    meeting,
    day: dueDay(entry.due),
    state: done ? 'done' : (latest?.entry.state ?? 'open'),
    done: done ?? saidDone,
    marked: done !== null,
    later: stateOf(latest),
  };
}
