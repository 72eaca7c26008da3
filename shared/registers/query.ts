/** Filtering, ordering and counting the lines of a register. */
import { foldScript } from '../text/fold.ts';
import { parseQuery, placesOf, type Term } from '../text/query.ts';
import type { Register } from './entries.ts';
import type { ActionLine, AnyLine, DecisionLine, ElectionLine } from './rows.ts';

/** Of an action: how far it is, or that its day has passed. */
export const actionStates = ['open', 'doing', 'done', 'overdue'] as const;
export type ActionState = (typeof actionStates)[number];

export interface RegisterFilters {
  query: string;
  bodies: readonly string[];
  organisations: readonly string[];
  from: number | null;
  to: number | null;
  /** Of decisions. */
  outcomes: readonly string[];
  matterKinds: readonly string[];
  /** Of actions; any of them. */
  states: readonly ActionState[];
  owners: readonly string[];
}

export const noRegisterFilters: RegisterFilters = { query: '', bodies: [], organisations: [], from: null, to: null, outcomes: [], matterKinds: [], states: [], owners: [] };

/** What a register can be ordered by. */
export const sortKeys = {
  decisions: ['date', 'number', 'matter', 'outcome', 'body'],
  actions: ['due', 'date', 'task', 'owner', 'state', 'body'],
  elections: ['date', 'office', 'body'],
} as const satisfies Record<Register, readonly string[]>;
export type SortKey = (typeof sortKeys)[Register][number];

export type Dimension = 'bodies' | 'organisations' | 'years' | 'outcomes' | 'matterKinds' | 'states' | 'owners';
type Check = readonly [Dimension | 'query', (line: AnyLine) => boolean];

const isDecision = (line: AnyLine): line is DecisionLine => 'outcome' in line;
const isAction = (line: AnyLine): line is ActionLine => 'rowId' in line;

/** Whether an action's day has passed and it is not done. */
export const isLate = ({ day, state }: Pick<ActionLine, 'day' | 'state'>, today: string): boolean => state !== 'done' && day !== null && day < today;

/** The states of an action: how far it is, and 逾期 as well where its day has passed. */
export const statesOf = (line: ActionLine, today: string): ActionState[] => (isLate(line, today) ? [line.state, 'overdue'] : [line.state]);

const ownerOf = (line: AnyLine): string => ('owner' in line ? line.owner : '');

/** Folding the same names again and again is most of what a filter would cost. */
const names = new Map<string, string>();
const folded = (name: string): string => {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size > 50_000) names.clear();
  const made = foldScript(name);
  names.set(name, made);
  return made;
};

const texts = new WeakMap<AnyLine, string>();
/** Everything in a line that is searched, folded once. */
export function foldedText(line: AnyLine): string {
  const known = texts.get(line);
  if (known !== undefined) return known;
  const made = foldScript(searched(line).join('\n'));
  texts.set(line, made);
  return made;
}

function searched(line: AnyLine): string[] {
  const { title } = line.meeting;
  if (isDecision(line)) return [line.matter, line.words, line.number ?? '', line.owner, line.later?.words ?? '', title];
  if (isAction(line)) return [line.task, line.owner, line.due, line.note, line.later?.words ?? '', title];
  const { office, elected, alternates } = line as ElectionLine;
  return [office, ...elected, ...alternates, title];
}

const holds = (text: string, terms: readonly Term[]): boolean =>
  terms.every((term) => (text.includes(term.text) && placesOf(text, term).length > 0) !== term.excluded);

function checksOf(filters: RegisterFilters, today: string): Check[] {
  const { from, to } = filters;
  const checks: Check[] = [];
  const among = (name: Dimension, wanted: readonly string[], of: (line: AnyLine) => string) => {
    const set = new Set(wanted.map(folded));
    // The names of a column are few: each is compared once.
    const seen = new Map<string, boolean>();
    const holdsName = (value: string): boolean => {
      const known = seen.get(value) ?? set.has(folded(value));
      seen.set(value, known);
      return known;
    };
    if (set.size > 0) checks.push([name, (line) => holdsName(of(line))]);
  };
  among('bodies', filters.bodies, ({ meeting }) => meeting.body);
  among('organisations', filters.organisations, ({ meeting }) => meeting.organisation);
  if (from !== null || to !== null) checks.push(['years', ({ meeting: { year } }) => year >= (from ?? year) && year <= (to ?? year)]);
  const exactly = (name: Dimension, wanted: readonly string[], of: (line: AnyLine) => string | null) => {
    if (wanted.length > 0) checks.push([name, (line) => wanted.includes(of(line) ?? '')]);
  };
  exactly('outcomes', filters.outcomes, (line) => (isDecision(line) ? line.outcome : null));
  exactly('matterKinds', filters.matterKinds, (line) => (isDecision(line) ? line.matterKind : null));
  const states = new Set<string>(filters.states);
  if (states.size > 0) checks.push(['states', (line) => isAction(line) && (states.has(line.state) || (states.has('overdue') && isLate(line, today)))]);
  among('owners', filters.owners, ownerOf);
  const terms = parseQuery(filters.query);
  // Signs without a word find nothing, as everywhere.
  if (filters.query.trim() !== '') checks.push(['query', (line) => terms.length > 0 && holds(foldedText(line), terms)]);
  return checks;
}

/** The lines that the filters leave, in the order in which they came. */
export function filterLines<Line extends AnyLine>(lines: readonly Line[], filters: RegisterFilters, today: string): readonly Line[] {
  const checks = checksOf(filters, today);
  let left = lines;
  // The last check is that of the words, which costs most.
  for (const [, check] of checks) left = left.filter(check);
  return left;
}

const padded = (text: string): string => text.replace(/\d+/g, (digits) => digits.padStart(9, '0'));

/** The text that a line is ordered by; what says nothing comes last. */
function sortText(line: AnyLine, key: SortKey): string {
  const last = '\uffff';
  switch (key) {
    case 'date':
      return line.meeting.start ?? String(line.meeting.year);
    case 'body':
      return folded(`${line.meeting.organisation}\u0001${line.meeting.body}`);
    case 'number':
      return (isDecision(line) && line.number && padded(folded(line.number))) || last;
    case 'matter':
      return (isDecision(line) && padded(folded(line.matter))) || last;
    case 'outcome':
      return isDecision(line) ? line.outcome : last;
    case 'due':
      return isAction(line) ? (line.day ?? (line.due === '' ? last : `\ufffe${folded(line.due)}`)) : last;
    case 'task':
      return (isAction(line) && folded(line.task)) || last;
    case 'owner':
      return folded(ownerOf(line)) || last;
    case 'state':
      return isAction(line) ? { open: '0', doing: '1', done: '2' }[line.state] : last;
    case 'office':
      return ('office' in line && folded(line.office)) || last;
  }
}

/** The lines in the order of a key, rising; equal ones as they came. */
export function sortLines<Line extends AnyLine>(lines: readonly Line[], key: SortKey): Line[] {
  const keyed = lines.map((line, at) => ({ line, at, text: sortText(line, key) }));
  keyed.sort((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : one.at - other.at));
  return keyed.map(({ line }) => line);
}

export interface RegisterFacets {
  bodies: { value: string; count: number }[];
  organisations: { value: string; count: number }[];
  years: { value: number; count: number }[];
  outcomes: { value: string; count: number }[];
  matterKinds: { value: string; count: number }[];
  states: { value: ActionState; count: number }[];
  owners: { value: string; count: number }[];
}

/** More than these nobody reads through. */
const most = 60;

function counting<Value extends string | number>() {
  const counts = new Map<string | number, { value: Value; count: number }>();
  return {
    add(value: Value | null): void {
      if (value === '' || value === null) return;
      const key = typeof value === 'string' ? folded(value) : value;
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { value, count: 1 });
    },
    top: (): { value: Value; count: number }[] => [...counts.values()].sort((a, b) => b.count - a.count).slice(0, most),
  };
}

/** What there is to choose from: in each dimension what the other filters leave. */
export function facetsOf(lines: readonly AnyLine[], filters: RegisterFilters, today: string): RegisterFacets {
  const checks = checksOf(filters, today);
  const count = {
    bodies: counting<string>(), organisations: counting<string>(), years: counting<number>(), outcomes: counting<string>(),
    matterKinds: counting<string>(), states: counting<ActionState>(), owners: counting<string>(),
  };
  for (const line of lines) {
    const out = checks.filter(([, check]) => !check(line)).map(([name]) => name);
    if (out.length > 1 || out[0] === 'query') continue;
    const left = (name: Dimension): boolean => out.length === 0 || out[0] === name;
    if (left('bodies')) count.bodies.add(line.meeting.body);
    if (left('organisations')) count.organisations.add(line.meeting.organisation);
    if (left('years')) count.years.add(line.meeting.year);
    if (left('owners')) count.owners.add(ownerOf(line));
    if (isDecision(line)) {
      if (left('outcomes')) count.outcomes.add(line.outcome);
      if (left('matterKinds')) count.matterKinds.add(line.matterKind);
    }
    if (isAction(line) && left('states')) for (const state of statesOf(line, today)) count.states.add(state);
  }
  return {
    bodies: count.bodies.top(),
    organisations: count.organisations.top(),
    years: count.years.top().sort((a, b) => b.value - a.value),
    outcomes: count.outcomes.top(),
    matterKinds: count.matterKinds.top(),
    states: count.states.top().sort((a, b) => actionStates.indexOf(a.value) - actionStates.indexOf(b.value)),
    owners: count.owners.top(),
  };
}
