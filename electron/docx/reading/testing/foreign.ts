/** Word files as other programs write them, from their XML. Made-up people and bodies. */
import { strToU8, zipSync } from 'fflate';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const officeType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface ForeignParts {
  /** Inside `w:styles`, `w:numbering`, `w:footnotes`, `w:endnotes`, `w:comments`. */
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  /** Relationships of the text: id → [type, target, 'External']. */
  relations?: Record<string, [type: string, target: string, mode?: 'External']>;
  /** Other files of the zip. */
  files?: Record<string, string | Uint8Array>;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The files of a Word file whose body is `body`. */
export function foreignFiles(body: string, parts: ForeignParts = {}): Record<string, Uint8Array> {
  const { relations = {}, files = {}, ...trees } = parts;
  const named = Object.entries(trees).map(([name, inside]): [string, string] => [`word/${name}.xml`, `${declaration}<w:${name} ${namespaces}>${inside}</w:${name}>`]);
  const own = Object.entries(relations).map(([id, [type, target, mode]]) => `<Relationship Id="${id}" Type="${officeType}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`);
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${officeType}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${declaration}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.keys(trees).map((name) => `<Relationship Id="part-${name}" Type="${officeType}/${name}" Target="${name}.xml"/>`).join('')}${own.join('')}</Relationships>`,
    ...Object.fromEntries(named),
    ...files,
  };
  return Object.fromEntries(Object.entries(all).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]));
}

/** A Word file whose body is `body`. */
export const foreignDocx = (body: string, parts: ForeignParts = {}): Uint8Array => zipSync(foreignFiles(body, parts), { mtime: new Date(1980, 0, 1) });

/** A paragraph; `properties` stand inside its `w:pPr`. */
export const p = (inside: string, properties = ''): string => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside.startsWith('<') ? inside : r(inside)}</w:p>`;

/** A run; `properties` stand inside its `w:rPr`. */
export const r = (text: string, properties = ''): string => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A list at a level. */
export const numbered = (numId: number, level = 0): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;

/** Definitions of lists, the first with the id 1: each a row of levels, [format, text]. */
export const lists = (...definitions: (readonly (readonly [format: string, text: string])[])[]): string =>
  definitions
    .map((levels, at) => `<w:abstractNum w:abstractNumId="${at + 1}">${levels.map(([format, text], level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`).join('')}</w:abstractNum>`)
    .join('') + definitions.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at + 1}"/></w:num>`).join('');

/** A style of paragraphs. */
export const style = (id: string, name: string, paragraph = '', basedOn = '', run = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn && `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
