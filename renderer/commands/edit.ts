/** 編輯: undo, plain pasting, and what happens to blocks as a whole. */
import { $isElementNode, type LexicalNode, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { $isHeadNode } from '../editor/head-node.ts';
import { $isSectionNode } from '../editor/section-node.ts';
import { text } from '../i18n/i18n.ts';
import { pastePlainText } from '../paste/paste.ts';
import { repairDocument } from '../paste/repair.ts';
import type { CommandContext, CommandDeed } from './command.ts';
import { edit } from './deed.ts';
import { $selectedBlocks } from './lines.ts';

const open = ({ session }: CommandContext): boolean => session !== null;

/** Where moved blocks go: beside a neighbour, or out of their section at its edge. */
function $move(step: -1 | 1): void {
  let blocks = $selectedBlocks();
  const section = blocks[0]?.getParent();
  if (section && $isSectionNode(section) && section.getChildrenSize() === blocks.length) blocks = [section];
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return;
  const neighbour = step < 0 ? first.getPreviousSibling() : last.getNextSibling();
  if (neighbour && !$isHeadNode(neighbour)) {
    if (step < 0) last.insertAfter(neighbour, false);
    else first.insertBefore(neighbour, false);
    return;
  }
  const around = first.getParent();
  if (!neighbour && $isSectionNode(around)) {
    if (step < 0) for (const block of blocks) around.insertBefore(block, false);
    else for (const block of [...blocks].reverse()) around.insertAfter(block, false);
  }
}

function $delete(): void {
  const blocks = $selectedBlocks();
  const after: LexicalNode | null | undefined = blocks.at(-1)?.getNextSibling() ?? blocks[0]?.getPreviousSibling();
  if (after && $isElementNode(after)) after.selectStart();
  for (const block of blocks) block.remove();
}

export const editDeeds = {
  'edit.undo': {
    enabled: ({ session }) => session?.view.getState().canUndo ?? false,
    run: ({ session }) => {
      if (session && !session.isComposing()) session.editor.dispatchCommand(UNDO_COMMAND, undefined);
    },
  },
  'edit.redo': {
    enabled: ({ session }) => session?.view.getState().canRedo ?? false,
    run: ({ session }) => {
      if (session && !session.isComposing()) session.editor.dispatchCommand(REDO_COMMAND, undefined);
    },
  },
  'edit.pastePlain': {
    enabled: open,
    run: async ({ session, app }) => {
      if (!session) return;
      const clipboard = await navigator.clipboard.readText().catch(() => null);
      if (clipboard === null) app.getState().toast({ text: text('paste', 'plain.denied') });
      else pastePlainText(session, clipboard);
    },
  },
  'edit.repair': { enabled: open, run: repairDocument },
  'edit.moveUp': { enabled: open, run: (context) => edit(context, () => $move(-1)) },
  'edit.moveDown': { enabled: open, run: (context) => edit(context, () => $move(1)) },
  'edit.deleteBlock': { enabled: open, run: (context) => edit(context, $delete) },
} satisfies Record<string, CommandDeed>;
