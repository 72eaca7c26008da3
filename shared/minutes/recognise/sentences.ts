/** Sentences that say who was there: 「甲、乙出席會議，丙列席，丁請假。會議由戊主持。」 */
import type { AttendanceState } from '../roster.ts';
import { nameKey } from '../roster/findings.ts';
import { groupText, type Line, lineOf } from './build.ts';
import { type Named, readClause, readPerson } from './clause.ts';
import type { Listed } from './said.ts';

/** The words that say how those before them were there. */
const verbs: readonly (readonly [AttendanceState, string])[] = [
  ['inAttendance', '(?:应邀)?列席了?'],
  ['leave', '(?:因[^,。;]{0,10})?(?:请假|未能出席|不克出席)'],
  ['absent', '(?:因[^,。;]{0,10})?(?:无故)?(?:缺席|未出席|未到会)'],
  ['present', '(?:亲自|应邀|代为|代理)*(?:出席|参加|到会|与会)了?'],
];
const meeting = '(?:[^,。;、]{0,6}(?:会议|大会|年会|理事会|活动))?';
const verb = new RegExp(verbs.map(([, source], at) => `(?<v${at}>${source}${meeting})`).join('|'), 'g');
/** 「出席會議的有：」: who it was stands behind. */
const behind = /^(?:的|者|人员)?[^,。;:、]{0,6}(?:有|包括|为|是|:)\s*:?/;
const chairForms = [
  /会议由([^。;,]{2,40}?)(?:同志)?(?:担任主席|任主席|主持)/d,
  /(?:^|[。,;])由?([^。,;]{2,40}?)(?:同志)?(?:担任主席|任主席)/d,
  /(?:^|[。,;])([^。,;]{2,40}?)(?:同志)?主持(?:了)?(?:召开)?(?:本次|此次|了)?(?:会议|大会)/d,
];
const recorderForms = [/(?:^|[。,;])由?([^。,;]{2,40}?)(?:担任|任)?[记纪]录(?=[。,;]|$)/d];

/** Whether a line is a sentence that says who attended, and not a list. */
export const tellsWho = (line: Line): boolean => /[,。;]/.test(line.folded) && /(?:出席|列席|参加|请假|缺席|与会|主持|担任主席)/.test(line.folded.replace(/^[^:。]{1,12}:/, '')) && /。|会议/.test(line.folded);

/** The people whom a line of sentences names, in their order; who chaired is among them. */
export function readSentences(line: Line): Listed[] {
  const told: Listed[] = [];
  let at = 0;
  for (const sentence of line.folded.split(/(?<=[。!?])/)) {
    told.push(...readSentence(lineOf(line.text.slice(at, at + sentence.length))));
    at += sentence.length;
  }
  for (const [role, forms] of [['chair', chairForms], ['recorder', recorderForms]] as const) {
    const person = whoIs(line, forms);
    if (!person) continue;
    const there = told.find(({ name }) => nameKey(name) === nameKey(person.name));
    if (there) there.role = role;
    else told.push({ ...person, role, ...(role === 'chair' && { attendance: 'present' as const }) });
  }
  return told;
}

function whoIs(line: Line, forms: readonly RegExp[]): Named | null {
  for (const form of forms) {
    const match = form.exec(line.folded);
    const person = match && readPerson(groupText(line, match, 1));
    if (person) return person;
  }
  return null;
}

function readSentence(line: Line): Listed[] {
  const told: Listed[] = [];
  let from = 0;
  for (const match of line.folded.matchAll(verb)) {
    const end = match.index + match[0].length;
    const attendance = verbs[Object.keys(match.groups ?? {}).findIndex((name) => match.groups?.[name] !== undefined)]?.[0] ?? 'present';
    const before = readClause(line.text.slice(from, match.index)).people;
    const rest = behind.exec(line.folded.slice(end));
    const people = before.length === 0 && rest ? readClause(line.text.slice(end + rest[0].length).replace(/[。.]$/, '')).people : before;
    for (const person of people) told.push({ ...person, attendance: person.proxyName === undefined ? attendance : 'proxy' });
    from = end;
  }
  return told;
}
