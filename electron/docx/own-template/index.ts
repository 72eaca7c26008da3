/** Word 版型: a template of the organisation's own, looked through for its marks and filled with a record. */
import { isUtf8 } from 'node:buffer';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { printToDocx } from '#electron/docx/index.ts';
import type { DocxOptions } from '#electron/docx/options.ts';
import { openPackage, type WordPackage } from '#electron/docx/reading/package.ts';
import { Refusal } from '#electron/docx/reading/refusal.ts';
import { within, type XmlElement } from '#electron/docx/reading/xml.ts';
import { escapeXml } from '#electron/docx/xml.ts';
import type { PrintDocument } from '#shared/minutes/print.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { cleanText } from '#shared/text/clean.ts';
import { markOf, type MarkName } from '#shared/word-templates/marks.ts';
import { type FoundMark, looked, type TemplateLook } from '#shared/word-templates/look.ts';
import { mergeText } from './merging.ts';

/** Where marks are looked for: the text, what stands at the head and foot of pages, and notes. */
const marked = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
const documentPart = 'word/document.xml';

/** The largest template. Bytes. */
export const templateLimit = 4 * 1024 * 1024;

/**
 * What marks a template has, and what is wrong with them. Errors: wordTemplate.tooLarge, .macros, and those of the reading of
 * Word files (word.*).
 */
export function lookThrough(bytes: Uint8Array): Result<TemplateLook> {
  try {
    const file = opened(bytes);
    return ok(looked(file.names.filter((name) => marked.test(name)).flatMap((name) => marksIn(file, name))));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.code, error.params);
    throw error;
  }
}

/** Its package, which holds nothing that runs. */
function opened(bytes: Uint8Array): WordPackage {
  if (bytes.length > templateLimit) throw new Refusal('wordTemplate.tooLarge', { limit: templateLimit / 1024 / 1024 });
  const file = openPackage(bytes);
  const types = file.bytes('[Content_Types].xml')?.toString('utf8') ?? '';
  if (types === '' || !file.names.includes(documentPart)) throw new Refusal('word.notWord');
  if (/macroEnabled/i.test(types) || file.names.some((name) => /vbaproject|\.bin$/i.test(name) && /vba/i.test(name))) throw new Refusal('wordTemplate.macros');
  const document = file.xml(documentPart);
  if (document?.name !== 'w:document' || !file.bytes(documentPart)?.includes('<w:body')) throw new Refusal('word.damaged');
  return file;
}

/** The marks of a part, each paragraph as one text: Word cuts a mark into runs where it was typed, checked or edited. */
function marksIn(file: WordPackage, name: string): FoundMark[] {
  const root = file.xml(name);
  if (!root) return [];
  const isText = name === documentPart;
  return paragraphsOf(root, false).flatMap(({ text, inBox }) => {
    const names = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, found = '']) => found);
    const rest = text.replace(/\{\{[^{}]*\}\}/g, '');
    const open = /\{\{|\}\}|｛｛|｝｝/.test(rest);
    return [...names.map((raw): FoundMark => ({ raw, inText: isText && !inBox })), ...(open ? [{ raw: rest.trim().slice(0, 40), inText: isText, isOpen: true }] : [])];
  });
}

function paragraphsOf(element: XmlElement, inBox: boolean): { text: string; inBox: boolean }[] {
  return element.children.flatMap((one) => {
    // Word keeps a text box twice: for itself, and for programs that do not know it.
    if (one.name === 'mc:Fallback') return [];
    const isBox = inBox || one.name === 'w:txbxContent';
    return one.name === 'w:p' ? [{ text: textOf(one), inBox: isBox }, ...boxesOf(one)] : paragraphsOf(one, isBox);
  });
}

const boxesOf = (paragraph: XmlElement): { text: string; inBox: boolean }[] => within(paragraph, 'w:txbxContent').flatMap((box) => paragraphsOf(box, true));

/** What stands in a paragraph without being its text: boxes that hang on it, and what was moved away under tracked changes. */
const aside: ReadonlySet<string> = new Set(['w:txbxContent', 'mc:AlternateContent', 'w:pict', 'w:moveFrom']);

/** The text of a paragraph without that of the boxes that hang on it. */
const textOf = (element: XmlElement): string =>
  element.children.map((one) => (one.name === 'w:t' ? one.text : aside.has(one.name) ? '' : textOf(one))).join('');

export interface Filling {
  /** What stands in the place of each mark but the text; lines are parted by '\n'. */
  values: Readonly<Record<Exclude<MarkName, 'content'>, string>>;
  /** The text of the record. */
  text: PrintDocument;
}

/** A token that no text holds: private characters around the number of a mark. */
const tokenOf = (index: number): string => `\ue0f0${index}\ue0f1`;

/** A template filled with a record, with its own styles. Errors: as of `lookThrough`. */
export async function fillTemplate(bytes: Uint8Array, { values, text }: Filling, options: DocxOptions): Promise<Result<Uint8Array>> {
  const look = lookThrough(bytes);
  if (!look.ok) return look;
  const found = [...new Set(look.value.marks.map(({ raw }) => raw))];
  const { patchDocument, PatchType, TextRun } = await import('docx');
  const patches = Object.fromEntries(found.map((raw, index) => [raw, { type: PatchType.PARAGRAPH, children: [new TextRun(tokenOf(index))] }]));
  // It finds the marks that Word has cut into runs, in tables, boxes, heads and feet, and keeps the look of each.
  const patched = found.length > 0 ? await patchDocument({ outputType: 'uint8array', data: bytes, patches, keepOriginalStyles: true }) : bytes;
  const target = textsAndFiles(patched);
  const content = found.findIndex((raw) => markOf(raw) === 'content');
  if (content >= 0) {
    const source = textsAndFiles(await printToDocx(text, { ...options, layout: { ...options.layout, page: pageOf(target.texts.get(documentPart) ?? '') ?? options.layout.page } }));
    mergeText(target, source, tokenOf(content));
  }
  for (const [name, xml] of target.texts) {
    if (!marked.test(name)) continue;
    target.texts.set(name, xml.replace(/\ue0f0(\d+)\ue0f1/g, (_, index: string) => {
      const raw = found[Number(index)] ?? '';
      const mark = markOf(raw);
      // A mark that nobody knows stays as she wrote it.
      return mark === null ? escapeXml(`{{${raw}}}`) : mark === 'content' ? '' : written(values[mark]);
    }));
  }
  withoutTemplate(target.texts);
  const names = [...target.texts.keys(), ...target.files.keys()].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  const files = Object.fromEntries(names.map((name) => [name, target.files.get(name) ?? strToU8(target.texts.get(name) ?? '')]));
  return ok(zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 }));
}

/** Text inside w:t, its lines parted by breaks. */
const written = (text: string): string => text.split('\n').map((line) => escapeXml(cleanText(line))).join('</w:t><w:br/><w:t xml:space="preserve">');

function textsAndFiles(bytes: Uint8Array): { texts: Map<string, string>; files: Map<string, Uint8Array> } {
  const texts = new Map<string, string>();
  const files = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (name.endsWith('/')) continue;
    // A part in UTF-16, of another program's, stays as it is.
    if (/\.(?:xml|rels)$/.test(name) && isUtf8(content)) texts.set(name, strFromU8(content));
    else files.set(name, content);
  }
  return { texts, files };
}

/** The page of a template in millimetres, so that tables and pictures fit into it. */
function pageOf(document: string): DocxOptions['layout']['page'] | null {
  const section = document.slice(document.lastIndexOf('<w:sectPr'));
  const number = (element: string, name: string): number => (Number(new RegExp(`<w:${element}\\s[^<>]*?w:${name}="(\\d+)"`).exec(section)?.[1] ?? 0) * 25.4) / 1440;
  const page = { width: number('pgSz', 'w'), height: number('pgSz', 'h'), top: number('pgMar', 'top'), right: number('pgMar', 'right'), bottom: number('pgMar', 'bottom'), left: number('pgMar', 'left') };
  const isWhole = Object.values(page).every((size) => size > 0) && page.width - page.left - page.right > 30;
  return isWhole ? { ...page, header: number('pgMar', 'header') || 10, footer: number('pgMar', 'footer') || 10 } : null;
}

/** The file is a document, also where she chose a template of Word (.dotx), and asks no other place for one. */
function withoutTemplate(texts: Map<string, string>): void {
  const edit = (name: string, change: (xml: string) => string): void => {
    const xml = texts.get(name);
    if (xml !== undefined) texts.set(name, change(xml));
  };
  edit('[Content_Types].xml', (xml) => xml.replace('wordprocessingml.template.main+xml', 'wordprocessingml.document.main+xml'));
  edit('word/settings.xml', (xml) => xml.replace(/<w:attachedTemplate\s[^<>]*\/>/, ''));
  edit('word/_rels/settings.xml.rels', (xml) => xml.replace(/<Relationship\s[^<>]*attachedTemplate"[^<>]*\/>/, ''));
}

const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);
