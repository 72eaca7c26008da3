/**
 * What a layout counts in a record beside its items: the chapters (壹、貳、), the motions (第一案), and the paragraphs from
 * the beginning to the end.
 */
import type { LayoutProfile } from '../layouts/layout.ts';
import { labelOf } from '../layouts/numbers.ts';
import { numeralPattern, parseNumeral } from '../text/numerals.ts';
import { type Block, isSectionKind } from './blocks/index.ts';
import { inlineText } from './inline.ts';
import type { PrintNode, PrintNumber, PrintParagraph, PrintRun } from './print.ts';

/** The printed nodes of each block at the top of a record, in order. */
export type Printed = readonly { block: Block; nodes: readonly PrintNode[] }[];

interface Headed {
  block: Block;
  heading: PrintParagraph;
  typed: Typed | null;
}

/** Numbers the headings as the layout has it; without a format for them they stay as they are. */
export function withHeadingNumbers(printed: Printed, { numbers }: Pick<LayoutProfile, 'numbers'>): PrintNode[] {
  const headed = printed.map(({ block, nodes }) => headOf(block, nodes));
  const chapters = numbers.chapters ? chaptersOf(headed.filter((one) => one !== null)) : new Map<Block, Headed>();
  let [chapter, motion, motions] = [0, 0, ''];
  return printed.flatMap(({ block, nodes }, index) => {
    const one = headed[index];
    if (!one) return nodes;
    if (numbers.chapters && chapters.has(block)) {
      chapter += 1;
      [motion, motions] = [0, ''];
      const number: PrintNumber = { of: 'chapter', list: 'chapters', level: 1, label: labelOf(numbers.chapters, [chapter]) };
      return swap(nodes, one.heading, { ...one.heading, style: 'heading1', runs: without(one.heading.runs, one.typed?.length ?? 0), number });
    }
    if (numbers.motions && isMotion(block)) {
      motion += 1;
      motions ||= `${block.id}-motions`;
      return swap(nodes, one.heading, { ...one.heading, number: { of: 'motion', list: motions, level: 1, label: labelOf(numbers.motions, [motion]) } });
    }
    return nodes;
  });
}

/**
 * Numbers the paragraphs through the whole record, as later papers cite them: those with text that stand in no table, what
 * a section says of itself (決議：…) like what she wrote. Without a format for them they stay as they are.
 */
export function withParagraphNumbers(printed: Printed, { numbers }: Pick<LayoutProfile, 'numbers'>): Printed {
  const form = numbers.paragraphs;
  if (!form) return printed;
  let count = 0;
  const number = (node: PrintNode): PrintNode => {
    if (node.type !== 'paragraph' || node.style !== 'body' || node.align !== undefined || node.number || node.bullet !== undefined) return node;
    if (inlineText(node.runs).trim() === '') return node;
    count += 1;
    return { ...node, number: { of: 'paragraph', list: 'paragraphs', level: 1, label: labelOf(form, [count]) } };
  };
  // Who was there stands at the head of the record, before it begins.
  return printed.map(({ block, nodes }) => ({ block, nodes: block.kind === 'attendance' ? nodes : nodes.map(number) }));
}

/** The heading that a block at the top of the record prints; null for what has none, and for headings of a deeper level. */
function headOf(block: Block, nodes: readonly PrintNode[]): Headed | null {
  if (block.kind !== 'heading' && !isSectionKind(block.kind)) return null;
  const [first] = nodes;
  if (first?.type !== 'paragraph' || (first.style !== 'heading1' && first.style !== 'sectionHeading')) return null;
  return { block, heading: first, typed: readTyped(inlineText(first.runs)) };
}

/**
 * The chapters of a record. Where she typed numbers herself, those that have one, and only while they count from one on:
 * numbers that say something else are text, and the record is left as it is. Where she typed none, the headings of the
 * first level with the sections before them; a section under such a heading belongs to it.
 */
function chaptersOf(headed: readonly Headed[]): Map<Block, Headed> {
  const typed = headed.filter((one) => one.typed !== null);
  const first = headed.findIndex(({ block }) => block.kind === 'heading');
  const usual = headed.filter(({ block }, index) => block.kind === 'heading' || (!isMotion(block) && (first === -1 || index < first)));
  const chapters = typed.length === 0 ? usual : typed.every((one, index) => one.typed?.value === index + 1) ? typed : [];
  return new Map(chapters.map((one) => [one.block, one]));
}

/** 案由：… as the kind makes it. A heading that was written by hand may be that of a chapter. */
const isMotion = (block: Block): boolean =>
  (block.kind === 'resolution' || block.kind === 'extemporeMotion') && block.heading === null && block.values.form === 'itemised';

interface Typed {
  value: number;
  /** UTF-16 units with the space behind it. */
  length: number;
}

const typedNumber = new RegExp(`^\\s*(${numeralPattern}{1,7})[、.．](?![0-9０-９])\\s*`);

/** 「壹、」「一、」「1. 」 at the start of a heading. */
function readTyped(text: string): Typed | null {
  const [whole, number] = typedNumber.exec(text) ?? [];
  const value = number === undefined ? null : parseNumeral(number);
  return whole !== undefined && value !== null && value > 0 ? { value, length: whole.length } : null;
}

/** Whether a text is the number of a heading, as somebody types it, and nothing else. */
export const isTypedNumber = (text: string): boolean => readTyped(text)?.length === text.length;

/** The runs without their first characters. */
function without(runs: readonly PrintRun[], length: number): PrintRun[] {
  let rest = length;
  return runs.flatMap((run): PrintRun[] => {
    if (rest === 0 || run.type !== 'text') return [run];
    const cut = Math.min(rest, run.text.length);
    rest -= cut;
    return cut === run.text.length ? [] : [{ ...run, text: run.text.slice(cut) }];
  });
}

const swap = (nodes: readonly PrintNode[], old: PrintNode, one: PrintNode): PrintNode[] => nodes.map((node) => (node === old ? one : node));
