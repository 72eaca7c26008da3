/** The paper form written with docx, then finished. Loaded only when something is exported: docx is large. */
import { Document, type FileChild, Footer, Header, Packer, PageBreak, PageNumber, Paragraph, TextRun } from 'docx';
import type { PrintDocument, PrintImage } from '#shared/minutes/print.ts';
import { cleanText } from '#shared/text/clean.ts';
import { imageType, wordImage } from './image.ts';
import type { LayoutProfile, Running } from '#shared/layouts/layout.ts';
import { documentLanguage, faceOf, twips } from '#shared/layouts/measures.ts';
import { styleIds } from './layout.ts';
import { numberingOptions, styleLists, styleNumbers } from './numbering.ts';
import type { DocxOptions } from './options.ts';
import { finish } from './package.ts';
import { Writing } from './paragraph.ts';
import { blankRuns, textRuns } from './runs.ts';
import { fontTableXml, stylesXml } from './styles.ts';
import { wordTable } from './table.ts';

/** The file's bytes; see `printToDocx`. */
export async function render(print: PrintDocument, options: DocxOptions): Promise<Uint8Array> {
  const { layout } = options;
  const language = documentLanguage(print);
  const document = new Document({
    numbering: numberingOptions(layout),
    sections: [{ ...page(layout, print), children: await body(print, options) }],
  });
  // In the order that `styleNumbers` promises to the styles.
  for (const list of styleLists(layout)) document.Numbering.createConcreteNumberingInstance(list, 0);
  return finish(await Packer.toBuffer(document), {
    parts: {
      'word/styles.xml': stylesXml(layout, language, print.script, styleNumbers),
      'word/fontTable.xml': fontTableXml(layout, language),
    },
    language,
    mark: print.mark ? { words: cleanText(print.mark), face: faceOf(layout, layout.styles.title.face, language).eastAsia[0] ?? '' } : null,
    properties: { title: print.title, creator: print.organisation, ...options.properties },
    created: print.date,
  });
}

async function body(print: PrintDocument, options: DocxOptions): Promise<FileChild[]> {
  const writing = new Writing(options.layout);
  const children: FileChild[] = [];
  let breakDue = false;
  const turnPage = () => {
    if (breakDue) children.push(new Paragraph({ style: styleIds.tableText, children: [new PageBreak()] }));
    breakDue = false;
  };
  for (const node of print.nodes) {
    switch (node.type) {
      case 'pageBreak':
        turnPage();
        breakDue = true;
        break;
      case 'table':
        turnPage();
        children.push(...wordTable(writing, node));
        break;
      case 'paragraph':
        children.push(writing.paragraph(node, { pageBreakBefore: breakDue }));
        breakDue = false;
        break;
      case 'image':
        children.push(await picture(writing, node, print, options, breakDue));
        breakDue = false;
        break;
    }
  }
  turnPage();
  return children;
}

async function picture(writing: Writing, image: PrintImage, print: PrintDocument, options: DocxOptions, pageBreakBefore: boolean): Promise<Paragraph> {
  const { layout } = options;
  const data = await options.asset(image.asset);
  const type = data && imageType(data);
  const alt = cleanText(image.alt);
  const shown = data && type ? [wordImage(layout, image, data, type, alt)] : blankRuns(missing(layout, alt, print));
  return new Paragraph({
    style: styleIds.image,
    ...(pageBreakBefore && { pageBreakBefore: true }),
    children: [...writing.bookmark(image.anchor), ...shown],
  });
}

function missing(layout: LayoutProfile, alt: string, { script }: PrintDocument): string {
  return layout.words.missingImage[script].replace('{alt}', () => alt || layout.words.unnamedImage[script]);
}

function page(layout: LayoutProfile, print: PrintDocument) {
  const { page } = layout;
  const header = new Header({ children: [running(layout.header, 'Header', print)] });
  const footer = new Footer({ children: [running(layout.footer, 'Footer', print)] });
  const hasHeader = filled(layout.header.text[print.script], print).trim() !== '';
  return {
    properties: {
      titlePage: !layout.header.firstPage || !layout.footer.firstPage,
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
    headers: headers(hasHeader ? header : null, layout, print),
    footers: { default: footer, ...(layout.footer.firstPage && { first: footer }) },
  };
}

/** A page that has no line at its head has a header all the same where the file is marked: the mark stands in it. */
function headers(header: Header | null, layout: LayoutProfile, { mark }: PrintDocument): { default?: Header; first?: Header } {
  const isDifferent = !layout.header.firstPage || !layout.footer.firstPage;
  const bare = () => new Header({ children: [new Paragraph({ style: styleIds.tableText, children: [] })] });
  if (!mark) return header ? { default: header, ...(layout.header.firstPage && { first: header }) } : {};
  const first = layout.header.firstPage && header ? header : bare();
  return { default: header ?? bare(), ...(isDifferent && { first }) };
}

/** The line at the head or foot of a page: words and page numbers in the order of the layout's text. */
function running(line: Running, style: string, print: PrintDocument): Paragraph {
  const parts = line.text[print.script].split(/(\{\w+\})/).flatMap((part) => {
    if (part === '{page}') return [new TextRun({ children: [PageNumber.CURRENT] })];
    if (part === '{pages}') return [new TextRun({ children: [PageNumber.TOTAL_PAGES] })];
    return textRuns(filled(part, print));
  });
  return new Paragraph({ style, children: parts });
}

const filled = (text: string, { title, organisation }: PrintDocument): string =>
  text.replace(/\{(title|organisation)\}/g, (_, name: string) => (name === 'title' ? title : organisation));
