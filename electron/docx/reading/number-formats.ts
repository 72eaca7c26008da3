/** Numbers as Word's list formats show them (ST_NumberFormat of ECMA-376, those that Chinese, Japanese and Western records use). */
import { chineseNumeral, figureNumeral, formalNumeral } from '#shared/text/numerals.ts';

const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, letters] of romans) for (; rest >= worth; rest -= worth) text += letters;
  return text;
}

/** a … z, aa … zz: the letter as often as the alphabet has run. */
const letters = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
const oneOf = (signs: string, value: number): string => [...signs][(value - 1) % [...signs].length] ?? '';
/** `count` signs of Unicode from `first` on; figures beyond them. */
const block = (first: number, count: number) => (value: number): string => (value <= count ? String.fromCodePoint(first + value - 1) : String(value));
const circled = (value: number): string =>
  value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : value <= 35 ? String.fromCodePoint(0x3251 + value - 21) : value <= 50 ? String.fromCodePoint(0x32b1 + value - 36) : String(value);
const english = (value: number): string => `${value}${['th', 'st', 'nd', 'rd'][value % 100 > 10 && value % 100 < 14 ? 0 : value % 10] ?? 'th'}`;

const formats: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  ordinal: english,
  chineseCounting: chineseNumeral,
  chineseCountingThousand: chineseNumeral,
  taiwaneseCounting: chineseNumeral,
  taiwaneseCountingThousand: chineseNumeral,
  japaneseCounting: chineseNumeral,
  ideographDigital: figureNumeral,
  japaneseDigitalTenThousand: figureNumeral,
  taiwaneseDigital: figureNumeral,
  chineseLegalSimplified: (value) => formalNumeral(value, 'Hans'),
  ideographLegalTraditional: (value) => formalNumeral(value, 'Hant'),
  ideographTraditional: (value) => oneOf(stems, value),
  ideographZodiac: (value) => oneOf(branches, value),
  ideographZodiacTraditional: (value) => oneOf(stems, value) + oneOf(branches, value),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: block(0x2474, 20),
  decimalEnclosedFullstop: block(0x2488, 20),
  ideographEnclosedCircle: block(0x3280, 10),
};

function fullWidth(value: number): string {
  return [...String(value)].map((figure) => String.fromCharCode(figure.charCodeAt(0) + 0xfee0)).join('');
}

/** A number in a format of Word; figures where the format is not known, or where it has no form for the number. */
export function formatNumber(value: number, format: string): string {
  if (value < 1 || value > 9999) return format === 'none' ? '' : String(value);
  return (formats[format] ?? String)(value);
}
