/** A register as a table for a file: what is shown, in words. */
import type { Language } from '../language.ts';
import { registers as strings } from '../locale/registers.ts';
import { type SectionKind, sections } from '../minutes/blocks/index.ts';
import { outcomes } from '../minutes/outcomes.ts';
import type { AnySection } from '../minutes/section.ts';
import { methods } from '../minutes/votes/vote.ts';
import type { Register } from './entries.ts';
import { statesOf } from './query.ts';
import type { ActionLine, AnyLine, DecisionLine, ElectionLine } from './rows.ts';

interface Column<Line> {
  name: Extract<keyof (typeof strings)['en'], `col.${string}`>;
  /** Characters. */
  width: number;
  text(line: Line, language: Language, today: string): string;
}

const day = ({ meeting }: AnyLine): string => (meeting.start ?? '').slice(0, 10);
const stateName = (state: string, language: Language): string => strings[language][`state.${state as 'open'}`];

/** The name of a choice of a kind of section; the value itself where the kind does not know it. */
export function choiceName(kind: string, choice: string, value: string | null, language: Language): string {
  if (value === null || value === '') return '';
  const section = (sections as Readonly<Record<string, unknown>>)[kind as SectionKind] as AnySection | undefined;
  return section?.section.choices[choice]?.options[value]?.[language] ?? value;
}

const meetingColumns: Column<AnyLine>[] = [
  { name: 'col.date', width: 12, text: day },
  { name: 'col.organisation', width: 20, text: ({ meeting }) => meeting.organisation },
  { name: 'col.body', width: 14, text: ({ meeting }) => meeting.body },
  { name: 'col.meeting', width: 36, text: ({ meeting }) => meeting.title },
];

const columns: { readonly [Name in Register]: Column<never>[] } = {
  decisions: [
    ...meetingColumns,
    { name: 'col.number', width: 16, text: ({ number }) => number ?? '' },
    { name: 'col.matter', width: 44, text: ({ matter }) => matter },
    { name: 'col.outcome', width: 14, text: ({ outcome }, language) => outcomes[outcome][language] },
    { name: 'col.words', width: 36, text: ({ words }) => words },
    { name: 'col.matterKind', width: 14, text: ({ kind, matterKind }, language) => choiceName(kind, 'matterKind', matterKind, language) },
    { name: 'col.owner', width: 14, text: ({ owner }) => owner },
    { name: 'col.due', width: 12, text: ({ due }) => due },
    { name: 'col.later', width: 30, text: ({ later }, language) => (later ? later.words || stateName(later.state, language) : '') },
  ] satisfies Column<DecisionLine>[],
  actions: [
    { name: 'col.task', width: 44, text: ({ task }) => task },
    { name: 'col.owner', width: 14, text: ({ owner }) => owner },
    { name: 'col.due', width: 14, text: ({ due }) => due },
    { name: 'col.state', width: 14, text: (line, language, today) => statesOf(line, today).map((state) => stateName(state, language)).join('、') },
    { name: 'col.done', width: 12, text: ({ done }) => done?.on ?? '' },
    { name: 'col.doneWhere', width: 24, text: ({ done }) => done?.where ?? '' },
    { name: 'col.note', width: 30, text: ({ note, later }) => [note, later?.words ?? ''].filter((text) => text !== '').join('；') },
    ...meetingColumns,
  ] satisfies Column<ActionLine>[],
  elections: [
    ...meetingColumns,
    { name: 'col.office', width: 30, text: ({ office }) => office },
    { name: 'col.method', width: 14, text: ({ method }, language) => (method === '' ? '' : methods[method][language]) },
    { name: 'col.elected', width: 44, text: ({ elected }) => elected.join('、') },
    { name: 'col.alternates', width: 30, text: ({ alternates }) => alternates.join('、') },
  ] satisfies Column<ElectionLine>[],
};

export interface Table {
  name: string;
  heads: string[];
  widths: number[];
  rows: string[][];
}

/** The lines as a table in a language. */
export function tableOf(register: Register, lines: readonly AnyLine[], language: Language, today: string): Table {
  const shown = columns[register] as readonly Column<AnyLine>[];
  return {
    name: strings[language][`tab.${register}`],
    heads: shown.map(({ name }) => strings[language][name]),
    widths: shown.map(({ width }) => width),
    rows: lines.map((line) => shown.map(({ text }) => text(line, language, today))),
  };
}

/** A spreadsheet would take these for a formula, or for the end of the cell. */
const active = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** The text of a cell so that no spreadsheet carries it out: an apostrophe in front of what begins like a formula. */
export const harmless = (text: string): string => (active.test(text) ? `'${text}` : text);

/** A table as CSV (RFC 4180), UTF-8 with the mark that Excel needs to see that it is. */
export function tableToCsv({ heads, rows }: Table): string {
  const cell = (text: string): string => {
    const safe = harmless(text);
    return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${[heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
