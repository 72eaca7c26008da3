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

export const propertiesOf = (run: XmlElement): XmlElement | undefined => child(run, 'w:rPr');
