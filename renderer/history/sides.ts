/** What stands beside each other when two states of a meeting are compared. */
import type { MinutesDocument } from '#shared/minutes/document.ts';

/** One of the two texts. */
export interface Side {
  revision: number;
  savedAt: string;
  name: string | null;
  document: MinutesDocument;
}

export interface Comparing {
  /** The meeting. */
  id: string;
  purpose: 'history' | 'conflict';
  before: Side;
  /** null: the text of this window as it is, which can be changed. */
  after: Side | null;
}
