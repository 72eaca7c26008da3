/** Numbers and bullets as people type them, and when a typed number may become a derived one. */
import { newId } from '#shared/minutes/id.ts';
import { type Inline, inlineText } from '#shared/minutes/inline.ts';
import type { ItemLevel } from '#shared/minutes/numbering.ts';
import type { TextBlock } from '#shared/minutes/blocks/text.ts';

export interface Marker {
  level: ItemLevel;
  number: number;
  /** UTF-16 length of the marker with the space behind it. */
  length: number;
}

const figures = '一二三四五六七八九';

/** The value of a Chinese numeral up to 九百九十九 as lists use it, or null. */
export function chineseValue(text: string): number | null {
  const match = /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const [, hundreds, tens, ten, ones] = match;
  const value = (figure: string | undefined) => (figure ? figures.indexOf(figure) + 1 : 0);
  return value(hundreds) * 100 + (ten ? (value(tens) || 1) * 10 : 0) + value(ones);
}

const shapes: readonly (readonly [ItemLevel, RegExp])[] = [
  [1, /^([一二三四五六七八九十百零]{1,6})、[ \u3000]*/],
  [2, /^[（(]([一二三四五六七八九十百零]{1,6})[）)][ \u3000]*/],
  [3, /^(\d{1,3})[.．](?!\d)[ \u3000]*/],
  [4, /^[（(](\d{1,3})[）)][ \u3000]*/],
];

/** The marker that a line begins with: 一、 （一） 1. （1）; null for any other beginning. */
export function findMarker(text: string): Marker | null {
  for (const [level, shape] of shapes) {
    const match = shape.exec(text);
    if (!match?.[1]) continue;
    const number = level <= 2 ? chineseValue(match[1]) : Number(match[1]);
    if (number !== null && number > 0) return { level, number, length: match[0].length };
  }
  return null;
}

/** Inline content without its first `length` UTF-16 units. */
export function dropStart(inline: readonly Inline[], length: number): Inline[] {
  let left = length;
  const rest: Inline[] = [];
  for (const part of inline) {
    if (left === 0 || part.type !== 'text') rest.push(part);
    else if (part.text.length <= left) left -= part.text.length;
    else {
      rest.push({ ...part, text: part.text.slice(left) });
      left = 0;
    }
  }
  return rest;
}

/** A line of a list as its program had it: the number is known, but not yet whether ours would be the same. */
export interface ListLine {
  id: string;
  kind: 'listLine';
  level: ItemLevel;
  number: number;
  /** The marker as it was shown, for where the number has to stay as text. */
  marker: string;
  inline: Inline[];
}

/**
 * Turns list lines and typed markers of one flow into items. A line becomes an item only where the derived number is
 * the one it had; any other keeps its number as text, so that no number changes by pasting.
 */
export function settleItems<Other extends { kind: string }>(flow: readonly (Other | TextBlock | ListLine)[]): (Other | TextBlock)[] {
  const counts = [0, 0, 0, 0];
  const take = (level: ItemLevel, number: number): { restart?: true } | null => {
    const had = counts[level - 1] ?? 0;
    if (number !== had + 1 && number !== 1) return null;
    counts[level - 1] = number;
    counts.fill(0, level);
    return number === had + 1 ? {} : { restart: true };
  };
  return flow.map((block) => {
    if (isListLine(block)) {
      const counted = take(block.level, block.number);
      return counted
        ? { id: block.id, kind: 'item', level: block.level, ...counted, inline: block.inline }
        : { id: block.id, kind: 'paragraph', inline: [{ type: 'text', text: block.marker }, ...block.inline] };
    }
    if (block.kind === 'heading') counts.fill(0);
    if (!isParagraph(block)) return block;
    const marker = findMarker(inlineText(block.inline));
    const counted = marker && take(marker.level, marker.number);
    return marker && counted
      ? { id: newId(), kind: 'item', level: marker.level, ...counted, inline: dropStart(block.inline, marker.length) }
      : block;
  });
}

const isListLine = (block: { kind: string }): block is ListLine => block.kind === 'listLine';
const isParagraph = (block: { kind: string }): block is TextBlock & { kind: 'paragraph' } => block.kind === 'paragraph';
