/** word/styles.xml and word/fontTable.xml, written from the layout. Nothing of Word's defaults shines through. */
import type { Script } from '#shared/language.ts';
import type { Align } from '#shared/minutes/align.ts';
import type { StyleName } from '#shared/minutes/styles.ts';
import type { DocumentLanguage, Indent, LayoutProfile, LayoutStyle } from '#shared/layouts/layout.ts';
import { faceOf, pointTwips, twips } from '#shared/layouts/measures.ts';
import { styleIds, tableStyleId } from './layout.ts';
import { declaration, element, value, wordNamespace } from './xml.ts';

/** The names by which Word knows its own styles; others carry the name that the layout gives. */
export const builtIn: Partial<Record<StyleName, string>> = {
  title: 'Title',
  heading1: 'heading 1',
  heading2: 'heading 2',
  heading3: 'heading 3',
  heading4: 'heading 4',
  body: 'Body Text',
  bullet: 'List Bullet',
  quote: 'Quote',
  caption: 'caption',
};

const alignments: Record<Align, string> = { start: 'left', center: 'center', end: 'right', justify: 'both' };

/** Which numbering a style is bound to. */
export interface StyleNumbers {
  /** numId of the items' own list. */
  items: number;
  /** numId of the bullets' list. */
  bullets: number;
  /** numId of the chapters' list. */
  chapters: number;
}

/** word/styles.xml: document defaults, one style for each name, table style, link. */
export function stylesXml(layout: LayoutProfile, language: DocumentLanguage, script: Script, numbers: StyleNumbers): string {
  const { base, table } = layout;
  const names = Object.keys(layout.styles) as StyleName[];
  const rule = { 'w:val': 'single', 'w:sz': Math.round(table.rule * 8), 'w:space': 0, 'w:color': '000000' };
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  return (
    declaration +
    element(
      'w:styles',
      { 'xmlns:w': wordNamespace },
      element(
        'w:docDefaults',
        {},
        element(
          'w:rPrDefault',
          {},
          element(
            'w:rPr',
            {},
            fonts(layout, base.face, language),
            value('w:color', '000000'),
            base.spacing !== 0 && value('w:spacing', pointTwips(base.spacing)),
            size(base.pt),
            element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': language, 'w:bidi': 'ar-SA' }),
          ),
        ),
        element(
          'w:pPrDefault',
          {},
          element(
            'w:pPr',
            {},
            value('w:widowControl', layout.widowControl ? 1 : 0),
            value('w:kinsoku', 1),
            value('w:overflowPunct', 1),
            value('w:topLinePunct', 1),
            value('w:autoSpaceDE', 1),
            value('w:autoSpaceDN', 1),
            // The lines are exact: one that is not as high as a line of the grid would be stretched to two.
            layout.grid !== null && value('w:snapToGrid', 0),
            element('w:spacing', { 'w:before': 0, 'w:after': 0, ...prefixed(lineOf(base.line)) }),
          ),
        ),
      ),
      defaultStyle('paragraph', 'Normal', 'Normal'),
      defaultStyle('character', 'DefaultParagraphFont', 'Default Paragraph Font'),
      defaultStyle('numbering', 'NoList', 'No List'),
      element(
        'w:style',
        { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
        value('w:name', 'Normal Table'),
        value('w:uiPriority', 99),
        '<w:semiHidden/><w:unhideWhenUsed/>',
        element('w:tblPr', {}, element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), margins(0, 1.9)),
      ),
      ...names.map((name) => {
        const style = layout.styles[name];
        return paragraphStyle(layout, language, {
          id: styleIds[name],
          name: builtIn[name] ?? style.name?.[script] ?? name,
          custom: builtIn[name] === undefined,
          style: withBulletIndent(layout, name),
          // Typing on after a heading or a title goes on with text.
          next: style.outline !== undefined || name === 'title' ? styleIds.body : undefined,
          number: numberOf(layout, name, numbers),
        });
      }),
      paragraphStyle(layout, language, { id: 'Header', name: 'header', custom: false, style: layout.header.style }),
      paragraphStyle(layout, language, { id: 'Footer', name: 'footer', custom: false, style: layout.footer.style }),
      element(
        'w:style',
        { 'w:type': 'character', 'w:styleId': 'Hyperlink' },
        value('w:name', 'Hyperlink'),
        value('w:uiPriority', 99),
        '<w:unhideWhenUsed/>',
        element('w:rPr', {}, value('w:color', '0563C1'), value('w:u', 'single')),
      ),
      // The separators of the note parts, which every file carries, name these two.
      ...(['footnote', 'endnote'] as const).map((note) =>
        element(
          'w:style',
          { 'w:type': 'character', 'w:styleId': note === 'footnote' ? 'FootnoteReference' : 'EndnoteReference' },
          value('w:name', `${note} reference`),
          value('w:uiPriority', 99),
          '<w:semiHidden/><w:unhideWhenUsed/>',
          element('w:rPr', {}, value('w:vertAlign', 'superscript')),
        ),
      ),
      element(
        'w:style',
        { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': tableStyleId },
        value('w:name', table.name[script]),
        value('w:basedOn', 'TableNormal'),
        element('w:tblPr', {}, element('w:tblBorders', {}, ...sides.map((side) => element(`w:${side}`, rule))), margins(table.padding.y, table.padding.x)),
      ),
    )
  );
}

/** word/fontTable.xml: the faces with the other names that they go by, so that Word finds a stand-in. */
export function fontTableXml(layout: LayoutProfile, language: DocumentLanguage): string {
  const charset = { 'zh-CN': '86', 'zh-TW': '88', 'zh-HK': '88' }[language];
  const eastAsian = new Map<string, string[]>();
  const latin = new Set<string>();
  for (const face of Object.keys(layout.faces)) {
    const { eastAsia, latin: western } = faceOf(layout, face, language);
    const [name, ...others] = eastAsia;
    if (name !== undefined) eastAsian.set(name, others);
    latin.add(western);
  }
  return (
    declaration +
    element(
      'w:fonts',
      { 'xmlns:w': wordNamespace },
      ...[...eastAsian].map(([name, others]) =>
        element(
          'w:font',
          { 'w:name': name },
          others.length > 0 && value('w:altName', others.join(',')),
          value('w:charset', charset),
          value('w:family', 'auto'),
          value('w:pitch', 'default'),
        ),
      ),
      ...[...latin].filter((name) => !eastAsian.has(name)).map((name) => element('w:font', { 'w:name': name }, value('w:charset', '00'), value('w:family', 'auto'), value('w:pitch', 'variable'))),
    )
  );
}

interface StyleEntry {
  id: string;
  name: string;
  custom: boolean;
  style: LayoutStyle;
  next?: string | undefined;
  number?: { numId: number; level: number; bullets: boolean } | undefined;
}

function paragraphStyle(layout: LayoutProfile, language: DocumentLanguage, entry: StyleEntry): string {
  const { style, number } = entry;
  const { rule, pt } = style;
  const bold = style.bold || faceOf(layout, style.face, language).bold;
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': entry.custom ? 1 : undefined, 'w:styleId': entry.id },
    value('w:name', entry.name),
    value('w:basedOn', style.basedOn ? styleIds[style.basedOn] : 'Normal'),
    entry.next !== undefined && value('w:next', entry.next),
    value('w:uiPriority', style.outline ?? 10),
    '<w:qFormat/>',
    element(
      'w:pPr',
      {},
      style.keepNext && '<w:keepNext/>',
      style.keepLines && '<w:keepLines/>',
      number && element('w:numPr', {}, number.level > 0 && value('w:ilvl', number.level), value('w:numId', number.numId)),
      rule &&
        element('w:pBdr', {}, element(`w:${rule.side}`, { 'w:val': 'single', 'w:sz': Math.round(rule.pt * 8), 'w:space': Math.round(rule.gap), 'w:color': rule.colour })),
      element('w:spacing', { 'w:before': pointTwips(style.space.before), 'w:after': pointTwips(style.space.after), ...prefixed(lineOf(style.line)) }),
      element('w:ind', number?.bullets ? bulletIndent(style) : prefixed(indentOf(style.indent, pt))),
      value('w:jc', alignments[style.align]),
      style.outline !== undefined && value('w:outlineLvl', style.outline - 1),
    ),
    element(
      'w:rPr',
      {},
      fonts(layout, style.face, language),
      bold && '<w:b/><w:bCs/>',
      style.colour !== undefined && value('w:color', style.colour),
      style.spacing !== undefined && value('w:spacing', pointTwips(style.spacing)),
      size(pt),
    ),
  );
}

/**
 * The indents of a paragraph in hundredths of a character with their twips twins: LibreOffice reads only those. Word
 * counts the characters of `left` up to the hanging first line, its twips up to the lines below.
 */
function indentOf({ left, right, hanging, firstLine }: Indent, pt: number) {
  const hundredths = (count: number) => (count === 0 ? undefined : Math.round(count * 100));
  return {
    leftChars: hundredths(left - hanging),
    rightChars: hundredths(right),
    hangingChars: hundredths(hanging),
    firstLineChars: hundredths(firstLine),
    ...twipsOf({ left, right, hanging, firstLine }, pt),
  };
}

/** The same in twips alone. */
export const twipsOf = ({ left, right, hanging, firstLine }: Indent, pt: number) => ({
  left: pointTwips(left * pt),
  right: pointTwips(right * pt),
  ...(hanging > 0 ? { hanging: pointTwips(hanging * pt) } : { firstLine: pointTwips(firstLine * pt) }),
});

/** Bullets have twips alone, for a style's characters would win over the twips of the deeper levels. */
function bulletIndent({ indent, pt }: LayoutStyle) {
  return prefixed({ left: pointTwips(indent.left * pt), right: pointTwips(indent.right * pt), hanging: pointTwips(indent.hanging * pt) });
}

/** The height of a line as Word has it. */
export function lineOf(line: LayoutStyle['line']) {
  if ('exact' in line) return { line: pointTwips(line.exact), lineRule: 'exact' as const };
  if ('atLeast' in line) return { line: pointTwips(line.atLeast), lineRule: 'atLeast' as const };
  return { line: Math.round(line.multiple * 240), lineRule: 'auto' as const };
}

const prefixed = (attributes: Record<string, string | number | undefined>) => Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`w:${name}`, value]));

/** A face by the kinds of characters that it draws. */
export function fontsOf(layout: LayoutProfile, face: string, language: DocumentLanguage) {
  const { eastAsia, latin } = faceOf(layout, face, language);
  return { ascii: latin, hAnsi: latin, eastAsia: eastAsia[0] ?? latin, cs: latin };
}

const fonts = (layout: LayoutProfile, face: string, language: DocumentLanguage): string => element('w:rFonts', prefixed(fontsOf(layout, face, language)));

/** Half points. */
const size = (pt: number) => value('w:sz', Math.round(pt * 2)) + value('w:szCs', Math.round(pt * 2));

function defaultStyle(type: string, id: string, name: string): string {
  return element('w:style', { 'w:type': type, 'w:default': 1, 'w:styleId': id }, value('w:name', name), type === 'paragraph' && '<w:qFormat/>');
}

function margins(y: number, x: number): string {
  const sides: [string, number][] = [['top', y], ['left', x], ['bottom', y], ['right', x]];
  return element('w:tblCellMar', {}, ...sides.map(([side, mm]) => element(`w:${side}`, { 'w:w': twips(mm), 'w:type': 'dxa' })));
}

function numberOf(layout: LayoutProfile, name: StyleName, numbers: StyleNumbers): StyleEntry['number'] {
  if (name === 'bullet') return { numId: numbers.bullets, level: 0, bullets: true };
  if (name === 'heading1' && layout.numbers.chapters) return { numId: numbers.chapters, level: 0, bullets: false };
  const level = layout.items.findIndex((item) => item.style === name);
  return level < 0 ? undefined : { numId: numbers.items, level, bullets: false };
}

/** A bullet stands where the first depth of the layout's bullets has it. */
function withBulletIndent(layout: LayoutProfile, name: StyleName): LayoutStyle {
  const style = layout.styles[name];
  const first = layout.bullets[0];
  return name === 'bullet' && first ? { ...style, indent: { firstLine: 0, hanging: first.hanging, left: first.left, right: 0 } } : style;
}
