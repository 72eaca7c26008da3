/** Whether every character of a record is in a file, in order. Blanks and line ends make no difference; numbers are the file's own. */
import { diffArrays } from 'diff';
import type { MinutesDocument } from '../minutes/document.ts';
import { textPieces } from '../minutes/difference/pieces.ts';
import { entryName } from '../minutes/entry-name.ts';
import { inlineText } from '../minutes/inline.ts';
import type { PrintDocument, PrintNode } from '../minutes/print.ts';
import { blocksWithin, inlineOf } from '../minutes/walk.ts';
import { cleanText } from '../text/clean.ts';
import type { FactParagraph } from './facts.ts';
import type { Missing } from './proof.ts';

interface Line {
  text: string;
  blockId: string | null;
}

/** Beyond this many changed paragraphs the rest counts as missing without being looked for letter by letter. */
const mostEdits = 2000;
/** Characters that are shown around what is missing. */
const around = 12;

/** What the file lacks of the paper form of a record, and of the record itself where the paper form leaves it out. */
export function completeness(document: MinutesDocument, print: PrintDocument, paragraphs: readonly FactParagraph[]): { characters: number; missing: Missing[] } {
  const wanted = [...linesOf(print.nodes), ...linesOf(print.foot)];
  const boxed = paragraphs.filter(({ place }) => place === 'box');
  const inOrder = [...paragraphs.filter(({ place }) => place !== 'box'), ...boxed];
  const found = inOrder.map(({ text }) => squeezed(text)).filter((text) => text !== '');
  const where = placesOf(document);
  const lacking = compared(wanted, found);
  const all = inOrder.map(({ label, text }) => squeezed(label + text)).join('');
  const named = new Set(lacking.map(({ blockId }) => blockId));
  const unprinted = document.blocks.flatMap((top) =>
    [...blocksWithin(top)].flatMap((block) => {
      const text = squeezed(inlineText(inlineOf(block)));
      return text === '' || named.has(block.id) || all.includes(text) || all.includes(text.replace(typedNumber, '')) ? [] : [{ text, before: '', after: '', blockId: block.id }];
    }),
  );
  return {
    characters: wanted.reduce((sum, { text }) => sum + [...text].length, 0),
    missing: [...lacking, ...unprinted].map((one) => ({ ...one, where: (one.blockId !== null && where.get(one.blockId)) || '' })),
  };
}

/** A number that she typed herself; a layout may have made one of its own of it. */
const typedNumber = /^(?:[壹貳贰參叁肆伍陸陆柒捌玖拾一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.．、])/;

const squeezed = (text: string): string => cleanText(text).replace(/\s+/gu, '');

function linesOf(nodes: readonly PrintNode[]): Line[] {
  let blockId: string | null = null;
  const lines: Line[] = [];
  const add = (paragraph: Extract<PrintNode, { type: 'paragraph' }>) => {
    blockId = paragraph.anchor ?? blockId;
    const text = squeezed(inlineText(paragraph.runs));
    if (text !== '') lines.push({ text, blockId });
  };
  for (const node of nodes) {
    if (node.type === 'pageBreak') continue;
    blockId = node.anchor ?? blockId;
    if (node.type === 'paragraph') add(node);
    else if (node.type === 'table') node.rows.flat().forEach(({ paragraphs }) => paragraphs.forEach(add));
  }
  return lines;
}

function compared(wanted: readonly Line[], found: readonly string[]): Omit<Missing, 'where'>[] {
  const changes = diffArrays(wanted.map(({ text }) => text), [...found], { maxEditLength: mostEdits });
  if (!changes) return wanted.filter(({ text }) => !found.includes(text)).map(({ text, blockId }) => ({ text, before: '', after: '', blockId }));
  const effort = { left: 2_000_000 };
  const missing: Omit<Missing, 'where'>[] = [];
  let at = 0;
  for (const [index, change] of changes.entries()) {
    if (change.added) continue;
    if (change.removed) {
      const neighbour = [changes[index + 1], changes[index - 1]].find((one) => one?.added);
      missing.push(...within(wanted.slice(at, at + change.count), neighbour?.value ?? [], effort));
    }
    at += change.count;
  }
  return missing;
}

/** What of some lines is not in those that stand in their place. */
function within(lines: readonly Line[], instead: readonly string[], effort: { left: number }): Omit<Missing, 'where'>[] {
  const before = lines.map(({ text }) => text).join('\n');
  const missing: Omit<Missing, 'where'>[] = [];
  let offset = 0;
  for (const { text, state } of textPieces(before, instead.join('\n'), effort)) {
    if (state === 'added') continue;
    if (state === 'removed') {
      let start = offset;
      for (const part of text.split('\n')) {
        if (part !== '') missing.push({ text: part, before: before.slice(Math.max(0, start - around), start), after: before.slice(start + part.length, start + part.length + around), blockId: blockAt(lines, start) });
        start += part.length + 1;
      }
    }
    offset += text.length;
  }
  return missing;
}

function blockAt(lines: readonly Line[], offset: number): string | null {
  let end = 0;
  for (const { text, blockId } of lines) {
    end += text.length + 1;
    if (offset < end) return blockId;
  }
  return lines.at(-1)?.blockId ?? null;
}

/** The outline entry that each block stands under. */
function placesOf({ meta, blocks }: MinutesDocument): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  let where = '';
  for (const top of blocks) {
    where = entryName(top, meta.region, meta.script) ?? where;
    for (const block of blocksWithin(top)) places.set(block.id, where);
  }
  return places;
}
