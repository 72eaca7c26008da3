/** How a record ends: when it meets again, 散會, the lines that are signed, and what is attached. */
import { type Block, type BlockOf, sections } from '../blocks/index.ts';
import { annexLines } from '../blocks/annexes/index.ts';
import { readMarker } from '../../text/numerals.ts';
import { partsText } from '../section.ts';
import { fieldText, isFixed, type Line, lineOf, paragraph, type Paper, sameOnPaper, section } from './build.ts';
import { readLabel } from './head.ts';

type Adjournment = BlockOf<'adjournment'>;
type Field = keyof Adjournment['fields'];

const labels: readonly (readonly [RegExp, 'next' | 'time'])[] = [
  [/^下次(?:会议|开会)(?:日期|时间)$/, 'next'],
  [/^(?:散会|闭会)(?:时间)?$/, 'time'],
];
/** 散會, alone on its line or with the time in parentheses. */
const bare = /^(?:散会|闭会|会议结束)(?:\([^()]{1,30}\))?$/;
/** 會議於11時30分結束。 下午四時十分散會。 主席宣布散會。 Two characters alone (散會。) say neither when nor by whom. */
const sentence = /^(?:[^,。;:]{2,30}?(?:散会|闭会)|(?:本次)?(?:会议|大会)(?:于|在)[^,。;:]{2,20}?结束)。?$/;

const layoutOf = (block: Adjournment, paper: Paper) => sections.adjournment.section.layout(block.values, paper.region);
const printed = (block: Adjournment, lines: 'before' | 'after', paper: Paper): string[] =>
  layoutOf(block, paper)[lines].map((parts) => partsText(parts, block.fields, paper.script)).filter((text) => text !== '');

const newAdjournment = (): Adjournment => section('adjournment', {}, { signatures: 'none' }, []);

/** An adjournment under a heading of its source. */
export const adjournmentUnder = (heading: string): Adjournment => ({ ...newAdjournment(), heading });

/** Whether a line names the end of the meeting: 散會, 散會（上午11時）, 散會：上午11時. */
export const namesAdjournment = (line: Line): boolean => bare.test(line.folded) || /^(?:散会|闭会)(?:时间)?$/.test(readLabel(line)?.label ?? '');

/**
 * Reads a line that ends the meeting into the adjournment that is open, or into a new one; null where it is no such
 * line. What would print otherwise, or in another order, stays a paragraph.
 */
export function readAdjournment(open: Adjournment | null, line: Line, paper: Paper): Adjournment | null {
  const labelled = readLabel(line);
  const field = labels.find(([pattern]) => pattern.test(labelled?.label ?? ''))?.[1];
  if (labelled && field) {
    const block = open ?? newAdjournment();
    const value = fieldText(labelled.value.text);
    const filled = { ...block, fields: { ...block.fields, [field]: value } as Record<Field, string> };
    const isNext = printed(filled, 'before', paper).at(-1) ?? '';
    if (value !== '' && block.fields[field] === '' && block.body.length === 0 && sameOnPaper(isNext, line.text)) block.fields[field] = value;
    else block.body.push(paragraph(line));
    return block;
  }
  if (bare.test(line.folded)) return open ? null : adjournmentUnder(line.text);
  if (!sentence.test(line.folded) || line.text.length > 40 || /^(?:[壹贰叁参肆伍陆柒捌玖拾]+、|[0-9]+[.、]|[一二三四五六七八九十]+、|\()/.test(line.folded)) return null;
  const block = open ?? newAdjournment();
  block.body.push(paragraph(line));
  return block;
}

/**
 * Reads who signs (主席：… 紀錄：…, on two lines or on one) into an adjournment; how many lines that took, 0 where they
 * are no such lines or would print otherwise.
 */
export function readSignatures(block: Adjournment, lines: readonly Line[], at: number, paper: Paper): number {
  for (const count of [1, 2]) {
    const source = lines.slice(at, at + count);
    if (source.some(isFixed)) continue;
    const parts = source.flatMap((line) => line.text.split(/(?:\s{2,}|\t|\u3000)\s*(?=[^:：\s]{1,6}\s*[:：])/)).map((text) => readLabel(lineOf(text)));
    const [chair, recorder, more] = parts;
    if (!chair || !recorder || more !== undefined) continue;
    const signed: Adjournment = {
      ...block,
      values: { signatures: 'lines' },
      fields: { ...block.fields, chair: fieldText(chair.value.text), recorder: fieldText(recorder.value.text) },
    };
    const isExact = signed.fields.chair !== '' && signed.fields.recorder !== '' && sameOnPaper(printed(signed, 'after', paper).join(''), source.map((line) => line.text).join(''));
    if (!isExact) continue;
    block.values = signed.values;
    block.fields = signed.fields;
    return count;
  }
  return 0;
}

/** 附件：1. … 2. …: the annexes of which the list at a line tells, and how many lines it takes; null where they would print otherwise. */
export function readAnnexes(lines: readonly Line[], at: number, paper: Paper): { block: Block; lines: number } | null {
  const first = lines[at];
  const labelled = first && readLabel(first);
  if (!first || labelled?.label !== '附件') return null;
  const names: string[] = [];
  let end = at + 1;
  const numbered = (line: Line | undefined): string | null => {
    const marker = line && !isFixed(line) && readMarker(line.text);
    return line && marker && marker.level === 3 && marker.value === names.length + 1 ? line.text.slice(marker.length) : null;
  };
  const beside = numbered(labelled.value);
  if (labelled.value.text !== '' && beside === null) names.push(labelled.value.text);
  else {
    if (beside !== null) names.push(beside);
    for (let name = numbered(lines[end]); name !== null; name = numbered(lines[end])) {
      names.push(name);
      end += 1;
    }
  }
  const isName = (name: string): boolean => name !== '' && name.length <= 500 && !/[。;；]$/.test(name);
  const print = annexLines({ names }, paper.region, paper.script).join('');
  if (names.length === 0 || names.length > 200 || !names.every(isName) || !sameOnPaper(print, lines.slice(at, end).map((line) => line.text).join(''))) return null;
  return { block: { ...section('annexes', {}, {}, [paragraph('')]), data: { names } }, lines: end - at };
}
