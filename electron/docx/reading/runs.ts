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

/** 隱藏文字: not printed. */
export const isHidden = (properties: XmlElement | undefined): boolean => isOn(properties, 'w:vanish') === true;

/** Signs that Word takes from fonts of pictures, as the characters that they look like. */
const symbols: Readonly<Record<string, string>> = { F0FE: '☑', F0FD: '☒', F052: '☑', F0A8: '□', F06F: '□', F0A3: '□', F0FC: '✓', F0E8: '→', F0B7: '•', F06C: '●', F06E: '■', F075: '◆', F0D8: '➢' };

/** The character of a `w:sym`; U+25A1 for one that only its font knows. */
export function symbolOf(element: XmlElement): string {
  const code = (element.attributes['w:char'] ?? '').toUpperCase();
  const value = Number.parseInt(code, 16);
  if (symbols[code] !== undefined) return symbols[code];
  return value >= 0x20 && value < 0xe000 && !(value >= 0xd800) ? String.fromCodePoint(value) : '□';
}

export const propertiesOf = (run: XmlElement): XmlElement | undefined => child(run, 'w:rPr');
