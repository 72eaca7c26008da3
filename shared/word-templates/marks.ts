/** Word 版型: the marks {{…}} that an organisation's own template can hold, and what stands in their place. */
import { meetingName } from '../kit/meeting.ts';
import type { Words } from '../language.ts';
import type { MinutesDocument } from '../minutes/document.ts';
import { chairOf } from '../minutes/head.ts';
import { rosterLines } from '../minutes/roster.ts';
import { countsOf } from '../minutes/roster/counts.ts';
import { entriesOf } from '../registers/entries-of.ts';
import { outcomeTerm } from '../minutes/outcomes.ts';
import { formatDay, formatPeriod } from '../text/dates.ts';
import { chineseNumeral } from '../text/numerals.ts';
import { foldScript } from '../text/fold.ts';

/** Each mark by the names it goes by, 繁 or 简 alike; the first one is shown. */
export const marks = {
  title: ['標題', '會議名稱', 'title'],
  organisation: ['單位', '機關', 'organisation'],
  body: ['會議體', '會議', 'body'],
  term: ['屆次', 'term'],
  date: ['日期', 'date'],
  time: ['時間', 'time'],
  place: ['地點', 'place'],
  chair: ['主席', '主持人', '主持', 'chair'],
  recorder: ['紀錄', '記錄', '紀錄人', '記錄人', 'recorder'],
  present: ['出席', '出席人員', '出席者', 'present'],
  inAttendance: ['列席', '列席人員', '列席者', 'attending'],
  leave: ['請假', '請假人員', 'leave'],
  absent: ['缺席', 'absent'],
  expected: ['應到', '應出席', 'expected'],
  came: ['實到', '實際出席', 'came'],
  number: ['文號', '字號', 'number'],
  decisions: ['決議', '決議事項', 'decisions'],
  content: ['內容', '正文', '會議內容', 'content'],
} as const;
export type MarkName = keyof typeof marks;

/** What each mark stands for, where the list of them is shown. */
export const markWords: Readonly<Record<MarkName, Words>> = {
  title: { 'zh-Hant': '紀錄的標題', 'zh-Hans': '记录的标题', en: 'title of the minutes' },
  organisation: { 'zh-Hant': '單位', 'zh-Hans': '单位', en: 'organisation' },
  body: { 'zh-Hant': '會議體，如理事會', 'zh-Hans': '会议体，如理事会', en: 'the body that meets' },
  term: { 'zh-Hant': '第六屆第四次', 'zh-Hans': '第六届第四次', en: 'which meeting it is' },
  date: { 'zh-Hant': '開會日期', 'zh-Hans': '开会日期', en: 'day' },
  time: { 'zh-Hant': '開會日期與時間', 'zh-Hans': '开会日期与时间', en: 'day and time' },
  place: { 'zh-Hant': '地點', 'zh-Hans': '地点', en: 'place' },
  chair: { 'zh-Hant': '主席', 'zh-Hans': '主持人', en: 'chair' },
  recorder: { 'zh-Hant': '紀錄', 'zh-Hans': '记录人', en: 'who takes the minutes' },
  present: { 'zh-Hant': '出席的人', 'zh-Hans': '出席的人', en: 'who was there' },
  inAttendance: { 'zh-Hant': '列席的人', 'zh-Hans': '列席的人', en: 'who attended without a vote' },
  leave: { 'zh-Hant': '請假的人', 'zh-Hans': '请假的人', en: 'who was excused' },
  absent: { 'zh-Hant': '缺席的人', 'zh-Hans': '缺席的人', en: 'who was absent' },
  expected: { 'zh-Hant': '應到人數', 'zh-Hans': '应到人数', en: 'how many were expected' },
  came: { 'zh-Hant': '實到人數', 'zh-Hans': '实到人数', en: 'how many came' },
  number: { 'zh-Hant': '文號', 'zh-Hans': '文号', en: 'document number' },
  decisions: { 'zh-Hant': '每一案與結果，一行一案', 'zh-Hans': '每一项与结果，一行一项', en: 'each matter and its outcome, a line each' },
  content: { 'zh-Hant': '紀錄的全文', 'zh-Hans': '记录的全文', en: 'the text of the minutes' },
};

const folded = (name: string): string => foldScript(name.normalize('NFKC').replace(/\s+/g, '').toLowerCase());
const known = new Map(Object.entries(marks).flatMap(([mark, names]) => names.map((name) => [folded(name), mark as MarkName] as const)));

/** The mark of a name as it stands in a template; null where there is none. */
export const markOf = (name: string): MarkName | null => known.get(folded(name)) ?? null;

/** The mark that was probably meant; null where nothing is near. */
export function nearestMark(name: string): MarkName | null {
  const wanted = folded(name);
  let best: { mark: MarkName; far: number } | null = null;
  for (const [other, mark] of known) {
    const far = distance(wanted, other);
    const near = far <= Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 2)) && far < Math.max(wanted.length, other.length);
    if (near && (best === null || far < best.far)) best = { mark, far };
  }
  return best?.mark ?? null;
}

/** How many characters differ (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      next[to] = Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** What stands in the place of each mark but the text itself; several lines are parted by '\n'. */
export function markValues(document: MinutesDocument): Readonly<Record<Exclude<MarkName, 'content'>, string>> {
  const { meta, roster } = document;
  const { region, script, term, session } = meta;
  const lines = rosterLines(roster, script);
  const counts = countsOf(roster);
  const hant = script === 'Hant';
  const attendance = document.blocks.find((block) => block.kind === 'attendance');
  const listed = (name: 'present' | 'inAttendance' | 'leave' | 'absent'): string => lines[name] || ((attendance?.fields as Record<string, string> | undefined)?.[name] ?? '');
  const number = (count: number): string => (roster.length === 0 ? '' : String(count));
  const decisions = entriesOf(document).decisions.map(({ matter, words, outcome }, index) => {
    const came = words || (outcomeTerm(outcome, region)?.[script] ?? '').replace(/。$/, '');
    return `${index + 1}. ${[matter, came].filter((part) => part !== '').join('：')}`;
  });
  return {
    title: meta.title || meetingName(document),
    organisation: meta.organisation,
    body: meta.body,
    term: `${term === null ? '' : `第${chineseNumeral(term)}${hant ? '屆' : '届'}`}${session === null ? '' : `第${chineseNumeral(session)}次`}`,
    date: meta.start ? formatDay(meta.start, region, { era: true }) : '',
    time: meta.start ? formatPeriod(meta.start, meta.end, region, script, { era: true }) : '',
    place: meta.place,
    chair: chairOf(document),
    recorder: meta.recorder,
    present: [listed('present'), lines.proxy].filter((line) => line !== '').join('、'),
    inAttendance: listed('inAttendance'),
    leave: listed('leave'),
    absent: listed('absent'),
    expected: number(counts.members),
    came: number(counts.present),
    number: meta.documentNumber,
    decisions: decisions.join('\n'),
  };
}
