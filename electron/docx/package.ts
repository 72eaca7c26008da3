/** The last step: our own parts in, everything random or dated out, zipped the same way every time. */
import { strToU8, zipSync } from 'fflate';
import { cleanText } from '#shared/text/clean.ts';
import { markRun, withMark } from './mark.ts';
import type { DocxProperties } from './options.ts';
import { declaration, element, escapeXml } from './xml.ts';

interface Finishing {
  /** Parts that take the place of those that docx wrote. */
  parts: Record<string, string>;
  /** Language of the Chinese text. */
  language: string;
  properties: DocxProperties;
  /** 浮水印 in every page header, and the face it is set in. */
  mark: { words: string; face: string } | null;
  /** ISO date that the file says it was made on; null = the epoch. */
  created: string | null;
}

/** The file of the parts that docx wrote, by their names, with own parts, language, fixed ids and fixed times. */
export function finish(written: ReadonlyMap<string, string | Uint8Array>, finishing: Finishing): Uint8Array {
  const parts = new Map(written);
  const edit = (name: string, change: (xml: string) => string) => {
    const part = parts.get(name);
    if (typeof part === 'string') parts.set(name, change(part));
  };
  for (const [name, xml] of Object.entries(finishing.parts)) parts.set(name, xml);
  parts.set('docProps/core.xml', coreXml(finishing));
  edit('word/settings.xml', (xml) => withLanguage(xml, finishing.language));
  edit('word/numbering.xml', asMultilevel);
  const { mark } = finishing;
  const headers = [...parts.keys()].filter((name) => /^word\/header\d+\.xml$/.test(name)).sort();
  if (mark) headers.forEach((name, index) => edit(name, (xml) => withMark(xml, markRun(mark.words, mark.face, index + 1))));
  for (const name of parts.keys()) if (/^word\/(document|header\d+|footer\d+)\.xml$/.test(name)) edit(name, withOwnIndents);
  edit('word/document.xml', (xml) => renumber(renumber(xml, bookmarkIds, 0), drawingIds, 1));
  for (const name of [...parts.keys()]) {
    const [, folder, file] = /^(.*)_rels\/(.+)\.rels$/.exec(name) ?? [];
    if (folder === undefined || file === undefined) continue;
    const ids = new Map<string, string>();
    edit(name, (xml) =>
      xml.replace(/ Id="([^"]+)"/g, (_, id: string) => {
        ids.set(id, `rId${ids.size + 1}`);
        return ` Id="${ids.get(id) ?? id}"`;
      }),
    );
    edit(folder + file, (xml) => xml.replace(/( r:(?:id|embed|link)=")([^"]+)"/g, (_, start: string, id: string) => `${start}${ids.get(id) ?? id}"`));
  }
  const names = [...parts.keys()].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  const bytesOf = (part: string | Uint8Array = ''): Uint8Array => (typeof part === 'string' ? strToU8(part) : part);
  const files = Object.fromEntries(names.map((name) => [name, bytesOf(parts.get(name))]));
  // Written in local time, which is how a zip keeps it: the same bytes in every time zone.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 });
}

/** A paragraph's own indents are in twips: without these the characters of its style would win over them. docx cannot write them. */
const withOwnIndents = (xml: string): string => xml.replace(/<w:ind /g, '<w:ind w:leftChars="0" w:rightChars="0" w:hangingChars="0" w:firstLineChars="0" ');

const bookmarkIds = /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")([^"]+)"/g;
const drawingIds = /(<wp:docPr\b[^>]*? id=")([^"]+)"/g;

/** Counts ids anew in their order: docx draws them from a counter of the whole process. */
function renumber(xml: string, pattern: RegExp, from: number): string {
  const ids = new Map<string, number>();
  return xml.replace(pattern, (_, start: string, id: string) => {
    const own = ids.get(id) ?? from + ids.size;
    ids.set(id, own);
    return `${start}${own}"`;
  });
}

function withLanguage(xml: string, language: string): string {
  return xml
    .replace('<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>')
    .replace('</w:compat>', `</w:compat>${element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': language })}`);
}

/** Levels that are used are not tentative, and the levels of one list belong together. */
const asMultilevel = (xml: string): string => xml.replaceAll(' w:tentative="1"', '').replaceAll('"hybridMultilevel"', '"multilevel"');

function coreXml({ properties, created, language }: Finishing): string {
  const time = `${created ?? '1970-01-01'}T00:00:00Z`;
  const text = (name: string, content: string | undefined) => (content ? `<${name}>${escapeXml(cleanText(content))}</${name}>` : '');
  const date = (name: string) => `<${name} xsi:type="dcterms:W3CDTF">${time}</${name}>`;
  return (
    declaration +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      text('dc:title', properties.title),
      text('dc:subject', properties.subject),
      text('dc:creator', properties.creator),
      text('cp:keywords', properties.keywords),
      text('cp:lastModifiedBy', properties.creator),
      '<cp:revision>1</cp:revision>',
      date('dcterms:created'),
      date('dcterms:modified'),
      text('dc:language', language),
    )
  );
}

/** Readers look for the list of content types first. */
const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);
