/**
 * 交辦事項 and 前次會議決議執行情形 as they stand in plain text: a heading and under it a table with tabs, or a list in
 * which every line names who and until when (or what became of it). Whatever is not surely one stays text.
 */
import type { Region } from '../../language.ts';
import { readMarker } from '../../text/numerals.ts';
import { type Action, actionWords, handler } from '../blocks/actions/index.ts';
import { type Followed, followUpWords, type ProgressState } from '../blocks/follow-up/index.ts';
import type { Block, BlockOf } from '../blocks/index.ts';
import { readDue } from '../due.ts';
import { newId } from '../id.ts';
import { inlineText } from '../inline.ts';
import { headedBy, type Line, lineOf, type Paper, section } from './build.ts';

type Kind = 'actions' | 'followUp';
type Cells = Readonly<Record<string, string>>;

/** The folded heading of each kind, without the number before it and the colon behind it. */
const headings: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:本次)?(?:会议)?(?:交办|待办|跟进)(?:工作)?事项(?:一览|清单)?(?:表)?$/, 'actions'],
  [/^(?:前次|上次|历次|前|上)(?:会议)?(?:决议|议决|决定)(?:案|事项)*(?:执行|落实|办理|跟进)(?:情形|情况)(?:报告)?(?:表)?$|^续议事项$/, 'followUp'],
];

/** The folded head of a column; `number` counts the rows and is derived on paper. */
const columns: Readonly<Record<Kind, readonly (readonly [RegExp, string])[]>> = {
  actions: [
    [/^(?:项次|项目|序号|编号|次序)$/, 'count'],
    [/^(?:交办|待办|工作|跟进|办理)?(?:事项|任务|内容|工作)$/, 'task'],
    [/^(?:承办|负责|责任|主办|经办)(?:人|人员|单位|部门|者)?$|^权责单位$/, 'owner'],
    [/^(?:完成|办理)?(?:期限|限期|时限|日期|时间)$/, 'due'],
    [/^备[注考]$|^说明$/, 'note'],
  ],
  followUp: [
    [/^(?:项次|项目|序号|次序)$/, 'count'],
    [/^(?:前次|上次)?(?:会议)?(?:决议|议决|决定)(?:事项|内容|案)?$|^案由$/, 'decision'],
    [/^(?:决议)?(?:案号|编号|文号)$/, 'number'],
    [/^(?:承办|负责|责任|主办|经办)(?:人|人员|单位|部门|者)?$|^权责单位$/, 'owner'],
    [/^(?:执行|落实|办理|跟进)(?:情形|情况|进度|结果)$/, 'progress'],
  ],
};
const wanted: Readonly<Record<Kind, readonly string[]>> = { actions: ['task', 'owner'], followUp: ['decision', 'progress'] };

/** What surely says how far something is. */
const states: readonly (readonly [RegExp, ProgressState])[] = [
  [/^(?:均|皆|业|业已|已经)?(?:已|业)?(?:全部)?(?:办理)?(?:完毕|办结|完成|办毕|结案|落实|执行)/, 'done'],
  [/^(?:现|目前|仍|尚在|正在|正|持续)?(?:办理|进行|执行|落实|跟进|洽办|推动)中|^正在|^持续/, 'doing'],
  [/^(?:尚未|还未|未)/, 'open'],
];

/** How far something is by the words that tell it; `open` where they do not say. */
export const stateOfProgress = (folded: string): ProgressState => states.find(([form]) => form.test(folded))?.[1] ?? 'open';
const namesState = (folded: string): boolean => states.some(([form]) => form.test(folded));

const ownerLabel = /^(?:承办|负责|责任|主办|经办)(?:人|人员|单位|部门)?$|^权责单位$/;
const dueLabel = /^(?:完成|办理)?(?:期限|限期|时限|日期|时间)$/;

interface Found {
  block: Block;
  /** Lines that it takes, its heading among them. */
  lines: number;
}

/** The list that begins at a line; null where it is not surely one. */
export function readRows(lines: readonly Line[], at: number, paper: Paper): Found | null {
  const line = lines[at];
  const kind = line && kindOf(line);
  if (!line || !kind) return null;
  const table = tableRows(lines[at + 1]);
  const rest = lines.slice(at + 1, at + 1 + mostLines);
  if (table && line.file?.id !== undefined && !isAsPrinted(kind, table, paper)) return null;
  const read = table ? readTable(kind, table) : (readTable(kind, rest) ?? readList(kind, line, rest));
  if (!read?.rows.every(fits) || (table && read.lines !== table.length)) return null;
  const data = kind === 'actions' ? { rows: read.rows.map((cells) => actionOf(cells, paper.region)) } : { rows: read.rows.map(followedOf) };
  const block = { ...headedBy(section(kind, {} as BlockOf<typeof kind>['fields'], {}, []), line.text.replace(/\s*[:：]$/, ''), paper), data };
  return { block: block as Block, lines: 1 + (table ? 1 : read.lines) };
}

/** In a file of ours other words over a column, or other counts, were put there by somebody, and would not print again. */
function isAsPrinted(kind: Kind, [head, ...rows]: readonly Line[], { region, script }: Paper): boolean {
  const words = Object.values(kind === 'actions' ? { ...actionWords[region], handler } : followUpWords[region]).map((word) => word[script]);
  return (head ? cellsOf(head) : []).every((cell) => words.includes(cell)) && rows.every((row, at) => cellsOf(row)[0] === String(at + 1));
}

const mostLines = 500;

/** Whether the fields of a row hold what its cells say. */
const fits = (cells: Cells): boolean => Object.entries(cells).every(([name, { length }]) => length <= (name === 'due' || name === 'number' ? 100 : 2000));

/** The rows of a table that a file has there, as lines with tabs; null where it has none, or one that lines cannot say. */
function tableRows(line: Line | undefined): Line[] | null {
  const table = line?.file?.block;
  if (table?.kind !== 'table' || table.rows.length > mostLines) return null;
  const isPlain = table.rows.every((row) => row.every(({ columns, rows, blocks: [only, more] }) => columns === 1 && rows === 1 && only?.kind === 'paragraph' && more === undefined));
  const rows = table.rows.map((row) => row.map(({ blocks }) => blocks.map(({ inline }) => inlineText(inline)).join('')));
  return isPlain && !rows.flat().some((cell) => /[\t\n]/.test(cell)) ? rows.map((cells) => lineOf(cells.join('\t'))) : null;
}

function kindOf(line: Line): Kind | null {
  const marker = readMarker(line.text)?.length ?? /^[壹贰叁参肆伍陆柒捌玖拾]{1,3}、\s*/.exec(line.folded)?.[0].length ?? 0;
  const bare = line.folded.slice(marker).replace(/\s*:$/, '').trim();
  return headings.find(([form]) => form.test(bare))?.[1] ?? null;
}

interface Rows {
  rows: Cells[];
  lines: number;
}

const cellsOf = (line: Line): string[] => line.text.split('\t').map((cell) => cell.trim());

/** A header row whose every column is known, and rows that are not wider than it. */
function readTable(kind: Kind, lines: readonly Line[]): Rows | null {
  const [head] = lines;
  if (!head?.text.includes('\t')) return null;
  const names = head.folded.split('\t').map((cell) => columns[kind].find(([form]) => form.test(cell.replace(/\s/g, '')))?.[1]);
  if (names.some((name) => name === undefined) || new Set(names).size !== names.length) return null;
  if (!wanted[kind].every((name) => names.includes(name))) return null;
  const rows: Cells[] = [];
  for (const line of lines.slice(1)) {
    if (!line.text.includes('\t')) break;
    const cells = cellsOf(line);
    const row = Object.fromEntries(cells.map((cell, index) => [names[index] ?? '', cell]));
    // A number that is not the one that will be derived would be lost.
    const isCounted = !row['count'] || readCount(row['count']) === rows.length + 1;
    if (cells.length > names.length || !isCounted) return null;
    rows.push(row);
  }
  return rows.length === 0 ? null : { rows, lines: rows.length + 1 };
}

const readCount = (text: string): number | null => {
  const digits = /^\(?(\d{1,4})[.)、]?$/.exec(text);
  return digits ? Number(digits[1]) : (readMarker(`${text}、`)?.value ?? null);
};

/** Numbered lines one after the other, every one of which says who (or what became of it). */
function readList(kind: Kind, heading: Line, lines: readonly Line[]): Rows | null {
  const above = readMarker(heading.text)?.level ?? 0;
  const rows: Cells[] = [];
  for (const line of lines) {
    const marker = readMarker(line.text);
    if (!marker || marker.level <= above || marker.value !== rows.length + 1) break;
    const row = listed[kind](lineOf(line.text.slice(marker.length)));
    if (!row) return null;
    rows.push(row);
  }
  return rows.length === 0 ? null : { rows, lines: rows.length };
}

const listed: Readonly<Record<Kind, (line: Line) => Cells | null>> = {
  /** 修訂辦法（承辦人：柳思源；期限：3月15日前） and the same without brackets. */
  actions(line) {
    const parts = /^(.+?)\s*\(([^()]+)\)[。;]?$/.exec(line.folded);
    const [task, told] = parts
      ? [line.text.slice(0, (parts[1] ?? '').length), line.text.slice(line.folded.indexOf('(', (parts[1] ?? '').length) + 1, line.folded.lastIndexOf(')'))]
      : splitAtLabel(line);
    const cells: Record<string, string> = { task: task.replace(/[。；;，,]\s*$/, '') };
    for (const piece of told.split(/[；;，,。]/).map((one) => lineOf(one)).filter(({ text }) => text !== '')) {
      const colon = piece.folded.indexOf(':');
      const label = colon < 0 ? '' : piece.folded.slice(0, colon).trim();
      const name = ownerLabel.test(label) ? 'owner' : dueLabel.test(label) ? 'due' : null;
      if (!name || name in cells) return null;
      cells[name] = piece.text.slice(colon + 1).trim();
    }
    return cells['task'] !== '' && cells['owner'] ? cells : null;
  },
  /** 增聘顧問案：已辦理完畢。 */
  followUp(line) {
    const colon = line.folded.lastIndexOf(':');
    if (colon < 1) return null;
    const progress = lineOf(line.text.slice(colon + 1).replace(/。$/, ''));
    return namesState(progress.folded) ? { decision: line.text.slice(0, colon), progress: progress.text } : null;
  },
};

function splitAtLabel(line: Line): [string, string] {
  const at = line.folded.search(/[,;。]\s*(?:(?:承办|负责|责任|主办|经办)(?:人|人员|单位|部门)?|权责单位)\s*:/);
  return at < 0 ? [line.text, ''] : [line.text.slice(0, at), line.text.slice(at + 1)];
}

const actionOf = (cells: Cells, region: Region): Action => ({
  id: newId(),
  task: cells['task'] ?? '',
  owner: cells['owner'] ?? '',
  due: readDue(cells['due'] ?? '', region),
  note: cells['note'] ?? '',
});

function followedOf(cells: Cells): Followed {
  const { progress = '', number = '' } = cells;
  return {
    id: newId(),
    decision: cells['decision'] ?? '',
    ...(number !== '' && { number }),
    owner: cells['owner'] ?? '',
    progress,
    state: stateOfProgress(lineOf(progress).folded),
  };
}
