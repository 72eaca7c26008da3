/** Pictures that the store takes its time to keep, while she writes on. */
import { $getNodeByKey, $getRoot, $getSelection, $isElementNode, $isRangeSelection, type ElementNode } from 'lexical';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newMinutes } from '#shared/minutes/document.ts';
import { plain } from '#shared/minutes/inline.ts';
import { ok } from '#shared/result.ts';
import type { AppStore } from '../app/state.ts';
import { createSession } from '../editor/session.ts';
import type { EditorSession } from '../editor/session.types.ts';
import type { Client } from '../rpc/client.ts';
import { insertPictures } from './keep.ts';

let session: EditorSession;
let keep: () => void;
let inserted: Promise<void>;
/** Pastes a picture at the end of a line; done when the store has been asked to keep it. */
let pasteAt: (at: number) => Promise<void>;

/** The lines of the record below its head, pictures as 〈圖〉. */
const lines = () => session.document().blocks.map((block) => (block.kind === 'image' ? '〈圖〉' : 'inline' in block ? block.inline.map((part) => ('text' in part ? part.text : '')).join('') : block.kind));
const line = (at: number): ElementNode => {
  const node = $getRoot().getChildAtIndex(at + 1);
  if (!$isElementNode(node)) throw new Error('No such line');
  return node;
};
const write = (change: () => void) => session.editor.update(change, { discrete: true });
const type = (text: string) =>
  write(() => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertText(text);
  });

beforeEach(() => {
  session = createSession({
    ...newMinutes(),
    blocks: ['甲', '', '丙丁'].map((text, at) => ({ id: `para0000000${at}`, kind: 'paragraph' as const, inline: plain(text) })),
  });
  const put = vi.fn(() => new Promise((done) => (keep = () => done(ok({ hash: 'a'.repeat(64), mime: 'image/png', width: 1, height: 1 })))));
  const client = { store: { assets: { put } } } as unknown as Client;
  pasteAt = (at) => {
    write(() => void line(at).selectEnd());
    inserted = insertPictures({ session, client, app: {} as AppStore }, [new Blob(['picture'])]);
    return vi.waitFor(() => expect(put).toHaveBeenCalled());
  };
});

async function arrives(): Promise<void> {
  keep();
  await inserted;
}

describe('a picture that is kept late', () => {
  it('goes where it was pasted, and takes the caret behind it, where she waited', async () => {
    await pasteAt(0);
    await arrives();
    type('後');
    expect(lines()).toEqual(['甲', '〈圖〉', '後', '丙丁']);
  });

  it('goes behind the line that she writes on in, and leaves her caret there', async () => {
    await pasteAt(0);
    type('一');
    await arrives();
    type('二');
    expect(lines()).toEqual(['甲一二', '〈圖〉', '', '丙丁']);
  });

  it('leaves what she selected elsewhere meanwhile, and takes the empty line that it was pasted into', async () => {
    await pasteAt(1);
    write(() => void line(2).select(0, 1));
    await arrives();
    expect(lines()).toEqual(['甲', '〈圖〉', '丙丁']);
    expect(session.editor.read(() => $getSelection()?.getTextContent())).toBe('丙丁');
  });

  it('goes where she is by then when its line is gone', async () => {
    await pasteAt(0);
    const key = session.editor.read(() => line(0).getKey());
    write(() => {
      line(2).selectEnd();
      $getNodeByKey(key)?.remove();
    });
    await arrives();
    type('戊');
    expect(lines()).toEqual(['', '丙丁戊', '〈圖〉']);
  });
});
