/** 送審稿: the paper form of a record with a place for comments under each part, and the marks by which it is known again. */
import type { LayoutProfile } from '../layouts/layout.ts';
import { type Block, isSectionKind } from '../minutes/blocks/index.ts';
import type { MinutesDocument } from '../minutes/document.ts';
import { plain } from '../minutes/inline.ts';
import type { PrintDocument, PrintNode, PrintTable } from '../minutes/print.ts';
import { printDocument } from '../minutes/printing.ts';
import { toScript } from '../text/script.ts';

/** Marks are anchors like those of blocks, so that they live through every program; no id of a block is as long. */
const slotMark = 'slot';
const sentMark = 'sent';

/** The block that a mark's slot is about; null for every other mark. */
export const slotOf = (anchor: string): string | null => new RegExp(`^${slotMark}([a-z0-9]{12,28})$`).exec(anchor)?.[1] ?? null;

/** What a copy is a copy of: the meeting and the revision that was sent; null for every other mark. */
export function sentOf(anchor: string): { id: string; revision: number } | null {
  const found = new RegExp(`^${sentMark}([a-z0-9]{6,20})x(\\d{1,7})$`).exec(anchor);
  return found ? { id: found[1] ?? '', revision: Number(found[2]) } : null;
}

/** The label of a slot, which is no part of what is written into it. */
const label = '意見：';

/** What was written into a slot, without its label in either script. */
export const withoutLabel = (text: string): string => text.replace(/^\s*意[見见]\s*[：:]?/, '').trim();

/** The record on paper for comment; `revision` is the one that is sent. */
export function commentPaper(document: MinutesDocument, layout: LayoutProfile, revision: number): PrintDocument {
  const print = printDocument(document, layout);
  const say = (words: string): string => toScript(words, print.script, print.region);
  const slots = new Set(slotted(document.blocks));
  const tops = new Set(document.blocks.map(({ id }) => id));
  const first = print.nodes.findIndex((node) => 'anchor' in node && tops.has(node.anchor ?? ''));
  const nodes: PrintNode[] = [];
  let due: string | null = null;
  const putSlot = (): void => {
    if (due !== null) nodes.push(slot(say(label), due));
    due = null;
  };
  for (const node of print.nodes) {
    const id = 'anchor' in node && node.anchor !== undefined && tops.has(node.anchor) ? node.anchor : null;
    if (id !== null) {
      if (due !== null && begins(document.blocks, id)) putSlot();
      if (slots.has(id)) due = id;
    }
    nodes.push(node);
  }
  putSlot();
  const note: PrintNode = { type: 'paragraph', style: 'metaLine', runs: plain(say('送審稿：請把意見寫在各段下方的「意見」欄，或直接修改文字、加上註解，存檔後送回。')), anchor: `${sentMark}${document.id}x${revision}` };
  return { ...print, nodes: [...nodes.slice(0, Math.max(first, 0)), note, ...nodes.slice(Math.max(first, 0))] };
}

/** The blocks that a slot is about: each section, and each stretch of text from a heading or a first-level item on. */
function slotted(blocks: readonly Block[]): string[] {
  return blocks.filter(({ id }) => begins(blocks, id)).map(({ id }) => id);
}

/** Whether a part begins with a block. */
function begins(blocks: readonly Block[], id: string): boolean {
  const at = blocks.findIndex((block) => block.id === id);
  const block = blocks[at];
  const ahead = blocks[at - 1];
  if (!block) return false;
  if (!ahead || isSectionKind(block.kind) || isSectionKind(ahead.kind)) return true;
  // A heading that stands right under another one goes on with the same part.
  return (block.kind === 'heading' && ahead.kind !== 'heading') || (block.kind === 'item' && block.level === 1 && ahead.kind !== 'heading');
}

/** A row to write into. */
function slot(words: string, id: string): PrintTable {
  const cell = (text: string, header: boolean) => ({ columns: 1, rows: 1, header, paragraphs: [{ type: 'paragraph' as const, style: header ? ('tableHeader' as const) : ('tableText' as const), runs: plain(text) }] });
  return { type: 'table', headerRows: 0, widths: [0.14, 0.86], rows: [[cell(words, true), cell('', false)]], anchor: `${slotMark}${id}` };
}
