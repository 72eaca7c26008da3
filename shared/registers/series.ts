/** 屆次: how the meetings of a body count on. */
import { foldScript } from '../text/fold.ts';

export interface SeriesMeeting {
  id: string;
  title: string;
  organisation: string;
  body: string;
  term: number | null;
  session: number | null;
  start: string | null;
}

/** A body by its names, which are the same in 繁 and 简. */
export interface BodyName {
  organisation: string;
  body: string;
}

export interface Series {
  /** The newest meeting of the body; null where it has none yet. */
  last: SeriesMeeting | null;
  /** What the next one counts as. */
  next: { term: number | null; session: number | null };
}

const key = ({ organisation, body }: BodyName): string => `${foldScript(organisation.trim())}\u0001${foldScript(body.trim())}`;

/** The meetings of a body. */
export function meetingsOf(meetings: readonly SeriesMeeting[], name: BodyName): SeriesMeeting[] {
  if (name.body.trim() === '') return [];
  const wanted = key(name);
  return meetings.filter((meeting) => key(meeting) === wanted);
}

/** Counted later, and where both count alike, held later. */
function isLater(one: SeriesMeeting, other: SeriesMeeting): boolean {
  const count = ({ term, session }: SeriesMeeting): number => (term ?? 0) * 10_000 + (session ?? 0);
  return count(one) === count(other) ? (one.start ?? '') > (other.start ?? '') : count(one) > count(other);
}

/**
 * The next meeting of a body among those that are stored: its 屆 stays, its 次 is one more than the highest of it.
 * `first` is what a body begins with that has no meeting yet.
 */
export function nextInSeries(meetings: readonly SeriesMeeting[], name: BodyName, first: Series['next'] = { term: null, session: null }): Series {
  const [head, ...rest] = meetingsOf(meetings, name);
  if (!head) return { last: null, next: first };
  const last = rest.reduce((latest, meeting) => (isLater(meeting, latest) ? meeting : latest), head);
  return { last, next: { term: last.term, session: last.session === null ? null : Math.min(last.session + 1, 9999) } };
}

/** The meeting of a body that has a 屆 and 次 already; null where they are free, or not counted. */
export function takenBy(meetings: readonly SeriesMeeting[], name: BodyName, { term, session }: Series['next'], except: string | null = null): SeriesMeeting | null {
  if (session === null) return null;
  return meetingsOf(meetings, name).find((meeting) => meeting.id !== except && meeting.session === session && meeting.term === term) ?? null;
}
