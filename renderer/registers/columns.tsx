import { History, Scissors } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Language } from '#shared/language.ts';
import { outcomes } from '#shared/minutes/outcomes.ts';
import type { Register } from '#shared/registers/entries.ts';
import { isLate, type SortKey } from '#shared/registers/query.ts';
import type { ActionLine, AnyLine, DecisionLine, ElectionLine } from '#shared/registers/rows.ts';
import type { TextKey } from '../i18n/parts.ts';

export interface CellParts {
  t(key: TextKey<'registers'>, params?: Record<string, string | number>): string;
  language: Language;
  today: string;
  mark(line: ActionLine, isDone: boolean): void;
  showHistory(line: DecisionLine): void;
  /** 決議摘錄 of what was decided, or who was elected. */
  excerpt(line: DecisionLine | ElectionLine): void;
}

export interface RegisterColumn<Line> {
  name: Extract<TextKey<'registers'>, `col.${string}`>;
  /** As CSS grid takes it. */
  width: string;
  sort?: SortKey;
  cell(line: Line, parts: CellParts): ReactNode;
}

const date = <Line extends AnyLine>(): RegisterColumn<Line> => ({
  name: 'col.date',
  width: '84px',
  sort: 'date',
  cell: ({ meeting }) => <span className="tabular">{(meeting.start ?? '').slice(0, 10)}</span>,
});
const meeting = <Line extends AnyLine>(): RegisterColumn<Line> => ({ name: 'col.meeting', width: 'minmax(84px, 2fr)', sort: 'body', cell: (line) => line.meeting.title });

const decisions: RegisterColumn<DecisionLine>[] = [
  date(),
  { name: 'col.number', width: 'minmax(76px, 0.9fr)', sort: 'number', cell: ({ number }) => <span className="tabular">{number}</span> },
  { name: 'col.matter', width: 'minmax(130px, 4fr)', sort: 'matter', cell: ({ matter, words }) => matter || words },
  {
    name: 'col.outcome',
    width: '84px',
    sort: 'outcome',
    cell: ({ outcome }, { language }) => (
      <span className="outcome-name" data-outcome={outcome}>
        {outcomes[outcome][language]}
      </span>
    ),
  },
  { name: 'col.later', width: 'minmax(64px, 1.4fr)', cell: ({ later }, { t }) => later && (later.words || t(`state.${later.state}`)) },
  meeting(),
];

/** The last cell of a decision: the way to its history. */
export const historyButton = (line: DecisionLine, { t, showHistory }: CellParts): ReactNode => (
  <button type="button" tabIndex={-1} className="icon-button small" aria-label={t('history.of', { matter: line.matter })} title={`${t('history')}  H`} onClick={(event) => (event.stopPropagation(), showHistory(line))}>
    <History />
  </button>
);

export const excerptButton = (line: DecisionLine | ElectionLine, { t, excerpt }: CellParts): ReactNode => (
  <button type="button" tabIndex={-1} className="icon-button small" aria-label={t('excerpt.of', { matter: lineName(line) })} title={`${t('excerpt')}  E`} onClick={(event) => (event.stopPropagation(), excerpt(line))}>
    <Scissors />
  </button>
);

const actions: RegisterColumn<ActionLine>[] = [
  {
    name: 'col.done',
    width: '52px',
    cell: (line, { t, mark }) => {
      const isDone = line.state === 'done';
      return (
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isDone}
          aria-label={t(isDone ? 'mark.undo' : 'mark.done', { name: line.task })}
          onClick={(event) => event.stopPropagation()}
          onChange={() => mark(line, !isDone)}
        />
      );
    },
  },
  { name: 'col.task', width: 'minmax(160px, 4fr)', sort: 'task', cell: ({ task }) => task },
  { name: 'col.owner', width: 'minmax(80px, 1fr)', sort: 'owner', cell: ({ owner }) => owner },
  {
    name: 'col.due',
    width: '92px',
    sort: 'due',
    cell: (line, { today }) => <span className={isLate(line, today) ? 'tabular late' : 'tabular'}>{line.due}</span>,
  },
  {
    name: 'col.state',
    width: '128px',
    sort: 'state',
    cell: (line, { t, today }) => (
      <span className={isLate(line, today) ? 'late' : undefined} data-state={line.state}>
        {isLate(line, today) ? t('state.overdue') : t(`state.${line.state}`)}
        {line.done && <span className="done-on tabular"> {line.done.on}</span>}
      </span>
    ),
  },
  meeting(),
];

const elections: RegisterColumn<ElectionLine>[] = [
  date(),
  { name: 'col.office', width: 'minmax(120px, 2fr)', sort: 'office', cell: ({ office }) => office },
  { name: 'col.elected', width: 'minmax(160px, 4fr)', cell: ({ elected }) => elected.join('、') },
  { name: 'col.alternates', width: 'minmax(90px, 1.5fr)', cell: ({ alternates }) => alternates.join('、') },
  meeting(),
];

export const registerColumns = { decisions, actions, elections } as unknown as { readonly [Name in Register]: readonly RegisterColumn<AnyLine>[] };

/** What a line is called. */
export const lineName = (line: AnyLine): string => ('matter' in line ? line.matter || line.words : 'task' in line ? line.task : line.office);
