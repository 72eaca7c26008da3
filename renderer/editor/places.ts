/** Places to go to: a block, a hit in it, the next place that waits to be filled in. */
import {
  $addUpdateTag,
  $getRoot,
  $getSelection,
  $getState,
  $isElementNode,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $isBlankNode } from '../blocks/blank-node.ts';
import { $isFieldNode, fieldFaceState, type FieldNode } from './field-node.ts';
import { $head, $isHeadNode } from './head-node.ts';
import { $isSectionNode, $sectionFieldOrder } from './section-node.ts';
import { $nodeOfBlock } from './shape.ts';
import { $fieldNames, $fieldOf } from './slots.ts';

/** The fields of a section or of the head in the order of the paper, those before and those after the body. */
export function $fieldsInOrder(host: LexicalNode): { before: FieldNode[]; after: FieldNode[] } {
  const named = (names: readonly string[]) =>
    $isElementNode(host) ? names.map((name) => $fieldOf(host, name)).filter((field) => field !== null) : [];
  if ($isSectionNode(host)) {
    const { before, after } = $sectionFieldOrder(host);
    return { before: named(before), after: named(after) };
  }
  return { before: $isHeadNode(host) ? named($fieldNames(host)) : [], after: [] };
}

/** Everything in a node where a caret can stand or a place can wait, in the order of the paper. */
export function* $stops(node: LexicalNode): Generator<LexicalNode> {
  yield node;
  if (!$isElementNode(node)) return;
  const { before, after } = $fieldsInOrder(node);
  for (const field of before) yield* $stops(field);
  for (let child = node.getFirstChild(); child; child = child.getNextSibling()) yield* $stops(child);
  for (const field of after) yield* $stops(field);
}

/** A place that waits to be filled in: a blank of the text, or an empty field that is required. */
const $waits = (node: LexicalNode): boolean =>
  $isBlankNode(node) || ($isFieldNode(node) && node.getChildrenSize() === 0 && $getState(node, fieldFaceState).required);

/** All places in a node that are still empty, in the order of the paper: blanks, and fields whether required or not. */
export function $emptyPlacesIn(node: LexicalNode): LexicalNode[] {
  return [...$stops(node)].filter((stop) => $isBlankNode(stop) || ($isFieldNode(stop) && stop.getChildrenSize() === 0));
}

/** Puts the caret into a place that waits: a blank is selected, so that typing replaces it. */
export function $selectPlace(node: LexicalNode): void {
  if ($isBlankNode(node)) node.select(0, node.getTextContentSize());
  else if ($isElementNode(node)) node.selectStart();
}

/** Goes to the next place to fill in after the caret, around the end; false where there is none. */
export function nextBlank(editor: LexicalEditor): boolean {
  let found = false;
  editor.update(
    () => {
      const place = $nextPlace();
      if (!place) return;
      found = true;
      $selectPlace(place);
      $addUpdateTag('scroll-into-view');
    },
    { discrete: true },
  );
  if (found) editor.focus();
  return found;
}

function $nextPlace(): LexicalNode | undefined {
  const selection = $getSelection();
  const at = $isRangeSelection(selection) ? selection.focus.getNode() : selection?.getNodes().at(-1);
  let first: LexicalNode | undefined;
  let passed = false;
  for (const node of $stops($getRoot())) {
    if ($waits(node) && !node.is(at)) {
      if (passed) return node;
      first ??= node;
    }
    if (at && node.is(at)) passed = true;
  }
  return first ?? (at && $waits(at) ? at : undefined);
}

/** Puts the caret into a field of the head; false where it has none of that name. */
export function jumpToHead(editor: LexicalEditor, name: string): boolean {
  let found = false;
  editor.update(
    () => {
      const head = $head();
      const field = head && $fieldOf(head, name);
      if (!field) return;
      found = true;
      field.selectEnd();
      $addUpdateTag('scroll-into-view');
    },
    { discrete: true },
  );
  if (found) editor.focus();
  return found;
}

/** Scrolls to a block and puts the caret at its start, unless the focus is to stay; the words `hit` in it are marked for a moment. */
export function jumpTo(editor: LexicalEditor, blockId: string, hit?: string, focus = true): void {
  let target: LexicalNode | null = null;
  editor.update(
    () => {
      target = $nodeOfBlock(editor, blockId);
      if (focus && $isElementNode(target)) {
        const field = $fieldsInOrder(target).before[0];
        if (target.getFirstChild()) target.selectStart();
        else (field ?? target).selectStart();
      }
    },
    { discrete: true, tag: 'skip-scroll-into-view' },
  );
  const dom = target && editor.getElementByKey((target as LexicalNode).getKey());
  if (!dom) return;
  if (focus) editor.focus();
  const range = hit ? rangeOf(dom, hit) : null;
  const stands = range?.startContainer.parentElement ?? dom;
  stands.scrollIntoView({ block: 'center' });
  mark(range ?? whole(dom));
}

const highlightName = 'minutebook-hit';
/** Long enough to be seen after the eyes have moved, in milliseconds. */
const shownFor = 1800;
let fading: ReturnType<typeof setTimeout> | undefined;

function mark(range: Range): void {
  clearTimeout(fading);
  CSS.highlights.set(highlightName, new Highlight(range));
  fading = setTimeout(() => CSS.highlights.delete(highlightName), shownFor);
}

function whole(dom: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(dom);
  return range;
}

/** Where words stand in an element, over the borders of its runs; null where they do not. */
function rangeOf(dom: HTMLElement, words: string): Range | null {
  const walker = document.createTreeWalker(dom, NodeFilter.SHOW_TEXT);
  const texts: { node: Text; from: number }[] = [];
  let all = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    texts.push({ node: node as Text, from: all.length });
    all += node.nodeValue ?? '';
  }
  const at = all.indexOf(words);
  if (at === -1) return null;
  const range = document.createRange();
  const start = texts.findLast((text) => text.from <= at);
  const end = texts.findLast((text) => text.from < at + words.length);
  if (!start || !end) return null;
  range.setStart(start.node, at - start.from);
  range.setEnd(end.node, at + words.length - end.from);
  return range;
}
