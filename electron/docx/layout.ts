/** What Word needs of a layout: ids of its styles, twips, the face of a language. */
import type { PrintDocument } from '#shared/minutes/print.ts';
import { type DocumentLanguage, type Face, languageSchema, type LayoutProfile } from '#shared/layouts/layout.ts';
import type { StyleName } from '#shared/minutes/styles.ts';

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

/** The ids of the styles in Word. Those that Word knows by that id keep its translated names and its behaviour. */
export const styleIds: Record<StyleName, string> = {
  title: 'Title',
  metaLine: 'MeetingData',
  grade: 'Grade',
  mark: 'Mark',
  documentNumber: 'DocumentNumber',
  masthead: 'Masthead',
  redRule: 'RedRule',
  addressee: 'Addressee',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  heading4: 'Heading4',
  sectionHeading: 'SectionHeading',
  body: 'BodyText',
  item1: 'Item1',
  item2: 'Item2',
  item3: 'Item3',
  item4: 'Item4',
  bullet: 'ListBullet',
  quote: 'Quote',
  attendance: 'Attendance',
  annexNote: 'AnnexNote',
  annexLabel: 'AnnexLabel',
  annexTitle: 'AnnexTitle',
  signature: 'Signatures',
  imprint: 'Imprint',
  tableText: 'TableText',
  tableHeader: 'TableHeader',
  image: 'Picture',
  caption: 'Caption',
};
export const tableStyleId = 'MinutesTable';
