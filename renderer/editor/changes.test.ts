import fc from 'fast-check';
import { $getRoot, $isElementNode, $isTextNode, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { describe, expect, it } from 'vitest';
import { type Block, blocks } from '#shared/minutes/blocks/index.ts';
import { applyChanges } from '#shared/minutes/changes.ts';
import { type MinutesDocument, minutesDocumentSchema, newMinutes } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import { plain } from '#shared/minutes/inline.ts';
import { $stops } from './places.ts';
import { Saved } from './saved.ts';
import { createSession } from './session.ts';
import type { EditorSession } from './session.types.ts';

const record = (): MinutesDocument => ({
  ...newMinutes({ title: '第六屆理事會第四次會議紀錄', chair: '石仲平' }),
  blocks: Object.values(blocks).flatMap((kind) => kind.fixtures as Block[]),
});

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** What a secretary may do in one step, chosen by two numbers. */
const deeds: readonly ((session: EditorSession, at: number, what: number) => void)[] = [
  ({ editor }, at, what) =>
    editor.update(
      () => {
        const texts = [...$stops($getRoot())].filter($isTextNode);
        const text = pick(texts, at);
        if (text && !text.isToken()) text.spliceText(what % (text.getTextContentSize() + 1), 0, '會');
      },
      { discrete: true },
    ),
  ({ editor }, at) =>
    editor.update(
      () => {
        const blocksThere = $getRoot().getChildren();
        pick(blocksThere, at)?.remove();
      },
      { discrete: true },
    ),
  ({ editor }, at, what) =>
    editor.update(
      () => {
        const [, ...rest] = $getRoot().getChildren();
        const [one, other] = [pick(rest, at), pick(rest, what)];
        if (one && other && !one.is(other)) other.insertAfter(one);
      },
      { discrete: true },
    ),
  (session, at) => session.insertBlocks([{ id: newId(), kind: 'paragraph', inline: plain(`第${at}段`) }]),
  (session, at) => session.setMeta({ place: `第${at}會議室`, term: (at % 20) + 1 }),
  (session, at) => session.setRoster([{ id: 'pers00000001', name: `理事${at}`, organisation: '', title: '理事', attendance: 'present' }]),
  ({ editor }, at, what) =>
    editor.update(
      () => {
        const hosts = [...$stops($getRoot())].filter($isElementNode).filter((node) => node.getType() === 'field');
        const field = pick(hosts, at);
        if (field) field.selectEnd().insertText(`字${what % 10}`);
      },
      { discrete: true },
    ),
  ({ editor }) => void editor.dispatchCommand(UNDO_COMMAND, undefined),
  ({ editor }) => void editor.dispatchCommand(UNDO_COMMAND, undefined),
  ({ editor }) => void editor.dispatchCommand(REDO_COMMAND, undefined),
];

describe('what changed', () => {
  it('added up is always the record as it stands, whatever was done, undone and given back', () => {
    const step = fc.record({ deed: fc.nat(deeds.length - 1), at: fc.nat(200), what: fc.nat(200), take: fc.boolean(), lost: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const first = record();
        const session = createSession(first);
        let stored = first;
        for (const { deed, at, what, take, lost } of steps) {
          deeds[deed]!(session, at, what);
          if (!take) continue;
          const changes = session.takeChanges();
          if (!changes) continue;
          if (lost) session.giveBack(changes);
          else {
            const next = applyChanges(stored, changes);
            expect(next).not.toBeNull();
            stored = next!;
          }
        }
        const rest = session.takeChanges();
        if (rest) stored = applyChanges(stored, rest)!;
        expect(stored).toEqual(session.document());
        expect(minutesDocumentSchema.safeParse(stored).success).toBe(true);
        expect(session.takeChanges()).toBeNull();
        session.dispose();
      }),
      { numRuns: 60 },
    );
  });

  it('holds only the block that was touched', () => {
    const session = createSession(record());
    session.editor.update(() => {
      const heading = $getRoot().getChildren().find((node) => node.getType() === 'heading');
      if ($isElementNode(heading)) heading.selectEnd().insertText('（續）');
    }, { discrete: true });
    const changes = session.takeChanges();
    expect(changes).toMatchObject({ blocks: [{ kind: 'heading', inline: plain('討論事項（續）') }] });
    expect(changes?.blocks).toHaveLength(1);
    expect(changes).not.toHaveProperty('order');
    expect(changes).not.toHaveProperty('meta');
  });

  it('tells of every change once it is there, and of none for the caret', () => {
    const session = createSession(record());
    let told = 0;
    const stop = session.onDirty(() => (told += 1));
    session.editor.update(() => void $getRoot().selectEnd(), { discrete: true });
    expect(told).toBe(0);
    session.setMeta({ place: '二樓會議廳' });
    expect(told).toBe(1);
    stop();
    session.setMeta({ place: '三樓會議廳' });
    expect(told).toBe(1);
  });

  it('survives the removal of a section while the caret is in one of its fields', () => {
    const session = createSession(record());
    session.editor.update(() => {
      const field = [...$stops($getRoot())].filter($isElementNode).filter((node) => node.getType() === 'field').at(-1);
      field?.selectEnd();
    }, { discrete: true });
    const last = session.document().blocks.at(-1);
    session.editor.update(() => $getRoot().getLastChildOrThrow().remove(), { discrete: true });
    expect(session.document().blocks).not.toContainEqual(last);
    expect(session.takeChanges()?.order).toHaveLength(session.document().blocks.length);
  });

  it('is nothing after the text of another window was put in place', () => {
    const session = createSession(record());
    const other = { ...session.document(), meta: { ...session.document().meta, place: '本會' }, blocks: session.document().blocks.slice(2).reverse() };
    session.replace(other);
    expect(session.document()).toEqual(other);
    expect(session.takeChanges()).toBeNull();
  });
});

it('a save compares only what was edited letter by letter, however long the record is', () => {
  const opened = record();
  const shown = opened.blocks.map((block) => structuredClone(block));
  const saved = new Saved(opened, shown);
  for (const block of shown) {
    for (const key of Object.keys(block).filter((one) => one !== 'id')) {
      Object.defineProperty(block, key, { get: () => expect.unreachable(`${block.kind} was read`) });
    }
  }
  expect(saved.take(opened.meta, opened.roster, shown)).toBeNull();
});
