/** Numbers as records write them, 0 to 9999: 一百零一, 壹貳參, 二〇二四, and the markers of numbered lines. */
import type { Script } from '../language.ts';

const figures = '零一二三四五六七八九';
const units = ['', '十', '百', '千'];
const formalFigures = { Hant: '零壹貳參肆伍陸柒捌玖', Hans: '零壹贰叁肆伍陆柒捌玖' } as const;
const formalUnits = ['', '拾', '佰', '仟'];

/** Every way to write a figure, in both scripts and widths. */
const figureValues: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇○', '一壹弌１1', '二貳贰兩两２2', '三參叁叄３3', '四肆４4', '五伍５5', '六陸陆６6', '七柒７7', '八捌８8', '九玖９9', '０0']
    .flatMap((forms, value) => [...forms].map((form) => [form, value % 10])),
);
const unitValues: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const tens: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十', 卌: '四十' };

function spell(value: number, digits: string, names: readonly string[]): string {
  const places = [...String(value)].map(Number);
  if (value === 0) return digits.charAt(0);
  let text = '';
  places.forEach((figure, index) => {
    if (figure > 0) text += digits.charAt(figure) + (names[places.length - 1 - index] ?? '');
    else if (places.slice(index).some((rest) => rest > 0) && !text.endsWith(digits.charAt(0))) text += digits.charAt(0);
  });
  return text;
}

/** A whole number from 0 to 9999 in Chinese: 十一, 二十, 一百零一. The characters are the same in both scripts. */
export function chineseNumeral(value: number): string {
  return spell(value, figures, units).replace(/^一十/, '十');
}

/** A whole number from 0 to 9999 in the formal characters: 壹拾貳. */
export function formalNumeral(value: number, script: Script): string {
  return spell(value, formalFigures[script], formalUnits);
}

/** A whole number figure by figure, as years are written: 二〇二四. */
export function figureNumeral(value: number): string {
  return [...String(value)].map((figure) => (figure === '0' ? '〇' : figures.charAt(Number(figure)))).join('');
}

/** The characters that a written number may hold, for patterns. */
export const numeralPattern = '[0-9０-９零〇○一二兩两三四五六七八九十百千廿卅卌壹貳贰參叁叄肆伍陸陆柒捌玖拾佰仟]';

/**
 * The value of a number written in Chinese (一百零一, 壹拾貳, 二〇二四, 廿三) or in figures of either width; null where
 * the text is anything else or beyond 9999.
 */
export function parseNumeral(text: string): number | null {
  const written = [...text].map((character) => tens[character] ?? character).join('');
  if (written === '') return null;
  const characters = [...written];
  // Figures without a unit are read one by one: 二〇二四, 零五.
  if (characters.every((character) => character in figureValues)) {
    const value = characters.reduce((sum, character) => sum * 10 + (figureValues[character] ?? 0), 0);
    return value <= 9999 ? value : null;
  }
  let total = 0;
  let pending: number | null = null;
  let lowest = 10_000;
  for (const [index, character] of characters.entries()) {
    const unit = unitValues[character];
    const figure = figureValues[character];
    if (unit !== undefined) {
      if (unit >= lowest || (pending === null && !(unit === 10 && index === 0)) || pending === 0) return null;
      total += (pending ?? 1) * unit;
      lowest = unit;
      pending = null;
    } else if (figure !== undefined) {
      if (pending !== null && pending !== 0) return null;
      pending = figure;
    } else return null;
  }
  return total + (pending ?? 0);
}

/** The marker at the start of a numbered line. */
export interface Marker {
  /** 1 一、  2 （一）  3 1.  4 （1）: the level whose form the marker has. */
  level: 1 | 2 | 3 | 4;
  value: number;
  /** As it stands in the line, without the space after it. */
  text: string;
  /** UTF-16 units from the start of the line to the text that follows. */
  length: number;
}

const chinese = '[一二三四五六七八九十百零〇]{1,7}';
const arabic = '[0-9０-９]{1,3}';
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const markers: readonly (readonly [Marker['level'], RegExp])[] = [
  [1, new RegExp(`^(\\s*)((${chinese})、)(\\s*)`)],
  [2, new RegExp(`^(\\s*)([（(](${chinese})[）)])(\\s*)`)],
  // A full stop that a figure follows is a decimal: 1.5公里.
  [3, new RegExp(`^(\\s*)((${arabic})[.．、](?![0-9０-９]))(\\s*)`)],
  [4, new RegExp(`^(\\s*)([（(](${arabic})[）)])(\\s*)`)],
  [4, new RegExp(`^(\\s*)(([${circled}]))(\\s*)`)],
];

/** The number that a line begins with (「一、」「（二）」「3.」「（4）」「⑤」), or null. */
export function readMarker(line: string): Marker | null {
  for (const [level, pattern] of markers) {
    const [whole, , text = '', number = ''] = pattern.exec(line) ?? [];
    if (whole === undefined) continue;
    const place = circled.indexOf(number);
    const value = place >= 0 ? place + 1 : parseNumeral(number);
    if (value !== null && value > 0) return { level, value, text, length: whole.length };
  }
  return null;
}
