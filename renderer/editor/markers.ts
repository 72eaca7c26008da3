/** 「一、」「（一）」「1. 」「（1）」 typed at the start of a paragraph become a numbered line. */
import {
  $getNodeByKey,
  $getState,
  $isParagraphNode,
  $isTextNode,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type ParagraphNode,
  PASTE_TAG,
} from 'lexical';
import { $isHeadingNode } from '@lexical/rich-text';
import type { ItemLevel } from '#shared/minutes/level.ts';
import { numberLabel } from '#shared/minutes/numbering.ts';
import { $createItemNode, $isItemNode, itemLevelState, itemRestartState } from '../blocks/item/item-node.ts';
import { $blockId, $withId } from '../blocks/block-state.ts';
import { $caret } from './caret.ts';
import { $isSectionNode } from './section-node.ts';

const forms: readonly (readonly [ItemLevel, RegExp])[] = [
  [1, /^[〇零一二三四五六七八九十百]+、$/],
  [2, /^[（(][〇零一二三四五六七八九十百]+[）)]$/],
  [3, /^\d{1,3}[.．] $/],
  [4, /^[（(]\d{1,3}[）)]$/],
];

/** Registers the typed markers. They wait for the end of a composition, and one undo brings the typed text back. */
export function registerMarkers(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ dirtyLeaves, editorState, tags }) => {
    if (dirtyLeaves.size === 0 || editor.isComposing() || [HISTORIC_TAG, PASTE_TAG, 'collaboration'].some((tag) => tags.has(tag))) return;
    const read = () => {
      const caret = $caret();
      return caret && dirtyLeaves.has(caret.anchor.key) && $marker() ? caret.anchor.key : null;
    };
    const key = editorState.read(read, { editor });
    if (key !== null) editor.update(() => $convert(key), { tag: HISTORY_PUSH_TAG });
  });
}

interface Marker {
  paragraph: ParagraphNode;
  length: number;
  level: ItemLevel;
  restart: boolean;
}

function $marker(): Marker | null {
  const caret = $caret();
  const text = caret?.anchor.getNode();
  const paragraph = text?.getParent();
  if (!caret || !$isTextNode(text) || !$isParagraphNode(paragraph) || text.getPreviousSibling()) return null;
  const typed = text.getTextContent().slice(0, caret.anchor.offset);
  const level = forms.find(([, form]) => form.test(typed))?.[0];
  if (!level) return null;
  const label = typed.trim().replace('(', '（').replace(')', '）').replace('．', '.');
  const next = $countAbove(paragraph, level) + 1;
  if (label === numberLabel(level, next)) return { paragraph, length: typed.length, level, restart: false };
  return label === numberLabel(level, 1) ? { paragraph, length: typed.length, level, restart: true } : null;
}

/** How many items of a level are counted before a place, by the rule of `computeNumbers`. */
function $countAbove(place: ParagraphNode, level: ItemLevel): number {
  let count = 0;
  for (let node = place.getPreviousSibling(); node; node = node.getPreviousSibling()) {
    if ($isHeadingNode(node) || $isSectionNode(node)) return count;
    if (!$isItemNode(node)) continue;
    const other = $getState(node, itemLevelState);
    if (other < level) return count;
    if (other > level) continue;
    count += 1;
    if ($getState(node, itemRestartState)) return count;
  }
  return count;
}

function $convert(key: string): void {
  const marker = $marker();
  const text = $getNodeByKey(key);
  if (!marker || !$isTextNode(text)) return;
  const { paragraph, length, level, restart } = marker;
  const item = $withId($createItemNode(level, restart), $blockId(paragraph));
  text.spliceText(0, length, '', true);
  if (text.getTextContentSize() === 0) text.remove();
  item.append(...paragraph.getChildren());
  paragraph.replace(item);
  item.selectStart();
}
