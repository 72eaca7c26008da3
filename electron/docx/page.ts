/** The page of a section: paper, margins, grid, and the lines at its head and foot. */
import { Footer, Header, type ISectionOptions, PageNumber, Paragraph, TextRun } from 'docx';
import type { Align } from '#shared/minutes/align.ts';
import type { PrintDocument } from '#shared/minutes/print.ts';
import type { LayoutProfile, Running } from '#shared/layouts/layout.ts';
import { pointTwips, twips } from '#shared/layouts/measures.ts';
import { styleIds } from './layout.ts';
import { alignments } from './paragraph.ts';
import { textRuns } from './runs.ts';
import { twipsOf } from './styles.ts';

/** The section of a record in a layout, without what stands on its pages. */
export function pageOf(layout: LayoutProfile, print: PrintDocument): Omit<ISectionOptions, 'children'> {
  const { page, base, grid } = layout;
  return {
    properties: {
      titlePage: hasFirstPage(layout),
      ...(grid && 'exact' in base.line && { grid: { type: 'lines' as const, linePitch: pointTwips(base.line.exact) } }),
      page: {
        size: { width: twips(page.width), height: twips(page.height) },
        margin: {
          top: twips(page.top),
          right: twips(page.right),
          bottom: twips(page.bottom),
          left: twips(page.left),
          header: twips(page.header),
          footer: twips(page.footer),
        },
      },
    },
    headers: headers(layout, print),
    footers: footers(layout, print),
  };
}

const hasFirstPage = ({ header, footer }: LayoutProfile): boolean => !header.firstPage || !footer.firstPage;

/** Word asks for even pages of both or of neither. */
const hasEvenPages = ({ header, footer }: LayoutProfile): boolean => header.mirrored || footer.mirrored;

/** A page that has no line at its head has a header all the same where the file is marked: the mark stands in it. */
function headers(layout: LayoutProfile, print: PrintDocument): { default?: Header; first?: Header; even?: Header } {
  const { header } = layout;
  const isShown = filled(header.text[print.script], print).trim() !== '';
  if (!isShown && !print.mark) return {};
  const line = (isEven = false) => new Header({ children: [isShown ? running(header, 'Header', print, isEven) : empty()] });
  const first = header.firstPage ? line() : print.mark ? new Header({ children: [empty()] }) : undefined;
  return { default: line(), ...(hasFirstPage(layout) && first && { first }), ...(hasEvenPages(layout) && { even: line(true) }) };
}

function footers(layout: LayoutProfile, print: PrintDocument): { default: Footer; first?: Footer; even?: Footer } {
  const line = (isEven = false) => new Footer({ children: [running(layout.footer, 'Footer', print, isEven)] });
  return {
    default: line(),
    ...(hasFirstPage(layout) && layout.footer.firstPage && { first: line() }),
    ...(hasEvenPages(layout) && { even: line(true) }),
  };
}

const empty = () => new Paragraph({ style: styleIds.tableText, children: [] });

/** The line at the head or foot of a page: words and page numbers in the order of the layout's text. */
function running(line: Running, style: string, print: PrintDocument, isEven: boolean): Paragraph {
  const children = line.text[print.script].split(/(\{\w+\})/).flatMap((part) => {
    if (part === '{page}') return [new TextRun({ children: [PageNumber.CURRENT] })];
    if (part === '{pages}') return [new TextRun({ children: [PageNumber.TOTAL_PAGES] })];
    return textRuns(filled(part, print));
  });
  return new Paragraph({ style, children, ...(isEven && line.mirrored && mirrored(line.style)) });
}

const otherEdge: Readonly<Record<Align, Align>> = { start: 'end', end: 'start', center: 'center', justify: 'justify' };

const mirrored = ({ align, indent, pt }: Running['style']) => ({
  alignment: alignments[otherEdge[align]],
  indent: twipsOf({ ...indent, left: indent.right, right: indent.left }, pt),
});

const filled = (text: string, { title, organisation }: PrintDocument): string =>
  text.replace(/\{(title|organisation)\}/g, (_, name: string) => (name === 'title' ? title : organisation));
