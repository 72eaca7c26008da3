/** Word files of strangers, read and never trusted. */
import { fail, ok, type Result } from '#shared/result.ts';
import { cleanText } from '#shared/text/clean.ts';
import type { CommentPlace } from './comments.ts';
import { Numbering } from './numbering.ts';
import { openPackage, type WordPackage } from './package.ts';
import { Pictures } from './pictures.ts';
import { linesOf } from './plain.ts';
import type { LeftOut, ReadComment, ReadDocx, ReadProperties, ReadRunning, ReadSection } from './read.types.ts';
import { Refusal, whole } from './refusal.ts';
import { type Relation, relationsOf, relationTo } from './relations.ts';
import { Styles } from './styles.ts';
import { TextReader } from './text.ts';
import { child, children, parseXml, valueOf, within, type XmlElement } from './xml.ts';

export type * from './read.types.ts';

/**
 * Reads a .docx, .docm or .dotx. `name` is what the file is called in sentences. Errors: word.encrypted, word.old (a .doc),
 * word.notWord (with `kind`), word.damaged, word.unsafe (a DTD, names that lead elsewhere), word.tooLarge (a bomb).
 */
export function readDocx(bytes: Uint8Array, name: string): Result<ReadDocx> {
  try {
    return ok(read(openPackage(bytes)));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.code, { name, ...error.params });
    throw error;
  }
}

function read(file: WordPackage): ReadDocx {
  const main = mainPart(file);
  const relations = relationsOf(file, main);
  const part = (type: string): XmlElement | null => {
    const relation = relationTo(relations, type);
    return relation ? file.xml(relation.target) : null;
  };
  const styles = new Styles(part('styles'));
  const document = file.xml(main);
  const body = child(document, 'w:body');
  if (!document || !body) throw new Refusal('word.damaged');
  const numbering = part('numbering');
  const own = { styles, relations, notes: { footnote: notes(part('footnotes'), 'w:footnote'), endnote: notes(part('endnotes'), 'w:endnote') }, endsOfPages: endsOfPages(within(body, 'w:sectPr')) };
  const text = (showsContents: boolean) => {
    const left = new Map<LeftOut, number>();
    const leave = (what: LeftOut): void => void left.set(what, (left.get(what) ?? 0) + 1);
    const pictures = new Pictures(file, leave);
    const reader = new TextReader({ ...own, numbering: new Numbering(numbering, (style) => styles.listOf(style)), pictures, showsContents, leave });
    return { blocks: reader.flow(body), reader, pictures, left, leave };
  };
  const first = text(false);
  // 目錄 that does not end would be all that follows.
  const { blocks, reader, pictures, left, leave } = first.reader.isInContents ? text(true) : first;
  if (file.names.some((name) => name.endsWith('vbaproject.bin'))) leave('macros');
  return {
    blocks,
    running: running(file, document, relations),
    sections: within(document, 'w:sectPr').map(section),
    comments: comments(part('comments'), reader.comments.places),
    changes: reader.changes.filter(({ text }) => text !== ''),
    customXml: customXml(file),
    properties: properties(file),
    language: styles.language,
    pictures: pictures.kept,
    left,
    part: (name) => whole(() => file.xml(name)),
  };
}

/** The sections whose next one begins a page, which it does unless it says otherwise. */
const endsOfPages = (sections: readonly XmlElement[]): Set<XmlElement> =>
  new Set(sections.filter((_, at) => !['continuous', 'nextColumn'].includes(valueOf(sections[at + 1], 'w:type') ?? '')));

/** The part that holds the text. */
function mainPart(file: WordPackage): string {
  const main = relationTo(relationsOf(file, ''), 'officeDocument')?.target ?? 'word/document.xml';
  const root = whole(() => file.xml(main))?.name;
  if (root === 'w:document') return main;
  if (file.bytes(main) && file.names.some((name) => name.startsWith('word/'))) {
    // Says which it is: broken XML, a DTD, too much of it.
    file.xml(main);
    throw new Refusal('word.damaged');
  }
  const kind = file.names.some((name) => name.startsWith('xl/')) ? 'Excel' : file.names.some((name) => name.startsWith('ppt/')) ? 'PowerPoint' : 'ZIP';
  throw new Refusal(file.names.some((name) => name.startsWith('word/')) ? 'word.damaged' : 'word.notWord', { kind });
}

/** The text of the notes by their id, without the lines that part them from the page. */
function notes(part: XmlElement | null, name: string): Map<string, string> {
  const own = children(part, name).filter(({ attributes }) => !attributes['w:type'] || attributes['w:type'] === 'normal');
  return new Map(own.map((note) => [note.attributes['w:id'] ?? '', linesOf(note).map((line) => line.trim()).filter((line) => line !== '').join('\n')]));
}

function comments(part: XmlElement | null, places: ReadonlyMap<string, CommentPlace>): ReadComment[] {
  return children(part, 'w:comment').map((comment) => {
    const { 'w:id': id = '', 'w:author': author = '', 'w:date': date = '' } = comment.attributes;
    const place = places.get(id);
    return { id, author: cleanText(author), date, text: linesOf(comment).join('\n').trim(), paragraph: place?.paragraph ?? null, anchor: place?.anchor ?? null, quote: place?.quote ?? '' };
  });
}

function running(file: WordPackage, document: XmlElement, relations: ReadonlyMap<string, Relation>): ReadRunning[] {
  const found: ReadRunning[] = [];
  const seen = new Set<string>();
  for (const own of within(document, 'w:sectPr')) {
    for (const { name, attributes } of own.children) {
      const where = name === 'w:headerReference' ? 'header' : name === 'w:footerReference' ? 'footer' : null;
      const relation = relations.get(attributes['r:id'] ?? '');
      if (!where || !relation || relation.external || seen.has(relation.target)) continue;
      seen.add(relation.target);
      const part = whole(() => file.xml(relation.target));
      const pages = attributes['w:type'] === 'first' || attributes['w:type'] === 'even' ? attributes['w:type'] : 'default';
      if (part) found.push({ where, pages, lines: linesOf(part).map((line) => line.trim()).filter((line) => line !== '') });
    }
  }
  return found;
}

/** Twips (1/1440 inch) in millimetres. */
const millimetres = (twips: string | undefined): number => Math.round(((Number(twips) || 0) * 25.4 * 100) / 1440) / 100;

function section(element: XmlElement): ReadSection {
  const [size, margins] = [child(element, 'w:pgSz')?.attributes, child(element, 'w:pgMar')?.attributes];
  const side = (name: string): number => millimetres(margins?.[`w:${name}`]);
  return { width: millimetres(size?.['w:w']), height: millimetres(size?.['w:h']), top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left'), header: side('header'), footer: side('footer') };
}

/** Broken parts of other programs are left alone. */
function customXml(file: WordPackage): Map<string, XmlElement> {
  const parts = new Map<string, XmlElement>();
  for (const name of file.names.filter((one) => /^customxml\/(?!itemprops)[^/]+\.xml$/.test(one))) {
    const root = whole(() => {
      const bytes = file.bytes(name);
      return bytes && parseXml(bytes);
    });
    const prefix = root?.name.includes(':') ? `xmlns:${root.name.slice(0, root.name.indexOf(':'))}` : 'xmlns';
    const namespace = root?.attributes[prefix];
    if (root && namespace !== undefined && !parts.has(namespace)) parts.set(namespace, root);
  }
  return parts;
}

function properties(file: WordPackage): ReadProperties {
  const target = relationTo(relationsOf(file, ''), 'core-properties')?.target ?? 'docProps/core.xml';
  const part = whole(() => file.xml(target));
  const text = (name: string): string => cleanText(child(part, name)?.text ?? '').trim();
  return {
    title: text('dc:title'),
    creator: text('dc:creator'),
    subject: text('dc:subject'),
    keywords: text('cp:keywords'),
    lastModifiedBy: text('cp:lastModifiedBy'),
    created: text('dcterms:created'),
    modified: text('dcterms:modified'),
  };
}
