import { expect, test } from 'vitest';
import { layouts } from '#shared/layouts/index.ts';
import { longRecord } from '#shared/minutes/fixtures.ts';
import { forPaper } from '#shared/minutes/paper.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { compose } from '#shared/pages/compose.ts';
import { pageAt, placesOf } from './page-places.ts';
import { placesOnPaper } from './places-on-paper.ts';

const record = longRecord(30);
record.blocks.push({ id: 'longparagraph', kind: 'paragraph', inline: [{ type: 'text', text: '會議指出。'.repeat(400) }] });
const places = placesOf(compose(printDocument(record, layouts.association), layouts.association));

test('the first and the last block of a record stand on its first and its last page', () => {
  expect(pageAt(places, { blocks: [record.blocks[0]!.id], offset: 0 })).toBe(1);
  expect(pageAt(places, { blocks: ['longparagraph'], offset: 2000 })).toBe(places.pages);
});

test('in a block that goes over pages it is the place in it that counts', () => {
  const pages = [0, 1000, 1999].map((offset) => pageAt(places, { blocks: ['longparagraph'], offset }));
  expect(new Set(pages).size).toBe(3);
  expect(pages).toEqual([...pages].sort((one, other) => one - other));
});

test('what is on no paper of its own stands where the block around it begins, the head on the first page', () => {
  const last = record.blocks.at(-2)!.id;
  expect(pageAt(places, { blocks: ['unprinted', last], offset: 7 })).toBe(pageAt(places, { blocks: [last], offset: 0 }));
  expect(pageAt(places, { blocks: [], offset: 3 })).toBe(1);
});

test('a record that goes out in another script is counted as it is printed', async () => {
  const written = { ...record, meta: { ...record.meta, region: 'CN', script: 'Hans' } as const, blocks: [...record.blocks] };
  written.blocks.push({ id: 'manyquotes00', kind: 'paragraph', inline: [{ type: 'text', text: '“A”“B”'.repeat(1500) }] });
  const layout = layouts.taiwan;
  const asWritten = placesOf(compose(printDocument(written, layout), layout));
  const printed = placesOf(compose(printDocument(forPaper(written, layout, null), layout), layout));
  expect(printed.pages).not.toBe(asWritten.pages);
  expect((await placesOnPaper(written, layout)).pages).toBe(printed.pages);
});
