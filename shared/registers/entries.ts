/** 登記簿: what the registers know of one record. Derived from it and nothing else, so they can be made again at any time. */
import type { Done } from '../minutes/due.ts';
import type { Outcome } from '../minutes/outcomes.ts';
import type { Place } from '../minutes/place.ts';
import type { Method } from '../minutes/votes/vote.ts';
import type { ProgressState } from '../minutes/blocks/follow-up/index.ts';

/** 決議: a matter that the meeting dealt with, and what came of it. */
export interface DecisionEntry {
  blockId: string;
  kind: string;
  matter: string;
  /** The wording, where it is more than the outcome. */
  words: string;
  outcome: Outcome;
  /** 一般, 章程制度, …; null where the kind has none. */
  matterKind: string | null;
  number: string | null;
  /** Who sees to it and until when; '' where nobody. */
  owner: string;
  due: string;
  /** The same matter in an earlier meeting. */
  follows: Place | null;
}

/** 交辦. */
export interface ActionEntry {
  blockId: string;
  rowId: string;
  task: string;
  owner: string;
  due: string;
  note: string;
  done: Done | null;
}

/** 執行情形: what a later meeting says of a decision or a task. */
export interface FollowEntry {
  blockId: string;
  rowId: string;
  decision: string;
  number: string | null;
  owner: string;
  progress: string;
  state: ProgressState;
  from: Place | null;
}

/** 選舉. */
export interface ElectionEntry {
  blockId: string;
  /** What was elected: 第六屆理事. */
  office: string;
  method: Method | '';
  seats: number | null;
  /** In the order of their votes. */
  elected: string[];
  alternates: string[];
}

export interface Entries {
  decisions: DecisionEntry[];
  actions: ActionEntry[];
  follows: FollowEntry[];
  elections: ElectionEntry[];
}

export const registers = ['decisions', 'actions', 'elections'] as const;
export type Register = (typeof registers)[number];
