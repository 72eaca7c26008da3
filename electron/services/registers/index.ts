/** The calls of the registers. */
import type { RegisterEntries } from '#electron/db/register-entries.ts';
import type { BodyName } from '#shared/registers/series.ts';
import { nextInSeries, takenBy } from '#shared/registers/series.ts';
import { facetsOf, filterLines, noRegisterFilters, type RegisterFacets, type RegisterFilters, type SortKey } from '#shared/registers/query.ts';
import type { Register } from '#shared/registers/entries.ts';
import type { AnyLine } from '#shared/registers/rows.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Indexing } from '../search/upkeep.ts';
import type { Services } from '../services.ts';
import { firstOf } from './bodies.ts';
import { isPresent, type RegisterView, registerView, warmView } from './view.ts';

export interface Asked {
  register: Register;
  filters: RegisterFilters;
  today: string;
}
export interface Order {
  by: string;
  down: boolean;
}

/** The lines that the filters leave, in order, and how far the index is. */
export function linesFor({ db, search }: Services, { register, filters, today }: Asked, order: Order | null): { lines: readonly AnyLine[]; indexing: Indexing | null } {
  const { value, indexing } = search.ask((index) => {
    const view = registerView(index.entries, db.meetings.shelf());
    const lines = order ? view.ordered(register, order.by as SortKey) : view.lines[register];
    const left = filterLines<AnyLine>(lines, filters, today);
    return order?.down ? left.toReversed() : left;
  });
  return { lines: value, indexing };
}

const isNarrowed = (filters: RegisterFilters): boolean => JSON.stringify(filters) !== unnarrowed;
const unnarrowed = JSON.stringify(noRegisterFilters);

const readied = new WeakSet<RegisterView>();

/** Who looks at a register will narrow it next. */
function makeReady(entries: RegisterEntries, view: RegisterView): void {
  if (readied.has(view)) return;
  readied.add(view);
  void warmView(view, () => isPresent(entries, view));
}

/** One page of a register. */
export function query(
  services: Services,
  { order, offset, limit, ...asked }: Asked & { order: Order | null; offset: number; limit: number },
): Result<{ total: number; lines: AnyLine[]; indexing: Indexing | null }> {
  if (order || isNarrowed(asked.filters)) {
    const { lines, indexing } = linesFor(services, asked, order);
    return ok({ total: lines.length, lines: lines.slice(offset, offset + limit), indexing });
  }
  const { value, indexing } = services.search.ask((index) => {
    const view = registerView(index.entries, services.db.meetings.shelf());
    makeReady(index.entries, view);
    return view.page(asked.register, offset, limit);
  });
  return ok({ ...value, indexing });
}

/** What there is to choose from when a register is narrowed. */
export function facets({ db, search }: Services, { register, filters, today }: Asked): Result<RegisterFacets> {
  return ok(search.ask((index) => facetsOf(registerView(index.entries, db.meetings.shelf()).lines[register], filters, today)).value);
}

/** The registers as they stand. */
export const viewIn = ({ db, search }: Services): RegisterView => search.ask((index) => registerView(index.entries, db.meetings.shelf())).value;

/** Where a body stands in its series, and who has a 屆 and 次 already. */
export function series(
  services: Services,
  { organisation, body, term, session, except }: BodyName & { term: number | null; session: number | null; except: string | null },
): Result<ReturnType<typeof nextInSeries> & { taken: ReturnType<typeof takenBy> }> {
  const meetings = services.db.meetings.shelf().all.filter(({ trashed }) => !trashed);
  const name = { organisation, body };
  const line = (meeting: (typeof meetings)[number]) => {
    const { id, title, organisation: of, body: what, term: counted, session: at, start } = meeting;
    return { id, title, organisation: of, body: what, term: counted, session: at, start };
  };
  const stored = meetings.map(line);
  return ok({ ...nextInSeries(stored, name, firstOf(services, name)), taken: takenBy(stored, name, { term, session }, except) });
}
