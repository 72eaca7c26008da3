/** The registers as they stand: the lines of all meetings, made once and again when anything has changed. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Shelf, Shelved } from '#electron/db/meetings.ts';
import type { RegisterEntries } from '#electron/db/register-entries.ts';
import type { Register } from '#shared/registers/entries.ts';
import { foldedText, type SortKey, sortLines } from '#shared/registers/query.ts';
import { type AnyLine, latestFollows, type Lines, linesFrom, linesOf, type Registered, type RegisterMeeting } from '#shared/registers/rows.ts';

export interface RegisterView {
  /** Every line; made when they are first asked for. */
  readonly lines: Lines;
  /** Lines from `offset` on, the newest meeting first, and how many there are: without making all of them. */
  page(register: Register, offset: number, limit: number): { total: number; lines: AnyLine[] };
  /** The lines of a register in the order of a key, rising. */
  ordered(register: Register, key: SortKey): readonly AnyLine[];
  /** Numbers of the meetings with an action that is not done. */
  readonly open: ReadonlySet<number>;
}

/** Others have their turn between two pieces. Milliseconds. */
const breathe = (): Promise<void> => pause(4);

interface Made {
  shelf: Shelf;
  version: number;
  view: RegisterView;
}

const made = new WeakMap<RegisterEntries, Made>();

const meetingOf = ({ id, title, organisation, body, term, session, start, year, stage }: Shelved): RegisterMeeting => ({ id, title, organisation, body, term, session, start, year, stage });

/** The registers over the meetings that are not in the trash. The same as long as nothing has changed. */
export function registerView(entries: RegisterEntries, shelf: Shelf): RegisterView {
  const known = made.get(entries);
  const all = entries.all();
  const version = entries.version();
  if (known?.shelf === shelf && known.version === version) return known.view;
  const view = viewOf(registered(all, shelf), shelf);
  made.set(entries, { shelf, version, view });
  return view;
}

/** Whether a view is the last one that was made. */
export const isPresent = (entries: RegisterEntries, view: RegisterView): boolean => made.get(entries)?.view === view;

function registered(all: ReturnType<RegisterEntries['all']>, shelf: Shelf): Registered[] {
  const meetings: Registered[] = [];
  for (const shelved of shelf.all) {
    const given = shelved.trashed ? undefined : all.get(shelved.number);
    if (given) meetings.push({ meeting: meetingOf(shelved), entries: given });
  }
  return meetings;
}

function viewOf(meetings: readonly Registered[], shelf: Shelf): RegisterView {
  const latest = latestFollows(meetings);
  const orders = new Map<string, readonly AnyLine[]>();
  let lines: Lines | null = null;
  let open: Set<number> | null = null;
  const all = (): Lines => (lines ??= linesOf(meetings, latest));
  return {
    get lines() {
      return all();
    },
    page(register, offset, limit) {
      if (lines) return { total: lines[register].length, lines: lines[register].slice(offset, offset + limit) };
      const found: AnyLine[] = [];
      let total = 0;
      for (const one of meetings) {
        const count = one.entries[register].length;
        const from = Math.max(0, offset - total);
        if (count > from && found.length < limit) found.push(...linesFrom[register](one, latest).slice(from));
        total += count;
      }
      return { total, lines: found.slice(0, limit) };
    },
    ordered(register, key) {
      const name = `${register} ${key}`;
      const known = orders.get(name);
      if (known) return known;
      const sorted = sortLines<AnyLine>(all()[register], key);
      orders.set(name, sorted);
      return sorted;
    },
    get open() {
      if (open) return open;
      const ids = new Set(all().actions.filter(({ state }) => state !== 'done').map(({ meeting }) => meeting.id));
      open = new Set(shelf.all.filter(({ id }) => ids.has(id)).map(({ number }) => number));
      return open;
    },
  };
}

/** Lines that are folded at a time. */
const piece = 1000;

/** Makes ready what narrowing and searching a register needs, a little at a time, for as long as it is what counts. */
export async function warmView(view: RegisterView, isCurrent: () => boolean): Promise<void> {
  await breathe();
  for (const lines of Object.values(isCurrent() ? view.lines : {}) as AnyLine[][]) {
    for (let at = 0; at < lines.length && isCurrent(); at += piece) {
      for (const line of lines.slice(at, at + piece)) foldedText(line);
      await breathe();
    }
  }
  // What is due first comes first in the register of actions.
  if (isCurrent()) view.ordered('actions', 'due');
}
