/** A Word file of this program without the record inside comes back as it went out. */
import { expect, test } from 'vitest';
import { printToDocx } from '#electron/docx/index.ts';
import { layouts } from '#shared/layouts/index.ts';
import { boardMeeting, councilMeeting, longRecord } from '#shared/minutes/fixtures.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { printToText } from '#shared/print/text.ts';
import { blocksWithin } from '#shared/minutes/walk.ts';
import { readRecord } from './index.ts';

const printed = (document: MinutesDocument): string => printToText(printDocument(document, layouts.association));
const idsOf = ({ blocks }: MinutesDocument): string[] => blocks.flatMap((block) => [...blocksWithin(block)].map(({ id }) => id));
/** What of the head prints, and so can be read again. */
const headOf = ({ meta: { title, organisation, region, script, start, end, place, chair, recorder, documentNumber } }: MinutesDocument) => ({ title, organisation, region, script, start, end, place, chair, recorder, documentNumber });

test.each([
  ['a narrative record of the mainland', councilMeeting()],
  ['an itemised record of Taiwan', boardMeeting()],
  ['thirty pages', longRecord(30)],
])('%s', async (_, document) => {
  const bytes = await printToDocx(printDocument(document, layouts.association), { layout: layouts.association, asset: () => Promise.resolve(null) });
  const read = await readRecord(bytes, '紀錄.docx');
  if (!read.ok) throw new Error(read.error.code);
  expect(printed(read.value.document)).toBe(printed(document));
  expect(headOf(read.value.document)).toEqual(headOf(document));
  // Blocks that begin a paragraph of the file are known again; only those inside a cell, or under a section's own first line, are new.
  const known = new Set(idsOf(document));
  const top = read.value.document.blocks.map(({ id }) => id);
  expect(top.filter((id) => !known.has(id))).toEqual([]);
  expect(read.value.doubts).toEqual([]);
});
