import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Changes } from '../rpc/schemas.ts';
import type { Block } from './blocks/index.ts';
import { applyChanges } from './changes.ts';
import { type MinutesDocument, newMinutes } from './document.ts';
import { plain } from './inline.ts';

const paragraph = (id: string, text: string): Block => ({ id, kind: 'paragraph', inline: plain(text) });
const record = (blocks: Block[]): MinutesDocument => ({ ...newMinutes({ title: '理事會' }), blocks });
const minutes = record([paragraph('block1', '開會'), paragraph('block2', '討論'), paragraph('block3', '散會')]);

/** A record of up to eight paragraphs out of ten ids, in any order. */
const anyBlocks = fc
  .uniqueArray(fc.record({ id: fc.integer({ min: 0, max: 9 }), text: fc.constantFrom('', '開會', '討論', '散會') }), {
    selector: (block) => block.id,
    maxLength: 8,
  })
  .map((list) => list.map(({ id, text }) => paragraph(`block${id}`, text)));

describe('applying changes', () => {
  it('turns any record into any other', () => {
    fc.assert(
      fc.property(anyBlocks, anyBlocks, (before, after) => {
        const changes: Changes = {
          order: after.map((block) => block.id),
          blocks: after.filter((block) => !before.some((old) => JSON.stringify(old) === JSON.stringify(block))),
        };
        const document = record(before);
        expect(applyChanges(document, changes)).toEqual({ ...document, blocks: after });
      }),
    );
  });

  it('without an order only changes blocks in place', () => {
    fc.assert(
      fc.property(anyBlocks, fc.nat(), (blocks, pick) => {
        const target = blocks[pick % Math.max(blocks.length, 1)];
        const changed = target ? [paragraph(target.id, '改過')] : [];
        const after = applyChanges(record(blocks), { blocks: changed });
        expect(after?.blocks).toEqual(blocks.map((block) => (block === target ? changed[0] : block)));
      }),
    );
  });

  it('never changes the record it is given, and gives one with each id once or none at all', () => {
    const ids = fc.array(fc.integer({ min: 0, max: 9 }).map((id) => `block${id}`), { maxLength: 10 });
    fc.assert(
      fc.property(anyBlocks, fc.option(ids, { nil: undefined }), anyBlocks, (blocks, order, changed) => {
        const document = record(blocks);
        const copy = structuredClone(document);
        const after = applyChanges(document, { ...(order && { order }), blocks: changed });
        expect(document).toEqual(copy);
        if (!after) return;
        const kept = after.blocks.map((block) => block.id);
        expect(kept).toEqual(order ?? blocks.map((block) => block.id));
        expect(new Set(kept).size).toBe(kept.length);
        for (const block of changed) expect(after.blocks).toContain(block);
      }),
    );
  });

  it('takes over the data at the head and the roster', () => {
    const person = { id: 'person1', name: '方若蘭', organisation: '', title: '理事', attendance: 'present' as const };
    const meta = { ...minutes.meta, place: '二樓會議廳' };
    expect(applyChanges(minutes, { meta, roster: [person], blocks: [] })).toEqual({ ...minutes, meta, roster: [person] });
  });

  it.each<[string, Changes]>([
    ['an id that no block has', { order: ['block1', 'nobody'], blocks: [] }],
    ['an id twice in the order', { order: ['block1', 'block1'], blocks: [] }],
    ['a block twice', { blocks: [paragraph('block1', '甲'), paragraph('block1', '乙')] }],
    ['a new block that the order leaves out', { order: ['block1'], blocks: [paragraph('block9', '新')] }],
    ['a new block without an order', { blocks: [paragraph('block9', '新')] }],
  ])('refuses %s', (_, changes) => {
    expect(applyChanges(minutes, changes)).toBeNull();
  });
});
