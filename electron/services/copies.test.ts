import { createHash } from 'node:crypto';
import { homedir, hostname } from 'node:os';
import { crc32 } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { png } from '#electron/docx/testing/records.ts';
import { readDocx } from '#electron/docx/reading/index.ts';
import { readWorkingCopy } from '#electron/docx/working-copy.ts';
import { asItIs, exportOptionsSchema } from '#shared/export/options.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { minutesDocumentSchema } from '#shared/minutes/document.ts';
import { boardMeeting } from '#shared/minutes/fixtures.ts';
import { ok } from '#shared/result.ts';
import { contentOf, noMeans, paperOf } from './exports.ts';

/** A picture that tells where it was taken. */
function photo(): Buffer {
  const content = Buffer.from('tEXtComment\0plantedcamera 22.28,114.15', 'latin1');
  const chunk = Buffer.concat([Buffer.alloc(4), content, Buffer.alloc(4)]);
  chunk.writeUInt32BE(content.length - 4, 0);
  chunk.writeUInt32BE(crc32(content), chunk.length - 4);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}
const picture = photo();
const asset = createHash('sha256').update(picture).digest('hex');
const pictures = { read: () => Promise.resolve(ok(picture)) };

/** Strings that stand in the record and have no place in what is sent around. */
const planted = ['plantedperson', 'plantedcard', 'plantedbody', 'plantedmeeting', 'planteduser', 'plantednote', 'plantedmover', 'plantedcamera', asset];

function record(): MinutesDocument {
  const document = boardMeeting();
  document.roster = document.roster.map((person, index) => ({ ...person, id: `plantedperson${index}`, personId: `plantedcard${index}` }));
  document.meta.bodyId = 'plantedbody1';
  document.meta.stages = [{ stage: 'submitted', at: '2025-03-12T01:00:00Z', by: 'planteduser' }];
  document.meta.corrections = [{ id: 'plantedcorrection', at: '2025-03-12T01:00:00Z', by: 'planteduser', reason: 'plantednote', before: '0'.repeat(64) }];
  for (const block of document.blocks) {
    if (block.kind === 'resolution') block.data = { mover: 'plantedmover', earlierAct: 'plantednote', follows: { meetingId: 'plantedmeeting', blockId: 'plantedblock' }, recusals: ['plantedperson1'] };
  }
  document.blocks.push({ id: 'mention00001', kind: 'paragraph', inline: [{ type: 'text', text: '石仲平', person: 'plantedperson0' }] });
  document.blocks.push({ id: 'picture00001', kind: 'image', asset, mime: 'image/png', width: 1, height: 1, paperWidth: null, alt: '會場', caption: [] });
  return minutesDocumentSchema.parse(document);
}

/** Everything that the parts of a package say, in each way that text is written. */
function everythingIn(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes)).map(([name, part]) => `${name}\n${strFromU8(part)}\n${strFromU8(part, true)}\n${Buffer.from(part).toString('utf16le')}`).join('\n');
}

const written = async (copy: 'circulation' | 'working'): Promise<Uint8Array> => {
  const content = await contentOf(record(), 'docx', { ...noMeans, pictures }, exportOptionsSchema.parse({ copy }));
  if (!content.ok || typeof content.value === 'string') throw new Error('no Word file');
  return content.value;
};

test('a circulation copy holds nothing but the document', async () => {
  const bytes = await written('circulation');
  const all = everythingIn(bytes);
  const computer = [hostname(), homedir()].filter((name) => name.length > 4);
  for (const secret of [...planted, ...computer]) expect([secret, all.includes(secret)]).toEqual([secret, false]);
  const names = Object.keys(unzipSync(bytes));
  expect(names.filter((name) => /customXml|comments|people|docProps\/thumbnail|media/i.test(name))).toEqual([expect.stringMatching(/^word\/media\/[^/]+\.png$/)]);
  expect(all).not.toMatch(/w:rsid|w:author|w:ins |w:del /);
  // What the file says of itself is the record's: its title, its organisation, its day.
  expect(strFromU8(unzipSync(bytes)['docProps/core.xml']!)).toMatch(/<dc:creator>社團法人松濤讀書會<.*<dcterms:created[^>]*>2025-03-11T00:00:00Z</);
  expect(strFromU8(unzipSync(bytes)['docProps/app.xml']!)).not.toMatch(/Company|Manager|Template|Application/);
});

test('of a part that goes out alone nothing else travels along, whatever copy is asked for', async () => {
  const { print } = paperOf(record(), asItIs);
  const content = await contentOf(record(), 'docx', { ...noMeans, pictures }, { ...asItIs, copy: 'working' }, { paper: { ...print, nodes: print.nodes.slice(0, 1) } });
  if (!content.ok || typeof content.value === 'string') throw new Error('no Word file');
  expect(Object.keys(unzipSync(content.value)).filter((name) => /customXml/.test(name))).toEqual([]);
});

test('the same strings are found where they are: a working copy gives the record back, and the picture as it was', async () => {
  const read = readDocx(await written('working'), 'copy.docx');
  const copy = read.ok && readWorkingCopy(read.value);
  expect(copy).toMatchObject({ ok: true, value: { document: record(), unchanged: true, pictures: new Map([[asset, picture]]) } });
  const text = JSON.stringify(record());
  for (const secret of planted.filter((one) => one !== 'plantedcamera')) expect(text).toContain(secret);
  expect(picture.includes('plantedcamera')).toBe(true);
});
