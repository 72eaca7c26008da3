import { describe, expect, it } from 'vitest';
import { type Block, type BlockKind, blocks } from '#shared/minutes/blocks/index.ts';
import { type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import { createSession } from './session.ts';

const everyFixture = Object.values(blocks).flatMap((kind) => kind.fixtures as Block[]);

/** A record of 青禾綠化協會 with one of every example of every kind. */
export function fullRecord(): MinutesDocument {
  return {
    ...newMinutes({
      title: '青禾綠化協會第六屆理事會第四次會議紀錄',
      organisation: '青禾綠化協會',
      body: '理事會',
      term: 6,
      session: 4,
      start: '2024-01-19T09:30',
      place: '本會會議室',
      chair: '石仲平理事長',
      recorder: '柳思源',
    }),
    roster: [{ id: 'pers00000001', name: '石仲平', organisation: '青禾綠化協會', title: '理事長', attendance: 'present' }],
    blocks: everyFixture,
  };
}

describe('a record in the editor', () => {
  it.each(Object.keys(blocks) as BlockKind[])('gives back every example of %s as it was', (kind) => {
    const document = { ...newMinutes(), blocks: blocks[kind].fixtures as Block[] };
    expect(createSession(document).document()).toEqual(document);
  });

  it('gives back a whole record as it was', () => {
    const document = fullRecord();
    expect(createSession(document).document()).toEqual(document);
  });

  it('shows at once what the panes change in it: what is pressed next in them stands on it', () => {
    const session = createSession(fullRecord());
    const shown = () => session.view.getState();
    const decision = shown().sections.find(({ kind }) => kind === 'resolution')?.id ?? '';
    session.setRoster([]);
    expect(shown().roster).toEqual([]);
    session.setMeta({ term: 7 });
    expect(shown().meta.term).toBe(7);
    session.setSection(decision, { values: { outcome: 'deferred' }, data: { number: '第1案' } });
    expect(shown().sections.find(({ id }) => id === decision)).toMatchObject({ values: { outcome: 'deferred' }, data: { number: '第1案' } });
    session.put({ ...session.document(), blocks: [] });
    expect(shown().sections).toEqual([]);
  });

  it('has nothing to save before anything was done', () => {
    expect(createSession(fullRecord()).takeChanges()).toBeNull();
  });
});
