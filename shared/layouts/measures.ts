/** What every reader of a layout works out the same way: the face of a language, twips, the type area. */
import type { PrintDocument } from '../minutes/print.ts';
import { type DocumentLanguage, type Face, languageSchema, type LayoutProfile, type LayoutStyle } from './layout.ts';

/** The language that decides the faces: the record's own tag, or else the usual one of its script. */
export function documentLanguage(print: Pick<PrintDocument, 'language' | 'script'>): DocumentLanguage {
  const own = languageSchema.safeParse(print.language);
  return own.success ? own.data : print.script === 'Hans' ? 'zh-CN' : 'zh-TW';
}

/** The face of a style in a language. The schema has made sure that it is there. */
export function faceOf(layout: LayoutProfile, face: string, language: DocumentLanguage): Face {
  const found = layout.faces[face]?.[language];
  if (!found) throw new Error(`The layout ${layout.id} has no face ${face} for ${language}`);
  return found;
}

/** Width of the type area in twips. */
export const typeWidth = ({ page }: LayoutProfile): number => twips(page.width - page.left - page.right);

/** Height of the type area in twips. */
export const typeHeight = ({ page }: LayoutProfile): number => twips(page.height - page.top - page.bottom);

/** Millimetres as twips (1/1440 inch), whole: Word takes nothing else. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** Points as twips. */
export const pointTwips = (pt: number): number => Math.round(pt * 20);

/** Millimetres as points. */
export const pointsOf = (mm: number): number => (mm * 72) / 25.4;

/** 版心: the area of a page that the text fills, in points. */
export const typeArea = ({ page }: LayoutProfile): { width: number; height: number } => ({
  width: pointsOf(page.width - page.left - page.right),
  height: pointsOf(page.height - page.top - page.bottom),
});

/** The height of a line of a style in points; of one that follows its face, that of most Chinese faces. */
export function lineHeight({ line, pt }: Pick<LayoutStyle, 'line' | 'pt'>): number {
  if ('exact' in line) return line.exact;
  const usual = pt * 1.3;
  return 'atLeast' in line ? Math.max(line.atLeast, usual) : line.multiple * usual;
}

/** The white of one empty line of text, in points. */
export const blankLine = (layout: LayoutProfile): number => lineHeight(layout.base);

/** How many of its own characters a line of a style holds, before its indents. */
export const charactersOf = (layout: LayoutProfile, { pt, spacing = layout.base.spacing }: Pick<LayoutStyle, 'pt' | 'spacing'>): number =>
  Math.floor(typeArea(layout).width / (pt + spacing) + 1e-6);
