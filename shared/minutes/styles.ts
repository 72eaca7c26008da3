/** The named paragraph styles. A layout gives each its face, size and spacing; nothing else invents a style. */
export const styleNames = [
  'title',
  'metaLine',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'sectionHeading',
  'body',
  'item1',
  'item2',
  'item3',
  'item4',
  'bullet',
  'quote',
  'tableText',
  'tableHeader',
  'image',
  'caption',
] as const;

export type StyleName = (typeof styleNames)[number];
