/**
 * 工作副本: a Word file that carries the record it was made from, so that reopening it loses nothing. The record stands in
 * a custom XML part that is found by its namespace: other programs give parts names of their own.
 */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { gzipSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type ExportOptions, exportOptionsSchema } from '#shared/export/options.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { openDocument } from '#shared/minutes/opening.ts';
import { picturesOf } from '#shared/minutes/pictures.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { bodyFingerprint } from './fingerprint.ts';
import type { DocxOptions } from './options.ts';
import { type ReadDocx, readDocx } from './reading/index.ts';
import type { XmlElement } from './reading/xml.ts';
import { declaration, element } from './xml.ts';

const namespace = 'urn:minutebook:record';
const customXml = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Bytes of a record's JSON; larger ones are nobody's. */
const largestRecord = 256 * 1024 ** 2;

export interface WorkingCopy {
  document: MinutesDocument;
  /** The layout and the letters that the file was made in. */
  layout: string;
  script: ExportOptions['script'];
  /** The text of the file is still that of the record. */
  unchanged: boolean;
  /** The pictures of the record that the file holds, by their sha256. */
  pictures: ReadonlyMap<string, Uint8Array>;
}

/** A Word file of a record with the record inside, and with those of its pictures that Word cannot show. */
export async function withWorkingCopy(bytes: Uint8Array, document: MinutesDocument, { layout, script, asset }: Pick<DocxOptions, 'layout' | 'asset'> & Pick<ExportOptions, 'script'>): Promise<Uint8Array> {
  const read = readDocx(bytes, '');
  if (!read.ok) throw new Error(`A file of our own cannot be read: ${read.error.code}`);
  const hidden: string[] = [];
  for (const hash of new Set(picturesOf(document))) {
    const picture = read.value.pictures.has(hash) ? null : await asset(hash);
    if (picture) hidden.push(element('picture', { hash }, Buffer.from(picture).toString('base64')));
  }
  // Without a time in it: the same record gives the same bytes.
  const packed = Buffer.from(gzipSync(strToU8(JSON.stringify(document)), { mtime: 0, level: 9 })).toString('base64');
  const record = element('record', { xmlns: namespace, layout: layout.id, script: script ?? undefined, body: bodyFingerprint(read.value) }, element('document', {}, packed), ...hidden);
  const files = unzipSync(bytes);
  const edit = (name: string, change: (xml: string) => string): void => {
    files[name] = strToU8(change(strFromU8(files[name] ?? new Uint8Array())));
  };
  files['customXml/item1.xml'] = strToU8(declaration + record);
  files['customXml/itemProps1.xml'] = strToU8(declaration + properties(document));
  files['customXml/_rels/item1.xml.rels'] = strToU8(
    declaration + element('Relationships', { xmlns: packageRelationships }, element('Relationship', { Id: 'rId1', Type: `${relationship}/customXmlProps`, Target: 'itemProps1.xml' })),
  );
  edit('word/_rels/document.xml.rels', (xml) =>
    xml.replace('</Relationships>', `${element('Relationship', { Id: 'rIdRecord', Type: `${relationship}/customXml`, Target: '../customXml/item1.xml' })}</Relationships>`),
  );
  edit('[Content_Types].xml', (xml) =>
    xml.replace('</Types>', `${element('Override', { PartName: '/customXml/itemProps1.xml', ContentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml' })}</Types>`),
  );
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 });
}

/** The id by which Word tells custom XML parts apart: of the record, so that two exports of it differ in nothing. */
function properties({ id }: MinutesDocument): string {
  const hash = createHash('sha256').update(id).digest('hex').toUpperCase();
  const itemId = [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
  return element('ds:datastoreItem', { 'ds:itemID': `{${itemId}}`, 'xmlns:ds': customXml }, element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': namespace })));
}

/**
 * The record that a Word file carries, whatever programs saved it since; null where it carries none. Errors:
 * document.newer, document.damaged.
 */
export function readWorkingCopy(docx: Pick<ReadDocx, 'blocks' | 'customXml' | 'pictures'>): Result<WorkingCopy | null> {
  const record = docx.customXml.get(namespace);
  if (!record) return ok(null);
  const json = unpacked(record.children.find(({ name }) => local(name) === 'document'));
  const opened = json === null ? null : openDocument(json);
  if (!opened) return fail('document.damaged');
  if (opened.state === 'readOnly') return { ok: false, error: opened.reason };
  const { document } = opened;
  const pictures = new Map<string, Uint8Array>();
  for (const hash of picturesOf(document)) {
    const bytes = docx.pictures.get(hash)?.bytes ?? carried(record, hash);
    if (bytes) pictures.set(hash, bytes);
  }
  const script = exportOptionsSchema.shape.script.safeParse(record.attributes['script']);
  return ok({ document, layout: record.attributes['layout'] ?? '', script: script.success ? script.data : null, unchanged: record.attributes['body'] === bodyFingerprint(docx), pictures });
}

/** A name without the prefix that another program may have given it. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function unpacked(element: XmlElement | undefined): string | null {
  try {
    return element ? gunzipSync(Buffer.from(element.text, 'base64'), { maxOutputLength: largestRecord }).toString('utf8') : null;
  } catch {
    return null;
  }
}

/** A picture that the text does not show. One that is not what its name says is none. */
function carried(record: XmlElement, hash: string): Uint8Array | null {
  const found = record.children.find(({ name, attributes }) => local(name) === 'picture' && attributes['hash'] === hash);
  const bytes = found && Buffer.from(found.text, 'base64');
  return bytes && createHash('sha256').update(bytes).digest('hex') === hash ? bytes : null;
}
