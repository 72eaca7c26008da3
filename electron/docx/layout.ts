/** What Word calls the styles of a layout. */
import type { StyleName } from '#shared/minutes/styles.ts';

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
