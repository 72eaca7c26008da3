/** What a run says of its text: marks, face, whether it is hidden. */
import { type Mark, marks as allMarks } from '#shared/minutes/inline.ts';
import type { Styles } from './styles.ts';
import { child, isOn, valueOf, type XmlElement } from './xml.ts';

/** The marks of a run: its own, or those of a style of characters. The look of the paragraph is no mark. */
export function marksOf(properties: XmlElement | undefined, styles: Styles): Mark[] {
  if (!properties) return noMarks;
  const style = valueOf(properties, 'w:rStyle');
  const chain = style === undefined ? [properties] : [properties, ...styles.runProperties(style)];
  const on = (name: string): boolean => chain.map((one) => isOn(one, name)).find((one) => one !== undefined) === true;
  const value = (name: string): string | undefined => chain.map((one) => valueOf(one, name)).find((one) => one !== undefined);
  const raised = value('w:vertAlign');
  const underline = value('w:u');
  const found: Readonly<Record<Mark, boolean>> = {
    bold: on('w:b'),
    italic: on('w:i'),
    underline: underline !== undefined && underline !== 'none' && style !== 'Hyperlink',
    strike: on('w:strike') || on('w:dstrike'),
    superscript: raised === 'superscript',
    subscript: raised === 'subscript',
    highlight: (value('w:highlight') ?? 'none') !== 'none',
  };
  const own = allMarks.filter((mark) => found[mark]);
  return own.length === 0 ? noMarks : own;
}

const noMarks: Mark[] = [];

/** Signs that Word takes from fonts of pictures, as the characters that they look like. */
const symbols: Readonly<Record<string, string>> = { F0FE: '☑', F0FD: '☒', F052: '☑', F0A8: '□', F06F: '□', F0A3: '□', F0FC: '✓', F0E8: '→', F0B7: '•', F06C: '●', F06E: '■', F075: '◆', F0D8: '➢', F0FB: '✗', F04A: '☺', F0A7: '▪', F0B2: '✧', F0B3: '≥', F0A1: '○', F0E0: '→' };

/** Fonts that draw other signs than the characters in their places; Symbol has letters and figures, too. */
const drawsSigns = /^(?:Wingdings|Webdings)\b/i;
const hasSigns = /^(?:Wingdings|Webdings|Symbol)\b/i;
const hex = (value: number): string => value.toString(16).toUpperCase();

/** The character of a `w:sym`; U+25A1 for one that only its font knows. */
export function symbolOf({ attributes }: XmlElement): string {
  const value = Number.parseInt(attributes['w:char'] ?? '', 16);
  return signOf(value, hasSigns.test(attributes['w:font'] ?? ''));
}

/** Text in a font of signs, or in the places that such fonts have: the characters that they look like. */
export const withSigns = (text: string, font: string): string =>
  drawsSigns.test(font) ? text.replace(/[!-~\u00a0-\u00ff\uf020-\uf0ff]/g, (sign) => signOf(sign.charCodeAt(0), true)) : text.replace(/[\uf020-\uf0ff]/g, (sign) => signOf(sign.charCodeAt(0), true));

/** Such fonts have their signs from U+F020 on, and files name them with and without that. */
function signOf(value: number, isSign: boolean): string {
  const own = symbols[hex(isSign && value < 0x100 ? value + 0xf000 : value)];
  if (own !== undefined) return own;
  if (isSign && value < 0x100) return '□';
  return value >= 0x20 && value < 0xe000 && !(value >= 0xd800) ? String.fromCodePoint(value) : '□';
}

export const propertiesOf = (run: XmlElement): XmlElement | undefined => child(run, 'w:rPr');
