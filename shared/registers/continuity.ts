/** 承接: what the next meeting of a body takes over from the last one besides its frame. */
import { type Block, type BlockOf, sections } from '../minutes/blocks/index.ts';
import type { Followed, FollowUp } from '../minutes/blocks/follow-up/index.ts';
import type { MinutesDocument } from '../minutes/document.ts';
import { dueText } from '../minutes/due.ts';
import { newId } from '../minutes/id.ts';
import { blank, plain } from '../minutes/inline.ts';
import type { Meta } from '../minutes/meta.ts';
import { nextMeeting, nextRoster } from '../minutes/next-meeting.ts';
import { type Outcome, outcomes } from '../minutes/outcomes.ts';
import type { AnySection, Term } from '../minutes/section.ts';
import { correctionsOf } from '../minutes/stage-words.ts';
import { term } from '../minutes/section.ts';
import { formatDay } from '../text/dates.ts';
import { foldScript } from '../text/fold.ts';
import type { DecisionEntry } from './entries.ts';
import { entriesOf } from './entries-of.ts';

/** Decided, and to be carried out: they stand in the next meeting's table of follow-up. */
const carriedOut: ReadonlySet<Outcome> = new Set(['passed', 'unanimous', 'noObjection', 'amended', 'inPrinciple', 'partly', 'ratified', 'appointed']);
/** Not settled: they come back as matters. */
const comesBack: ReadonlySet<Outcome> = new Set(['deferred', 'referred']);

const words = {
  confirm: { CN: term('確認上次會議記錄', '确认上次会议记录'), TW: term('確認上次會議紀錄', '确认上次会议纪录'), HK: term('通過上次會議記錄', '通过上次会议记录') },
  reading: term('《{{title}}》已送各出席人員，提請確認。', '《{{title}}》已送各出席人员，提请确认。'),
  corrected: term('定稿後更正', '定稿后更正'),
  result: term('確認結果', '确认结果'),
  deferred: term('本案經《{{title}}》決議「{{outcome}}」，提請續行審議。', '本案经《{{title}}》决议“{{outcome}}”，提请继续审议。'),
  referred: term('本案經《{{title}}》交{{owner}}研議，提請報告結果並審議。', '本案经《{{title}}》交{{owner}}研究，提请报告结果并审议。'),
  due: term('期限', '期限'),
  nobody: term('相關單位', '相关单位'),
} as const;

const say = (words: Term, { script }: Pick<Meta, 'script'>, params: Readonly<Record<string, string>> = {}): string =>
  Object.entries(params).reduce((text, [name, value]) => text.replace(`{{${name}}}`, () => value), words[script]);

/** 複製為下次會議: the frame of the last record, and what is carried over from it. */
export function nextOf(last: MinutesDocument): MinutesDocument {
  return continueFrom(nextMeeting({ ...last, blocks: last.blocks.filter((block) => !isConfirmation(block)) }), last);
}

/**
 * A record that begins, with what the last meeting of its body left: the roster where it has none, 確認上次會議紀錄 with
 * the corrections of that record, the table of follow-up with decisions and open actions, and the matters that were
 * put off or referred, each with the way back to where it was decided.
 */
export function continueFrom(next: MinutesDocument, last: MinutesDocument): MinutesDocument {
  const rows = followedRows(last);
  const blocks = withFollowUp(next.blocks, rows);
  const opening = [confirmation(next.meta, last), ...(rows.length > 0 && blocks === next.blocks ? [followUpSection(rows)] : [])];
  const after = blocks.findLastIndex((block, at) => block.kind === 'attendance' && blocks.slice(0, at).every((one) => one.kind !== 'resolution')) + 1;
  const opened = [...blocks.slice(0, after), ...opening, ...blocks.slice(after)];
  return {
    ...next,
    meta: { ...next.meta, ...(next.meta.bodyId === undefined && last.meta.bodyId !== undefined && { bodyId: last.meta.bodyId }) },
    roster: next.roster.length > 0 ? next.roster : nextRoster(last.roster),
    blocks: withMatters(opened, matters(next.meta, last), after + opening.length),
  };
}

/** Whether a section is the confirmation of an earlier record: that of the next meeting is about another one. */
function isConfirmation(block: Block): boolean {
  return block.kind === 'resolution' && /^(?:确认|通过).*(?:记录|纪录|纪要)$/.test(foldScript(block.fields['matter'] ?? ''));
}

const section = <Kind extends 'resolution' | 'followUp'>(kind: Kind, parts: Partial<BlockOf<Kind>>): BlockOf<Kind> => {
  const { fields, choices } = (sections[kind] as unknown as AnySection).section;
  return {
    id: newId(),
    kind,
    heading: null,
    body: [{ id: newId(), kind: 'paragraph', inline: [] }],
    ...parts,
    fields: { ...Object.fromEntries(Object.keys(fields).map((name) => [name, ''])), ...parts.fields },
    values: { ...Object.fromEntries(Object.entries(choices).map(([name, { initial }]) => [name, initial])), ...parts.values },
  } as unknown as BlockOf<Kind>;
};

const followUpSection = (rows: Followed[]): Block => section('followUp', { data: { rows } });

/** The rows in the table that stands there already; the same blocks where there is none. */
function withFollowUp(blocks: Block[], rows: Followed[]): Block[] {
  const at = blocks.findIndex((block) => block.kind === 'followUp');
  if (at === -1 || rows.length === 0) return blocks;
  return blocks.map((block, index) => (index === at ? ({ ...block, data: { rows } } as Block) : block));
}

const paragraph = (text: string) => ({ id: newId(), kind: 'paragraph' as const, inline: plain(text) });

function confirmation(meta: Meta, last: MinutesDocument): Block {
  const { title } = last.meta;
  const form = meta.region === 'TW' ? 'itemised' : 'narrative';
  const corrected = correctionsOf(last)
    .filter(({ isPending }) => isPending)
    .map(({ day, reason }) => paragraph(`${say(words.corrected, meta)}（${formatDay(day, meta.region, { weekday: false })}）：${reason}`));
  return section('resolution', {
    fields: { matter: say(words.confirm[meta.region], meta), decision: '' },
    values: { form, matterKind: 'general', outcome: 'open' },
    body: [
      paragraph(say(words.reading, meta, { title })),
      ...corrected,
      ...(form === 'narrative' ? [{ id: newId(), kind: 'paragraph' as const, inline: [blank(say(words.result, meta))] }] : []),
    ],
  });
}

/** What is to be followed up: what was open before, what was decided, who was to do what. */
function followedRows(last: MinutesDocument): Followed[] {
  const { meta, id: meetingId } = last;
  const { decisions, actions } = entriesOf(last);
  const before = last.blocks.flatMap((block) => (block.kind === 'followUp' ? ((block.data as FollowUp | undefined)?.rows ?? []) : [])).filter(({ state }) => state !== 'done');
  const confirmations = new Set(last.blocks.filter(isConfirmation).map(({ id }) => id));
  const decided = decisions.filter(({ outcome, kind, blockId }) => carriedOut.has(outcome) && kind !== 'heardReport' && !confirmations.has(blockId));
  const open = actions.filter(({ done }) => done === null);
  return [
    ...before.map((row) => ({ ...row, id: newId() })),
    ...decided.map(({ matter, words: wording, number, owner, blockId }): Followed => ({
      id: newId(),
      decision: (matter || wording).slice(0, 2000),
      ...(number !== null && { number }),
      owner,
      progress: '',
      state: 'open',
      from: { meetingId, blockId },
    })),
    ...open.map(({ task, owner, due, blockId, rowId }): Followed => ({
      id: newId(),
      decision: (due === '' ? task : `${task}（${say(words.due, meta)}：${dueText(due, meta.region)}）`).slice(0, 2000),
      owner,
      progress: '',
      state: 'open',
      from: { meetingId, blockId, rowId },
    })),
  ];
}

/** The matters that were not settled, as matters of the next meeting. */
function matters(meta: Meta, last: MinutesDocument): Block[] {
  const left = entriesOf(last).decisions.filter(({ outcome, kind }) => comesBack.has(outcome) && kind !== 'heardReport');
  return left.map((entry) => {
    const source = last.blocks.find(({ id }) => id === entry.blockId) as unknown as BlockOf<'resolution'> | undefined;
    return section('resolution', {
      fields: { matter: entry.matter, decision: '' },
      values: { form: source?.values.form ?? 'itemised', matterKind: (entry.matterKind ?? 'general') as 'general', outcome: 'open' },
      body: [paragraph(whyAgain(meta, last.meta, entry))],
      ...followsData({ meetingId: last.id, blockId: entry.blockId }),
    });
  });
}

function whyAgain(meta: Meta, { title }: Meta, { outcome, owner }: DecisionEntry): string {
  if (outcome === 'referred') return say(words.referred, meta, { title, owner: owner || say(words.nobody, meta) });
  return say(words.deferred, meta, { title, outcome: outcomes[outcome][meta.script === 'Hant' ? 'zh-Hant' : 'zh-Hans'] });
}

/** The way back, where the kind can keep it. */
export function followsData(follows: { meetingId: string; blockId: string }): Partial<BlockOf<'resolution'>> {
  const { data } = (sections.resolution as unknown as AnySection).section;
  return data?.schema.safeParse({ follows }).success ? ({ data: { follows } } as unknown as Partial<BlockOf<'resolution'>>) : {};
}

/** Before the first matter of the frame, else behind what opens the meeting. */
function withMatters(blocks: Block[], carried: Block[], opened: number): Block[] {
  const first = blocks.findIndex((block, at) => at >= opened && block.kind === 'resolution');
  const at = first === -1 ? opened : first;
  return [...blocks.slice(0, at), ...carried, ...blocks.slice(at)];
}
