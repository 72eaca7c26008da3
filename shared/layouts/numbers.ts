/** How a layout writes its numbers: Word counts by the format itself, every other reader prints the label that is made here. */
import { z } from 'zod';
import { chineseNumeral, formalNumeral } from '../text/numerals.ts';

/** As Word names them. */
const formats = {
  chineseCountingThousand: chineseNumeral,
  chineseCounting: chineseNumeral,
  taiwaneseCountingThousand: chineseNumeral,
  ideographLegalTraditional: (count: number) => formalNumeral(count, 'Hant'),
  chineseLegalSimplified: (count: number) => formalNumeral(count, 'Hans'),
  decimal: String,
  lowerLetter: letters,
  lowerRoman: (count: number) => roman(count).toLowerCase(),
  upperLetter: (count: number) => letters(count).toUpperCase(),
  upperRoman: roman,
} as const satisfies Record<string, (count: number) => string>;
export type NumberFormat = keyof typeof formats;

export const numberSchema = z.strictObject({
  format: z.enum(Object.keys(formats) as NumberFormat[]),
  /** What stands around the count: 「%1、」「（%2）」; the figure is the level. */
  text: z.string().min(1).max(20),
  /** What parts it from the text behind it. */
  suffix: z.enum(['nothing', 'space', 'tab']),
});
export type LayoutNumber = z.infer<typeof numberSchema>;

/** A count from 1 as a format writes it: 十一, 壹拾壹, 11, k, XI. */
export const formatNumber = (format: NumberFormat, count: number): string => formats[format](count);

/** The label of a level, with what parts it from the text; `counts` has the count of each level, the first one first. */
export function labelOf({ format, text, suffix }: LayoutNumber, counts: readonly number[]): string {
  const label = text.replace(/%(\d)/g, (_, level: string) => formatNumber(format, counts[Number(level) - 1] ?? 1));
  return suffix === 'nothing' ? label : `${label} `;
}

/** a … z, aa, bb: Word goes on by doubling. */
function letters(count: number): string {
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
];

function roman(count: number): string {
  const found = romans.find(([value]) => value <= count);
  return found ? found[1] + roman(count - found[0]) : '';
}
