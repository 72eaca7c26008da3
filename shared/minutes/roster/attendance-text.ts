/** The attendance section as a roster says it: as labelled lists, as a paragraph, or as a sign-in table. */
import type { Region, Script } from '../../language.ts';
import type { BodyBlock } from '../blocks/body.ts';
import type { BlockOf } from '../blocks/index.ts';
import type { TableCell } from '../blocks/table/index.ts';
import { newId } from '../id.ts';
import { inlineText, plain } from '../inline.ts';
import { mentionText } from '../mention.ts';
import { lineOf } from '../recognise/build.ts';
import { tellsWho } from '../recognise/sentences.ts';
import { type AttendanceState, attendanceWords, type Person, rosterLines } from '../roster.ts';
import { type Term, term } from '../section.ts';
import { holderOf } from './voting.ts';

export type Attendance = BlockOf<'attendance'>;
export type AttendanceForm = Attendance['values']['form'];

export interface Paper {
  region: Region;
  script: Script;
}

const words = {
  entrusts: term('委託', '委托'),
  somebody: term('他人', '他人'),
  present: term('出席會議', '出席会议'),
  inAttendance: term('列席會議', '列席会议'),
  leave: term('請假', '请假'),
  absent: term('缺席', '缺席'),
} satisfies Record<string, Term>;

/** What the sign-in table says of how somebody was there. */
export const stateWords: Readonly<Record<AttendanceState, Term>> = {
  present: term('出席', '出席'),
  proxy: words.entrusts,
  inAttendance: term('列席', '列席'),
  leave: words.leave,
  absent: words.absent,
};

/** The section with its names as the roster has them, in a form; what else stands in it stays. */
export function writtenAttendance(section: Attendance, roster: readonly Person[], paper: Paper, form: AttendanceForm = section.values.form): Attendance {
  const chair = roster.find(({ role }) => role === 'chair')?.name;
  const none = { present: '', proxy: '', inAttendance: '', leave: '', absent: '' };
  const fields = { ...section.fields, ...(form === 'lists' ? rosterLines(roster, paper.script) : none), ...(chair && { chair }) };
  const isOurs = (block: BodyBlock): boolean => isTold(block) || isSignInTable(block);
  const old = section.body.find(isOurs);
  const rest = section.body.filter((block) => !isOurs(block) && !isEmpty(block));
  const id = old?.id ?? newId();
  const told: BodyBlock[] =
    form === 'narrative' ? [{ id, kind: 'paragraph', inline: plain(narrative(roster, paper)) }] : form === 'table' ? [signInTable(id, roster, paper)] : [];
  return { ...section, fields, values: { form }, body: [...told, ...rest] };
}

/** An attendance section with nothing in it. */
export const emptyAttendance = (form: AttendanceForm = 'lists'): Attendance => ({
  id: newId(),
  kind: 'attendance',
  heading: null,
  fields: { chair: '', present: '', proxy: '', inAttendance: '', leave: '', absent: '' },
  values: { form },
  body: [],
});

const isEmpty = (block: BodyBlock): boolean => block.kind === 'paragraph' && block.inline.length === 0;

/** A paragraph that tells who was there. */
export const isTold = (block: BodyBlock): boolean => block.kind === 'paragraph' && tellsWho(lineOf(inlineText(block.inline)));

/** The words of a table, row by row. */
export const tableWords = (block: BlockOf<'table'>): string[][] =>
  block.rows.map((row) => row.map((cell) => cell.blocks.map((one) => inlineText(one.inline)).join(' ')));

/** A table whose first row has a column for names. */
export const isSignInTable = (block: BodyBlock): block is BlockOf<'table'> =>
  block.kind === 'table' && (tableWords({ ...block, rows: block.rows.slice(0, 1) })[0] ?? []).includes('姓名');

/** Who was there, in sentences: 職務＋姓名, one title before all who have it; then who chaired, in the region's words. */
export function narrative(roster: readonly Person[], { region, script }: Paper): string {
  const named = roster.filter(({ name }) => name !== '');
  const those = (state: AttendanceState): Person[] => named.filter(({ attendance }) => attendance === state);
  const sentences = (['present', 'proxy', 'inAttendance', 'leave', 'absent'] as const).map((state): string => {
    const people = those(state);
    if (people.length === 0) return '';
    if (state !== 'proxy') return `${inGroups(people)}${words[state][script]}。`;
    const entrusted = people.map((person) => `${introduced(person)}${words.entrusts[script]}${holderOf(roster, person)?.name || words.somebody[script]}`);
    return `${entrusted.join('，')}${words.present[script]}。`;
  });
  const [chair, recorder] = (['chair', 'recorder'] as const).map((role) => named.find((person) => person.role === role));
  const call = (person: Person): string => mentionText(person, region, { first: false });
  if (chair) {
    const presides = region === 'CN' ? term('主持', '主持') : term('擔任主席', '担任主席');
    const notes = region === 'TW' ? term('擔任紀錄', '担任纪录') : term('擔任記錄', '担任记录');
    const [the, by] = [term('會議由', '会议由')[script], recorder && region !== 'CN' ? `，${call(recorder)}${notes[script]}` : ''];
    sentences.push(`${the}${call(chair)}${presides[script]}${by}。`);
  }
  return sentences.join('');
}

const introduced = ({ organisation, title, name }: Person): string => `${organisation}${title}${name}`.replace(/\s+/g, ' ');

/** 「理事長甲，副理事長乙、丙」: people of one organisation and title who follow each other share the words. */
function inGroups(people: readonly Person[]): string {
  const groups: Person[][] = [];
  for (const person of people) {
    const last = groups.at(-1)?.[0];
    // Of several titles the last alone would seem to be shared.
    const isShared = last?.organisation === person.organisation && last.title === person.title && !person.title.includes('、');
    if (isShared) groups.at(-1)?.push(person);
    else groups.push([person]);
  }
  return groups.map(([first, ...others]) => [first ? introduced(first) : '', ...others.map(({ name }) => name)].join('、')).join('，');
}

/** 簽到表: a table to print and to edit like any other; columns that nobody fills are left out. */
function signInTable(id: string, roster: readonly Person[], { region, script }: Paper): BlockOf<'table'> {
  const cell = (text: string, header = false): TableCell => ({ columns: 1, rows: 1, header, blocks: [{ id: newId(), kind: 'paragraph', inline: plain(text) }] });
  const columns: { label: string; width: number; text(person: Person, at: number): string }[] = [
    { label: term('序號', '序号')[script], width: 1, text: (_person, at) => String(at + 1) },
    { label: '姓名', width: 2, text: ({ name }) => name },
    { label: region === 'TW' ? term('職稱', '职称')[script] : term('職務', '职务')[script], width: 2.5, text: ({ title }) => title },
    { label: term('單位', '单位')[script], width: 3, text: ({ organisation }) => organisation },
    { label: term('出席情形', '出席情况')[script], width: 2, text: (person) => stateOf(person, roster, script) },
    { label: term('簽到', '签到')[script], width: 2.5, text: () => '' },
  ];
  const always = [0, 1, columns.length - 2, columns.length - 1];
  const shown = columns.filter(({ text }, at) => always.includes(at) || roster.some((person, row) => text(person, row) !== ''));
  return {
    id,
    kind: 'table',
    widths: shown.map(({ width }) => width),
    rows: [shown.map(({ label }) => cell(label, true)), ...roster.map((person, row) => shown.map(({ text }) => cell(text(person, row))))],
  };
}

function stateOf(person: Person, roster: readonly Person[], script: Script): string {
  const holder = person.attendance === 'proxy' ? holderOf(roster, person)?.name : undefined;
  return holder ? `${words.entrusts[script]}${holder}` : person.attendance === 'proxy' ? attendanceWords.proxy[script] : stateWords[person.attendance][script];
}
