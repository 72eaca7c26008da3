/** Undo beyond the start of the program: where the editor's own history ends, it goes on with what the store still knows. */
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import {
  $getRoot,
  $isElementNode,
  $isTextNode,
  CAN_REDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  UNDO_COMMAND,
} from 'lexical';
import type { Past } from '#shared/rpc/versions.ts';
import { commonStart } from '#shared/text/common.ts';
import { $blockId } from '../blocks/block-state.ts';
import { $stops } from './places.ts';
import { $replaceRecord } from './replace.ts';
import type { ReadOlder } from './session.types.ts';

/** The first question waits until the text that was opened is on the screen. Milliseconds. */
const firstRest = 300;

/**
 * Lets undo go on where the history is at its beginning, which is the text at `revision`. Each step is one that redo
 * takes back, and that is saved as if it had been typed. `onKnown` hears whether an older text is at hand.
 */
export function registerOlder(editor: LexicalEditor, revision: number, read: ReadOlder, onKnown: (isKnown: boolean) => void): () => void {
  const { historyState, maxDepth } = getExtensionDependencyFromEditor(editor, HistoryExtension).output;
  // The history begins with the first caret; a change that comes before it could not be undone.
  historyState.peek().current ??= { editor, editorState: editor.getEditorState() };
  let older: Past | null = null;
  let hasAsked = false;
  let isAsking = false;
  /** She asked for a step before its text was there. */
  let isWanted = false;
  let isOver = false;

  const isAtBeginning = () => historyState.peek().undoStack.length === 0;
  const know = (past: Past | null) => {
    older = past;
    onKnown(past !== null);
  };
  const ask = async (from: number) => {
    hasAsked = true;
    isAsking = true;
    const past = await read(from);
    isAsking = false;
    if (isOver) return;
    know(past);
    if (isWanted) step();
  };
  const step = () => {
    isWanted = false;
    if (isOver || !older || !isAtBeginning() || editor.isComposing()) return;
    const { document, revision: reached } = older;
    older = null;
    goBackTo(editor, document);
    void ask(reached);
  };

  const askFirst = () => void (hasAsked || ask(revision));
  const first = setTimeout(askFirst, firstRest);
  const stop = mergeRegister(
    editor.registerCommand(
      UNDO_COMMAND,
      () => {
        if (!isAtBeginning()) return false;
        // She is quicker than the rest after opening.
        askFirst();
        if (!older && !isAsking) return false;
        isWanted = true;
        // A command runs within an update of its own; the step must be one for itself.
        if (older) queueMicrotask(step);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerUpdateListener(() => {
      // What she wrote since; marks that the editor makes by itself are no step of hers.
      if (!isAtBeginning()) isWanted = false;
      // The history lets go of its oldest steps: between it and the store there would be a gap.
      if (historyState.peek().undoStack.length < (maxDepth.peek() ?? Infinity)) return;
      isOver = true;
      know(null);
    }),
  );
  return () => {
    isOver = true;
    clearTimeout(first);
    stop();
  };
}

/** Puts an older text in place as the history's own undo would: what stood there can be redone. */
function goBackTo(editor: LexicalEditor, document: Past['document']): void {
  const history = getExtensionDependencyFromEditor(editor, HistoryExtension).output.historyState.peek();
  const left = history.current ?? { editor, editorState: editor.getEditorState() };
  let changed: NodeKey | null = null;
  editor.update(
    () => {
      const before = $faces();
      $replaceRecord(document);
      changed = $selectFirstChange(before);
    },
    { discrete: true, tag: HISTORIC_TAG },
  );
  history.current = { editor, editorState: editor.getEditorState() };
  history.redoStack.push(left);
  editor.dispatchCommand(CAN_REDO_COMMAND, true);
  if (changed !== null) editor.getElementByKey(changed)?.scrollIntoView({ block: 'nearest' });
}

interface Face {
  key: NodeKey;
  blockId: string;
  text: string;
}

const $texts = (node: LexicalNode) => [...$stops(node)].filter($isTextNode);
const $faces = (): Face[] =>
  $getRoot()
    .getChildren()
    .map((node) => ({ key: node.getKey(), blockId: $blockId(node), text: $texts(node).map((text) => text.getTextContent()).join('') }));

/** Puts the caret where the text first differs from what stood there before; gives the top-level node it is in. */
function $selectFirstChange(before: readonly Face[]): NodeKey | null {
  const after = $faces();
  const differs = ({ key, text }: Face, at: number) => before[at]?.key !== key || before[at].text !== text;
  const found = after.findIndex(differs);
  const node = $getRoot().getChildAtIndex(found === -1 ? after.length - 1 : found);
  if (!node) return null;
  const [was, is] = [before[found], after[found]];
  if (found === -1) node.selectEnd();
  else $selectAt(node, was && is && was.blockId === is.blockId ? commonStart(was.text, is.text) : 0);
  return node.getKey();
}

function $selectAt(node: LexicalNode, offset: number): void {
  let left = offset;
  for (const text of $texts(node)) {
    if (left <= text.getTextContentSize()) return void text.select(left, left);
    left -= text.getTextContentSize();
  }
  if ($isElementNode(node)) node.selectStart();
  else node.selectPrevious();
}
