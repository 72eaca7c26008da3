/** The registers as they stand: the lines of all meetings, made once and again when anything has changed. */
import type { Shelf, Shelved } from '#electron/db/meetings.ts';
import type { RegisterEntries } from '#electron/db/register-entries.ts';
import type { Register } from '#shared/registers/entries.ts';
import type { SortKey } from '#shared/registers/query.ts';
import { sortLines } from '#shared/registers/query.ts';
import { type AnyLine, type Lines, linesOf, type Registered, type RegisterMeeting } from '#shared/registers/rows.ts';

export interface RegisterView {
  lines: Lines;
  /** The lines of a register in the order of a key, rising. */
  ordered(register: Register, key: SortKey): readonly AnyLine[];
  /** Numbers of the meetings with an action that is not done. */
  open: ReadonlySet<number>;
}

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

function registered(all: ReturnType<RegisterEntries['all']>, shelf: Shelf): Registered[] {
  const meetings: Registered[] = [];
  for (const shelved of shelf.all) {
    const given = shelved.trashed ? undefined : all.get(shelved.number);
    if (given) meetings.push({ meeting: meetingOf(shelved), entries: given });
  }
  return meetings;
}

function viewOf(meetings: readonly Registered[], shelf: Shelf): RegisterView {
  const lines = linesOf(meetings);
  const orders = new Map<string, readonly AnyLine[]>();
  let open: Set<number> | null = null;
  return {
    lines,
    ordered(register, key) {
      const name = `${register} ${key}`;
      const known = orders.get(name);
      if (known) return known;
      const sorted = sortLines<AnyLine>(lines[register], key);
      orders.set(name, sorted);
      return sorted;
    },
    get open() {
      if (open) return open;
      const ids = new Set(lines.actions.filter(({ state }) => state !== 'done').map(({ meeting }) => meeting.id));
      open = new Set(shelf.all.filter(({ id }) => ids.has(id)).map(({ number }) => number));
      return open;
    },
  };
}
