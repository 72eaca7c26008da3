/** The data of a section as the blocks that it prints, and back from what these blocks say now. */
import { type Block, type Section, sections } from '../minutes/blocks/index.ts';
import type { BodyBlock } from '../minutes/blocks/body.ts';
import { newId } from '../minutes/id.ts';
import { inlineText, plain } from '../minutes/inline.ts';
import type { ItemLevel } from '../minutes/level.ts';
import type { PrintNode, PrintParagraph } from '../minutes/print.ts';
import { type DataPaper, printSectionData } from '../minutes/printing.ts';
import type { AnySection } from '../minutes/section.ts';
import { blockText } from '../minutes/text.ts';
import { withWords } from './data-words.ts';
import type { Doubt } from './doubt.ts';

/** Sections whose body holds what their data print, and which blocks of it those are. */
export interface Laid {
  blocks: Block[];
  /** By the id of the section. */
  printed: ReadonlyMap<string, readonly string[]>;
}

/** Blocks with the data of their sections laid out as text, so that a file can be held against them block by block. */
export function withPrintedData(blocks: readonly Block[], paper: DataPaper): Laid {
  const printed = new Map<string, string[]>();
  const laid = blocks.map((block) => {
    const lines = 'body' in block ? printedData(block, paper) : [];
    if (!('body' in block) || lines.length === 0) return block;
    printed.set(block.id, lines.map(({ id }) => id));
    return { ...block, body: [...block.body, ...lines] } as Block;
  });
  return { blocks: laid, printed };
}

/** What the data of a section print, as blocks of a body. */
export const printedData = (block: Section, paper: DataPaper): BodyBlock[] => printSectionData(block, paper).flatMap(blockOf);

function blockOf(node: PrintNode): BodyBlock[] {
  const id = newId();
  if (node.type === 'paragraph') return [{ id, ...kindOf(node), inline: plain(textOf(node)), ...(node.align && { align: node.align }) } as BodyBlock];
  if (node.type !== 'table') return [];
  const rows = node.rows.map((row) => row.map(({ paragraphs, ...cell }) => ({ ...cell, blocks: paragraphs.map((line) => ({ id: newId(), kind: 'paragraph' as const, inline: plain(textOf(line)) })) })));
  return [{ id, kind: 'table', widths: node.widths, rows }];
}

const kindOf = ({ style, number }: PrintParagraph): { kind: 'paragraph' } | { kind: 'item'; level: ItemLevel } =>
  number && style.startsWith('item') ? { kind: 'item', level: number.level } : { kind: 'paragraph' };

const textOf = ({ runs }: PrintParagraph): string => runs.map((run) => (run.type === 'text' ? run.text : '')).join('');

/**
 * The blocks of `folded`, what was `laid` of `sent` taken out again. What these lines say now is the data of their section
 * where some data print exactly that; else the data stay, and a doubt quotes the words.
 */
export function withReadData(sent: readonly Block[], laid: Laid, folded: readonly Block[], paper: DataPaper): { blocks: Block[]; doubts: Doubt[] } {
  const own = new Map(sent.map((block) => [block.id, block]));
  const doubts: Doubt[] = [];
  const blocks = folded.map((block) => {
    const section = own.get(block.id);
    if (!section || !('body' in section) || !('body' in block) || section.kind !== block.kind) return block;
    const ids = new Set(laid.printed.get(block.id));
    if (ids.size === 0) return withFirstData(section, block, paper);
    const now = block.body.filter(({ id }) => ids.has(id));
    const bare = { ...block, body: block.body.filter(({ id }) => !ids.has(id)) } as Section;
    const read = readData(section, bare, now, paper);
    if (read) return read;
    const fitting = withWordsThatFit(section, bare, now, paper);
    const text = changedWords(printedData(fitting, paper).flatMap(unitsOf), now.flatMap(unitsOf));
    doubts.push({ kind: 'data', blockId: block.id, text: text.slice(0, 2000) });
    return fitting;
  });
  return { blocks, doubts };
}

/** A section whose data printed nothing, with those that a reader found in what was written into it. */
function withFirstData(sent: Section, read: Section, paper: DataPaper): Section {
  const printed = shape(printedData(read, paper));
  if (printed === shape([])) return read;
  const known = new Set(sent.body.map(({ id }) => id));
  const isNew = ({ id }: BodyBlock): boolean => !known.has(id);
  // What was no data when it went out is none now.
  if (shape(read.body.filter(isNew)) !== printed) return withData(read, dataOf(sent));
  return { ...read, body: read.body.filter((block) => !isNew(block)) } as Section;
}

/** The section with data that print exactly `now`; null where none do. */
function readData(sent: Section, read: Section, now: readonly BodyBlock[], paper: DataPaper): Section | null {
  const prints = (block: Section): boolean => shape(printedData(block, paper)) === shape(now);
  const kept = withData(read, dataOf(sent));
  if (prints(sent)) return prints(read) ? read : kept;
  const changed = withWordsThatFit(sent, kept, now, paper);
  if (prints(changed)) return changed;
  const rows = withOwnRows(sent, read, paper);
  return [rows, read].find((one) => isWhole(one) && prints(one)) ?? null;
}

const dataOf = (section: Section): unknown => (section as { data?: unknown }).data;

const withData = (section: Section, data: unknown): Section =>
  (data === undefined ? Object.fromEntries(Object.entries(section).filter(([key]) => key !== 'data')) : { ...section, data }) as Section;

/** The section with those words of `now` in the data of `sent` that stand in one place of them. */
function withWordsThatFit(sent: Section, section: Section, now: readonly BodyBlock[], paper: DataPaper): Section {
  const units = (block: Section): string[] => printedData(block, paper).flatMap(unitsOf);
  const target = now.flatMap(unitsOf);
  let result = withData(section, dataOf(sent));
  if (units(result).length !== target.length) return result;
  for (const [at, text] of target.entries()) {
    const present = units(result);
    const old = present[at] ?? '';
    if (old === text) continue;
    const wanted = JSON.stringify(present.with(at, text));
    const found = withWords(dataOf(result), { old, text }, paper.region)
      .map((data) => withData(result, data))
      .find((one) => isWhole(one) && JSON.stringify(units(one)) === wanted);
    if (found) result = found;
  }
  return result;
}

/** Rows that a reader found, those of them that were there before with all that does not print. */
function withOwnRows(sent: Section, read: Section, paper: DataPaper): Section {
  const [before, after] = [sent, read].map((one) => (dataOf(one) ?? {}) as Record<string, unknown>);
  const key = Object.keys(after ?? {}).find((name) => Array.isArray(after?.[name]) && Array.isArray(before?.[name]));
  if (!key) return read;
  const alone = (block: Section, row: unknown): string => shape(printedData(withData(block, { [key]: [row] }), paper));
  const own = (before?.[key] as unknown[]).map((row) => ({ row, words: alone(sent, row) }));
  const rows = (after?.[key] as unknown[]).map((row) => {
    const words = alone(read, row);
    const at = own.findIndex((one) => one.words === words);
    return at === -1 ? row : own.splice(at, 1)[0]?.row;
  });
  return withData(read, { ...after, [key]: rows });
}

const isWhole = (block: Section): boolean => {
  const { section } = sections[block.kind] as unknown as AnySection;
  return section.data?.schema.safeParse(dataOf(block)).success ?? false;
};

/** The lines and cells of a block, in their order. */
const unitsOf = (block: BodyBlock): string[] =>
  block.kind === 'table' ? block.rows.flatMap((row) => row.map(({ blocks }) => blocks.map(({ inline }) => inlineText(inline)).join('\n'))) : blockText(block);

/** What a reader sees of blocks: their words, and the form of tables. */
const shape = (blocks: readonly BodyBlock[]): string =>
  JSON.stringify(blocks.map((block) => [block.kind === 'item' ? 'paragraph' : block.kind, block.kind === 'table' ? block.rows.map((row) => unitsOf({ ...block, rows: [row] })) : unitsOf(block)]));

/** The words of lines and cells that are not as they were; of those that were emptied, the words that went. */
function changedWords(before: readonly string[], after: readonly string[]): string {
  if (before.length === after.length) return after.flatMap((text, at) => (text === before[at] ? [] : [text || (before[at] ?? '')])).join('；');
  return [...without(after, before), ...without(before, after)].filter((text) => text !== '').join('；');
}

/** What `list` has more of than `other`. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((text) => {
    const at = left.indexOf(text);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
