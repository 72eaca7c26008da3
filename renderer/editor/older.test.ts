/** Undo where the editor's own history ends, over a store that knows a few earlier texts. */
import { $getRoot, $getSelection, $isRangeSelection, $isTextNode, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyChanges } from '#shared/minutes/changes.ts';
import { type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import { plain } from '#shared/minutes/inline.ts';
import type { Past } from '#shared/rpc/versions.ts';
import { $stops } from './places.ts';
import { createSession } from './session.ts';
import type { EditorSession } from './session.types.ts';

const empty = newMinutes({ title: '第六屆理事會第四次會議紀錄' });
const paragraph = (id: string, text: string) => ({ id: `para0000000${id}`, kind: 'paragraph' as const, inline: plain(text) });
const record = (...texts: string[]): MinutesDocument => ({ ...empty, blocks: texts.map((text, index) => paragraph(String(index), text)) });

/** Revisions 0, 1 and 2 of the record; the last one is open. */
const kept = [record('主席致詞。'), record('主席致詞。', '報告事項。'), record('主席致詞。', '報告事項修正。')];

let session: EditorSession;
let asked: { revision: number; answer: () => void }[];
const read = (revision: number) =>
  new Promise<Past | null>((done) => {
    const document = kept[revision - 1];
    asked.push({ revision, answer: () => done(document ? { document, revision: revision - 1, savedAt: '2026-01-19T01:30:00.000Z' } : null) });
  });

beforeEach(async () => {
  vi.useFakeTimers();
  asked = [];
  session = createSession(kept[2]!);
  session.undoBeyond(2, read);
  await vi.advanceTimersByTimeAsync(1000);
});
afterEach(() => {
  session.dispose();
  vi.useRealTimers();
});

const rest = () => vi.advanceTimersByTimeAsync(0);
const answer = async () => {
  asked.at(-1)!.answer();
  await rest();
};
const undo = async () => {
  session.undo();
  await rest();
};
const redo = async () => {
  session.editor.dispatchCommand(REDO_COMMAND, undefined);
  await rest();
};
const texts = () => session.document().blocks.map((block) => (block.kind === 'paragraph' ? block.inline.map((part) => ('text' in part ? part.text : '')).join('') : ''));
const can = () => {
  const { canUndo, canRedo } = session.view.getState();
  return { canUndo, canRedo };
};
const write = (text: string) =>
  session.editor.update(
    () => {
      const last = [...$stops($getRoot())].filter($isTextNode).at(-1);
      last?.select().insertText(text);
    },
    { discrete: true, tag: 'history-push' },
  );

describe('undo where nothing was written yet', () => {
  it('is not lost where the editor marks something before the store has answered', async () => {
    await undo();
    session.editor.update(() => [...$stops($getRoot())].find($isTextNode)?.markDirty(), { discrete: true, tag: 'history-merge' });
    await answer();
    expect(texts()).toEqual(['主席致詞。', '報告事項。']);
  });

  it('is not lost where it comes at once after opening', async () => {
    session.dispose();
    asked = [];
    session = createSession(kept[2]!);
    session.undoBeyond(2, read);
    // Else the key would do nothing.
    expect(can().canUndo).toBe(true);
    await undo();
    expect(asked.map(({ revision }) => revision)).toEqual([2]);
    await answer();
    expect(texts()).toEqual(['主席致詞。', '報告事項。']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map(({ revision }) => revision)).toEqual([2, 1]);
  });

  it('goes back step by step to what the store knows, and redo comes back', async () => {
    expect(can()).toEqual({ canUndo: true, canRedo: false });
    await answer();
    expect(can()).toEqual({ canUndo: true, canRedo: false });
    await undo();
    expect(texts()).toEqual(['主席致詞。', '報告事項。']);
    await answer();
    await undo();
    expect(texts()).toEqual(['主席致詞。']);
    expect(asked.map(({ revision }) => revision)).toEqual([2, 1, 0]);
    await answer();
    expect(can()).toEqual({ canUndo: false, canRedo: true });
    await redo();
    await redo();
    expect(session.document()).toEqual(kept[2]);
    expect(can()).toEqual({ canUndo: true, canRedo: false });
    await undo();
    await undo();
    expect(session.document()).toEqual(kept[0]);
  });

  it('is saved as a change of the one block', async () => {
    await answer();
    await undo();
    const changes = session.takeChanges();
    expect(changes).toEqual({ blocks: [kept[1]!.blocks[1]] });
    expect(applyChanges(kept[2]!, changes!)).toEqual(kept[1]);
  });

  it('puts the caret where the text first differs', async () => {
    await answer();
    await undo();
    const at = session.editor.read(() => {
      const selection = $getSelection();
      return $isRangeSelection(selection) && selection.isCollapsed() ? [selection.anchor.getNode().getTextContent(), selection.anchor.offset] : null;
    });
    expect(at).toEqual(['報告事項。', '報告事項'.length]);
  });

  it('is remembered while the answer is on its way, and forgotten by the next letter', async () => {
    await answer();
    await undo();
    await undo();
    expect(texts()).toEqual(['主席致詞。', '報告事項。']);
    await answer();
    expect(texts()).toEqual(['主席致詞。']);
    await redo();
    await redo();
    await undo();
    await undo();
    session.undo();
    write('又及。');
    await answer();
    expect(texts()).toEqual(['主席致詞。又及。']);
  });
});

it('takes back what was written here first', async () => {
  await answer();
  write('散會。');
  await undo();
  expect(session.document()).toEqual(kept[2]);
  await undo();
  expect(session.document()).toEqual(kept[1]);
});

it('stops where the history has let go of its own first steps', async () => {
  await answer();
  for (let at = 0; at < 250; at += 1) write('會');
  for (let at = 0; at < 300; at += 1) session.editor.dispatchCommand(UNDO_COMMAND, undefined);
  await rest();
  expect(texts()[1]).toContain('會會會');
  expect(can().canUndo).toBe(false);
});
