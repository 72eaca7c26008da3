/** 議程 → 紀錄: the sections of a record, one for each item of its agenda, in its words. */
import { foldScript } from '../text/fold.ts';
import type { AgendaItem } from './blocks/agenda/index.ts';
import type { Block, SectionKind } from './blocks/index.ts';
import type { MinutesDocument } from './document.ts';
import { emptySection } from './empty-section.ts';
import { entryName } from './entry-name.ts';
import { newId } from './id.ts';
import { plain } from './inline.ts';
import type { Meta } from './meta.ts';
import { splitSpeaker } from './recognise/people.ts';

interface Rule {
  /** Matches the folded text of an item. */
  pattern: RegExp;
  kind: SectionKind;
  /** The field that the words of the item are; absent = they are its heading. */
  field?: string;
}

/** A part of the meeting that holds several items: 報告事項, 討論提案. */
const part = /^(?:报告|讨论|审议|选举|承认|其他|续议|宣读)(?:事项|提案|议案|议题)$/;

/** In this order: the first that fits. What fits none is a heading with a line under it. */
const rules: readonly Rule[] = [
  { pattern: /(?:出席|签到|点名|清点人数|法定人数)/, kind: 'attendance' },
  { pattern: /^(?:散会|闭会|会议结束)/, kind: 'adjournment' },
  { pattern: /临时动议/, kind: 'extemporeMotion' },
  { pattern: /(?:选举|改选|补选|推选)/, kind: 'election', field: 'office' },
  { pattern: /(?:致[辞词]|讲话)/, kind: 'speech' },
  { pattern: /(?:演讲|讲座)/, kind: 'lecture' },
  { pattern: /(?:执行情形|执行情况|落实情况)/, kind: 'followUp' },
  { pattern: /(?:(?:确认|承认|通过).*[记纪](?:录|要)|审议|审查|讨论(?!交流)|表决|修[正订改]|议案|提案|预算|决算|案$)/, kind: 'resolution', field: 'matter' },
  { pattern: /(?:分组讨论|讨论|座谈|交流)/, kind: 'discussion' },
  { pattern: /(?:报告|汇报|通报)/, kind: 'heardReport', field: 'report' },
];

/** The sections that the items of an agenda ask for. */
export const sectionsOf = (items: readonly AgendaItem[], meta: Pick<Meta, 'region'>): Block[] =>
  items.filter(({ text }) => text.trim() !== '').flatMap((item) => sectionOf(item, meta));

function sectionOf({ text, presenter }: AgendaItem, { region }: Pick<Meta, 'region'>): Block[] {
  const words = text.trim().slice(0, 1000);
  const folded = foldScript(words);
  const rule = part.test(folded) ? undefined : rules.find(({ pattern }) => pattern.test(folded));
  if (!rule) return [{ id: newId(), kind: 'heading', level: 1, inline: plain(words) }, { id: newId(), kind: 'paragraph', inline: [] }];
  const section = emptySection(rule.kind);
  const fields: Record<string, string> = { ...section.fields };
  if (rule.field) fields[rule.field] = words;
  const given = presenter.trim();
  // Who presents a matter moves it or reports on it; where the kind has a place for a speaker, it is theirs.
  if (given !== '' && 'name' in fields) Object.assign(fields, splitSpeaker(given) ?? { name: given });
  const values: Record<string, string> = { ...section.values };
  if (rule.kind === 'resolution') values['form'] = region === 'TW' ? 'itemised' : 'narrative';
  if ('outcome' in values) values['outcome'] = 'open';
  const byHand = !rule.field && rule.kind !== 'attendance' && rule.kind !== 'adjournment' && rule.kind !== 'followUp';
  return [{ ...section, heading: byHand ? words : null, fields, values } as Block];
}

/**
 * The record with the sections of its agenda behind the agenda; the same object where there is nothing to add. An item that
 * is written of already, under its own words, is left alone, so that doing it again adds only what is new.
 */
export function withAgendaSections(document: MinutesDocument): MinutesDocument {
  const { meta } = document;
  const at = document.blocks.findLastIndex(({ kind }) => kind === 'agenda');
  const items = document.blocks.flatMap((block) => (block.kind === 'agenda' ? (block.data?.items ?? []) : []));
  const names = new Set(document.blocks.map((block) => wordsOf(block, meta)));
  const alone = new Set(document.blocks.map(({ kind }) => kind));
  const added = items
    .map((item) => sectionsOf([item], meta))
    .filter(([first]) => first && !names.has(wordsOf(first, meta)) && !(['attendance', 'adjournment', 'followUp'].includes(first.kind) && alone.has(first.kind)))
    .flat();
  if (at === -1 || added.length === 0) return document;
  // An empty line that waits to be written in would stand between the agenda and what follows it.
  const rest = document.blocks.slice(at + 1);
  const isBare = rest.length === 1 && rest[0]?.kind === 'paragraph' && rest[0].inline.length === 0;
  return { ...document, blocks: [...document.blocks.slice(0, at + 1), ...added, ...(isBare ? [] : rest)] };
}

/** What tells one item from another: its matter, its office, its report, or its heading. */
function wordsOf(block: Block, { region, script }: Pick<Meta, 'region' | 'script'>): string {
  const fields = ('fields' in block ? block.fields : {}) as Record<string, string>;
  return (fields['matter'] || fields['office'] || fields['report'] || entryName(block, region, script) || '').trim();
}
