/** The paper form written with docx, then finished. Loaded only when something is exported: docx is large. */
import { Document, type FileChild, Packer, PageBreak, Paragraph } from 'docx';
import type { PrintDocument, PrintImage } from '#shared/minutes/print.ts';
import { cleanText } from '#shared/text/clean.ts';
import { imageType, wordImage } from './image.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { documentLanguage, faceOf } from '#shared/layouts/measures.ts';
import { styleIds } from './layout.ts';
import { numberingOptions, styleLists, styleNumbers } from './numbering.ts';
import type { DocxOptions } from './options.ts';
import { finish } from './package.ts';
import { pageOf } from './page.ts';
import { Writing } from './paragraph.ts';
import { blankRuns } from './runs.ts';
import { fontTableXml, stylesXml } from './styles.ts';
import { wordTable } from './table.ts';

/** The file's bytes; see `printToDocx`. */
export async function render(print: PrintDocument, options: DocxOptions): Promise<Uint8Array> {
  const { layout } = options;
  const language = documentLanguage(print);
  const document = new Document({
    numbering: numberingOptions(layout),
    evenAndOddHeaderAndFooters: layout.header.mirrored || layout.footer.mirrored,
    sections: [{ ...pageOf(layout, print), children: await body(print, options, new Writing(layout, language)) }],
  });
  // In the order that `styleNumbers` promises to the styles.
  for (const list of styleLists(layout)) document.Numbering.createConcreteNumberingInstance(list, 0);
  return finish(partsOf(document), {
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

/**
 * What docx writes, part by part. The ways out that it documents zip the parts, only for us to unzip them and zip them again:
 * a fifth of the time that a file takes.
 */
const partsOf = (document: Document): ReadonlyMap<string, string | Uint8Array> =>
  (Packer['compiler'] as { compile(document: Document): ReadonlyMap<string, string | Uint8Array> }).compile(document);

async function body(print: PrintDocument, options: DocxOptions, writing: Writing): Promise<FileChild[]> {
  const children: FileChild[] = [];
  let breakDue = false;
  const turnPage = () => {
    if (breakDue) children.push(new Paragraph({ style: styleIds.tableText, children: [new PageBreak()] }));
    breakDue = false;
  };
  // A page without text is a paragraph of its own: of a break within one LibreOffice makes no page where nothing, or another break, follows.
  const blankPage = () => new Paragraph({ style: styleIds.tableText, pageBreakBefore: true, children: [] });
  for (const node of print.nodes) {
    switch (node.type) {
      case 'pageBreak':
        if (breakDue) children.push(blankPage());
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
  if (print.foot.length > 0) {
    turnPage();
    // Shapes are a third of docx, and few records have a foot.
    const { footParagraph } = await import('./foot.ts');
    children.push(footParagraph(writing, print.foot));
  } else if (breakDue) children.push(blankPage());
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
