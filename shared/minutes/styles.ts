/** The named paragraph styles. A layout gives each its face, size and spacing; nothing else invents a style. */
export const styleNames = [
  'title',
  'metaLine',
  /** 份號、密級、緊急程度 at the head of the first page. */
  'grade',
  /** 發文機關標誌、紀要標誌. */
  'mark',
  'documentNumber',
  /** 編發單位 and date over the red rule. */
  'masthead',
  /** 紅色分隔線 under it: a line of its own without text. */
  'redRule',
  /** 主送. */
  'addressee',
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
  /** 出席、請假、列席 after the text. */
  'attendance',
  /** 附件說明: 附件：1. … */
  'annexNote',
  /** 「附件1」 on the annex itself, and its title. */
  'annexLabel',
  'annexTitle',
  'signature',
  /** 版記: 抄送, 印發機關, 印發日期. */
  'imprint',
  'tableText',
  'tableHeader',
  'image',
  'caption',
] as const;

export type StyleName = (typeof styleNames)[number];
