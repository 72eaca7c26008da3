/** Where the text of an attendance section and the roster say different things, and how either follows the other. */
import { inlineText } from '../inline.ts';
import { lineOf } from '../recognise/build.ts';
import { readTable } from '../recognise/columns.ts';
import { once, peopleOf, readListing } from '../recognise/listing.ts';
import { readNames } from '../recognise/names.ts';
import type { Listed } from '../recognise/said.ts';
import { readPerson } from '../recognise/clause.ts';
import type { AttendanceState, Person } from '../roster.ts';
import { foldScript } from '../../text/fold.ts';
import { type Attendance, isSignInTable, isTold, tableWords } from './attendance-text.ts';
import { withState } from './edit.ts';
import { nameKey } from './findings.ts';

export type AttendanceDifference =
  | { kind: 'onlyInText'; name: string; state: AttendanceState; listed: Listed }
  | { kind: 'onlyInRoster'; name: string; state: AttendanceState; personId: string }
  | { kind: 'otherState'; name: string; text: AttendanceState; roster: AttendanceState; personId: string }
  | { kind: 'chair'; text: string; roster: string };

const states = ['present', 'proxy', 'inAttendance', 'leave', 'absent'] as const satisfies readonly AttendanceState[];

const field = ({ fields }: Attendance, name: AttendanceState | 'chair'): string => fields[name] ?? '';

/** The people whom the text of a section names, whatever its form, each once. */
export function namedInText(section: Attendance): Listed[] {
  const fields = states.flatMap((state) => readNames(field(section, state)).people.map((person): Listed => ({ ...person, attendance: state })));
  const body = section.body.flatMap((block): Listed[] => {
    if (isSignInTable(block)) return readTable(tableWords(block)).people;
    if (block.kind !== 'paragraph') return [];
    const text = inlineText(block.inline);
    return isTold(block) || isLabelled(text) ? readListing(text).people : [];
  });
  return once([...fields, ...body]);
}

const isLabelled = (text: string): boolean => /^(?:亲自)?(?:出席|列席|请假|缺席|委托|参会)[^:。,]{0,6}:/.test(lineOf(text).folded);

/** Everything a section says, for names that no rule recognises. */
const wholeText = (section: Attendance): string =>
  [...states.map((state) => field(section, state)), ...section.body.map((block) => (block.kind === 'table' ? tableWords(block).flat().join() : 'inline' in block ? inlineText(block.inline) : ''))].join('\n');

/** Where text and roster differ, those of the text first. Nothing where the section names nobody yet. */
export function compareAttendance(section: Attendance, roster: readonly Person[]): AttendanceDifference[] {
  const told = namedInText(section);
  const text = nameKey(wholeText(section));
  if (told.length === 0 && !roster.some(({ name }) => name !== '' && text.includes(nameKey(name)))) return [];
  const tellsAbsent = told.some(({ attendance }) => attendance === 'absent');
  const matched = pairs(told, roster);
  const loose = toldLoosely(section);
  const differences: AttendanceDifference[] = [];
  for (const listed of told) {
    const state = listed.attendance ?? 'present';
    const person = matched.get(listed);
    if (!person) differences.push({ kind: 'onlyInText', name: listed.name, state, listed });
    else if (person.attendance !== state && listed.attendance !== undefined && !(loose && isThere(person.attendance) && isThere(state))) differences.push({ kind: 'otherState', name: person.name, text: state, roster: person.attendance, personId: person.id });
  }
  const inText = new Set([...matched.values()].map((person) => person?.id));
  for (const { id, name, attendance } of roster) {
    // Who stayed away is not always written down; a name that no rule reads may stand there all the same.
    if (name === '' || inText.has(id) || loose || (attendance === 'absent' && !tellsAbsent)) continue;
    if (!isListedByFields(section, name, attendance) && !text.includes(nameKey(name))) differences.push({ kind: 'onlyInRoster', name, state: attendance, personId: id });
  }
  const [here, there] = [told.find(({ role }) => role === 'chair')?.name ?? readPerson(field(section, 'chair'))?.name ?? field(section, 'chair'), roster.find(({ role }) => role === 'chair')?.name ?? ''];
  if (here !== '' && there !== '' && nameKey(here) !== nameKey(there)) differences.push({ kind: 'chair', text: here, roster: there });
  return differences;
}

/**
 * 「…等出席會議」 names some of those who came, guests among them, and nobody who stayed away: it says neither who was
 * 列席 nor that others were not there.
 */
const toldLoosely = (section: Attendance): boolean =>
  section.body.some((block) => block.kind === 'paragraph' && isTold(block) && /等[^,。;:]{0,12}(?:出席|参加|列席)/.test(lineOf(inlineText(block.inline)).folded));

const isThere = (state: AttendanceState): boolean => state === 'present' || state === 'inAttendance';

const isListedByFields = (section: Attendance, name: string, state: AttendanceState): boolean => foldScript(field(section, state)).includes(foldScript(name));

/** Whom each one in the text is on the roster: of one name with one organisation first, then of one name. */
function pairs(told: readonly Listed[], roster: readonly Person[]): Map<Listed, Person | undefined> {
  const taken = new Set<string>();
  const take = (listed: Listed, is: (person: Person) => boolean): Person | undefined => {
    const person = roster.find((one) => !taken.has(one.id) && nameKey(one.name) === nameKey(listed.name) && is(one));
    if (person) taken.add(person.id);
    return person;
  };
  const found = new Map<Listed, Person | undefined>();
  for (const listed of told) found.set(listed, take(listed, ({ organisation }) => organisation === listed.organisation));
  for (const listed of told) if (!found.get(listed)) found.set(listed, take(listed, () => true));
  return found;
}

/**
 * The roster as the text has it: who is only there joins, who is there otherwise changes, the chair of the text
 * presides. Whom the text leaves out counts as 缺席, and is taken out where it lists those itself.
 */
export function rosterFromText(section: Attendance, roster: readonly Person[]): Person[] {
  const differences = compareAttendance(section, roster);
  const told = namedInText(section);
  const tellsAbsent = told.some(({ attendance }) => attendance === 'absent');
  const gone = new Set(differences.flatMap((one) => (one.kind === 'onlyInRoster' ? [one.personId] : [])));
  const kept: Person[] = roster.flatMap((person) => {
    const other = differences.find((one) => one.kind === 'otherState' && one.personId === person.id);
    if (other?.kind === 'otherState') return [inState(person, other.text, told, roster)];
    if (!gone.has(person.id)) return [person];
    return tellsAbsent ? [] : [inState(person, 'absent', told, roster)];
  });
  const joining = differences.flatMap((one) => (one.kind === 'onlyInText' ? [one.listed] : []));
  const all = [...kept, ...peopleOf(joining, 'present', kept)];
  const chair = differences.find((one) => one.kind === 'chair');
  return chair?.kind === 'chair' ? all.map((person) => presiding(person, nameKey(person.name) === nameKey(chair.text))) : all;
}

function inState(person: Person, attendance: AttendanceState, told: readonly Listed[], roster: readonly Person[]): Person {
  const rest = withState([person], [person.id], attendance)[0] ?? person;
  const holder = told.find(({ name }) => nameKey(name) === nameKey(person.name))?.proxyName ?? '';
  const by = attendance === 'proxy' && holder !== '' ? roster.find(({ name }) => nameKey(name) === nameKey(holder)) : undefined;
  return by ? { ...rest, proxy: by.id } : rest;
}

function presiding(person: Person, isChair: boolean): Person {
  if (isChair) return { ...person, role: 'chair' };
  const { role, ...rest } = person;
  return role === 'chair' ? rest : person;
}
