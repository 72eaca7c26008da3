/** An open meeting: the editor with its text, and what the rest of the window may know and do. */
import { buildEditorFromExtensions } from '@lexical/extension';
import {
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_EDITOR,
  configExtension,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  mergeRegister,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
  type UpdateTag,
} from 'lexical';
import { createStore } from 'zustand/vanilla';
import { type Block, isSectionKind, type Section } from '#shared/minutes/blocks/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { isLocked, type Staged } from '#shared/minutes/stage.ts';
import { type EditorView, EditorViewExtension } from './editor-view.ts';
import { MinutesExtension } from './extension.ts';
import { focusText } from './focus.ts';
import { $head, $meta, $patchMeta, $roster, $setRoster } from './head-node.ts';
import { $holdPlace, $isAt } from './held-place.ts';
import { $insertBlocks } from './insert.ts';
import { registerOlder } from './older.ts';
import { jumpTo, jumpToHead, nextBlank } from './places.ts';
import { BlockCache, $document, $fill, overview } from './record.ts';
import { pressedIn } from './press.ts';
import { $replaceRecord } from './replace.ts';
import { same } from './same.ts';
import { Saved } from './saved.ts';
import { $patchSection } from './section-node.ts';
import { $caretPlace } from './caret-place.ts';
import { $selectionView, nowhere } from './selection-view.ts';
import type { EditorSession, SessionView } from './session.types.ts';

export interface SessionOptions extends Partial<EditorView> {
  readOnly?: boolean;
}

/** The window's panes follow the text at this distance, in milliseconds. */
const viewDelay = 150;
/** Nor do they wait any longer for a mouse that is held down. */
const longestPress = 1000;
/** Marks an update that only puts in place what the store has already. */
const storedTag = 'minutebook-stored';
/** Marks a change of what may change after the record is final. */
const unsealedTag = 'minutebook-unsealed';
const discreteMerge = { discrete: true, tag: HISTORY_MERGE_TAG } as const;

/** Opens a record for editing. `assetUrl` gives the address of a stored picture. */
export function createSession(document: MinutesDocument, options: SessionOptions = {}): EditorSession {
  const { readOnly = false, ...view } = options;
  const editor = buildEditorFromExtensions(MinutesExtension, configExtension(EditorViewExtension, view));
  editor.update(() => $fill(document), discreteMerge);
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
  return sessionOf(editor, document, readOnly);
}

/** How far a record is, which is not part of its text: undo, restored versions and pasted records leave it alone. */
const stagedOf = ({ stages, corrections }: Meta): Staged => ({ ...(stages && { stages }), ...(corrections && { corrections }) });

function sessionOf(editor: LexicalEditor & { dispose(): void }, document: MinutesDocument, readOnly: boolean): EditorSession {
  let staged = stagedOf(document.meta);
  let frozen = 0;
  const isOpen = () => !readOnly && frozen === 0 && !isLocked(staged);
  editor.setEditable(isOpen());
  const cache = new BlockCache();
  const $blocks = () => cache.$blocks();
  const saved = new Saved(document, editor.read($blocks));
  const listeners = new Set<() => void>();
  const store = createStore<SessionView>(() => ({ ...readView(editor, cache, staged), selection: nowhere, canUndo: false, canRedo: false }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: MinutesDocument | null = null;
  const untilComposed: (() => void)[] = [];
  const undo = { here: false, beyond: false };
  let stopOlder = () => {};

  const refresh = () => {
    timer = undefined;
    const next = readView(editor, cache, staged);
    const now = store.getState();
    store.setState({
      ...next,
      meta: same(now.meta, next.meta) ? now.meta : next.meta,
      outline: same(now.outline, next.outline) ? now.outline : next.outline,
      sections: sameObjects(now.sections, next.sections) ? now.sections : next.sections,
    });
  };
  const catchUp = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    refresh();
  };
  /** A change from the panes, as one step. They follow it at once: what she presses next in them stands on it. */
  const step = (change: () => void, more: readonly UpdateTag[] = []) => {
    editor.update(change, { discrete: true, tag: [...stepFrom(editor), ...more] });
    const page = pressedIn(editor);
    if (!page) return catchUp();
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, longestPress);
    // Before the click, which goes to what was pressed and stands on what was changed.
    page.addEventListener('mouseup', catchUp, { capture: true, once: true });
  };
  /** The store says how far the record is: a locked one takes no more changes here. */
  const follow = ({ meta }: MinutesDocument) => {
    staged = stagedOf(meta);
    editor.setEditable(isOpen());
    refresh();
  };
  const change = (patch: (meta: { head: NonNullable<ReturnType<typeof $head>> }) => void, isUnsealed = false) =>
    (isOpen() || (isUnsealed && !readOnly)) &&
    step(
      () => {
        const head = $head();
        if (head) patch({ head });
      },
      isOpen() ? [] : [unsealedTag],
    );
  const freeze = (by: 1 | -1) => {
    frozen += by;
    editor.setEditable(isOpen());
  };
  const putInPlace = (next: MinutesDocument) => {
    waiting = null;
    editor.update(() => $replaceRecord(next), { discrete: true, tag: [storedTag, 'history-push'] });
    saved.hold(next, editor.read($blocks));
    follow(next);
  };
  const showUndo = (known: Partial<typeof undo>) => {
    Object.assign(undo, known);
    store.setState({ canUndo: undo.here || undo.beyond });
  };
  const whenComposed = () => {
    if (editor.isComposing()) return;
    if (waiting) putInPlace(waiting);
    for (const resume of untilComposed.splice(0)) resume();
  };

  const stop = mergeRegister(
    editor.registerUpdateListener((payload) => {
      const changed = cache.forget(payload);
      const selection = payload.editorState.read($selectionView, { editor });
      if (!same(selection, store.getState().selection)) store.setState({ selection });
      if (waiting || untilComposed.length > 0) setTimeout(whenComposed);
      if (!changed) return;
      // Whatever tried to: a control on the paper, something that was dropped. What is final stays as it is.
      // When it is put on the page, an editor begins from nothing.
      if (!isOpen() && !payload.tags.has(storedTag) && !payload.tags.has(unsealedTag) && !payload.prevEditorState.isEmpty()) return void queueMicrotask(() => editor.setEditorState(payload.prevEditorState, { tag: storedTag }));
      timer ??= setTimeout(refresh, viewDelay);
      if (!payload.tags.has(storedTag)) for (const listener of listeners) listener();
    }),
    editor.registerCommand(CAN_UNDO_COMMAND, (here) => (showUndo({ here }), false), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(CAN_REDO_COMMAND, (canRedo) => (store.setState({ canRedo }), false), COMMAND_PRIORITY_EDITOR),
    editor.registerRootListener((root) => {
      root?.addEventListener('compositionend', () => setTimeout(whenComposed));
    }),
  );

  return {
    id: document.id,
    editor,
    view: store,
    setMeta: (patch) => change(({ head }) => $patchMeta(head, patch), Object.keys(patch).every((name) => name === 'layout')),
    setRoster: (roster) => change(({ head }) => $setRoster(head, roster)),
    setSection: (blockId, patch) => isOpen() && step(() => $patchSection(blockId, patch)),
    section: (blockId) => editor.read($blocks).filter(isSection).find(({ id }) => id === blockId),
    document: () => withStaged(editor.read(() => $document(document.id)), staged),
    onDirty(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isComposing: () => editor.isComposing(),
    composed: () => (editor.isComposing() ? new Promise((resume) => untilComposed.push(resume)) : Promise.resolve()),
    caretPlace: () => editor.read($caretPlace),
    takeChanges: () =>
      editor.read(() => {
        const head = $head();
        return head ? saved.take({ ...$meta(head), ...staged } as Meta, $roster(head), $blocks()) : null;
      }),
    giveBack: (changes) => saved.giveBack(changes),
    replace(next) {
      if (editor.isComposing()) waiting = next;
      else putInPlace(next);
    },
    put: (next) => isOpen() && step(() => $replaceRecord(next)),
    rebase(next) {
      saved.hold(next, editor.read($blocks));
      follow(next);
    },
    async freezeDuring(work) {
      freeze(1);
      try {
        return await work();
      } finally {
        freeze(-1);
      }
    },
    undo: () => isOpen() && void editor.dispatchCommand(UNDO_COMMAND, undefined),
    undoBeyond(revision, read) {
      stopOlder();
      // Until the store has answered: what was saved before has something before it. A key that comes at once is not lost.
      showUndo({ beyond: revision > 0 });
      stopOlder = registerOlder(editor, revision, read, (beyond) => showUndo({ beyond }));
    },
    holdPlace: () => editor.read('pending', $holdPlace),
    isAt: (place) => !isBeside(editor) && editor.read('pending', () => $isAt(place)),
    insertBlocks: (blocks, place) => isOpen() && void editor.update(() => $insertBlocks(blocks, place), { discrete: true, tag: place ? stepFrom(editor) : 'history-push' }),
    jumpTo: (blockId, hit, focus) => jumpTo(editor, blockId, hit, focus),
    jumpToHead: (field) => jumpToHead(editor, field),
    nextBlank: () => nextBlank(editor),
    focus: () => focusText(editor),
    dispose() {
      clearTimeout(timer);
      timer = undefined;
      stopOlder();
      stop();
      listeners.clear();
      editor.setRootElement(null);
      editor.dispose();
    },
  };
}

/** One step to undo; where she works beside the paper, the focus stays there. */
const stepFrom = (editor: LexicalEditor): UpdateTag[] => (isBeside(editor) ? ['history-push', SKIP_DOM_SELECTION_TAG] : ['history-push']);

function isBeside(editor: LexicalEditor): boolean {
  const root = editor.getRootElement();
  return root !== null && !root.contains(root.ownerDocument.activeElement);
}

function withStaged(document: MinutesDocument, staged: Staged): MinutesDocument {
  return { ...document, meta: { ...document.meta, ...staged } as Meta };
}

function readView(editor: LexicalEditor, cache: BlockCache, staged: Staged): Pick<SessionView, 'meta' | 'roster' | 'outline' | 'sections' | 'characters' | 'blanks'> {
  return editor.read('latest', () => {
    const head = $head();
    if (!head) throw new Error('The editor holds no record');
    const meta = { ...$meta(head), ...staged } as Meta;
    const blocks = cache.$blocks();
    return { meta, roster: $roster(head), sections: blocks.filter(isSection), ...overview(cache.$faces(meta), meta, blocks) };
  });
}

const isSection = (block: Block): block is Section => isSectionKind(block.kind);
const sameObjects = (one: readonly unknown[], other: readonly unknown[]): boolean => one.length === other.length && one.every((part, at) => part === other[at]);
