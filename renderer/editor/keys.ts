/** Keys at the borders of fields, bodies and lists, where the editor's own defaults would lose text or focus. */
import {
  $createNodeSelection,
  $createParagraphNode,
  $getNearestNodeFromDOMNode,
  $getRoot,
  $getState,
  $isDecoratorNode,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  $getSelection,
  $setSelection,
  $setState,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  SELECT_ALL_COMMAND,
} from 'lexical';
import { $findMatchingParent } from '@lexical/utils';
import { itemLevelSchema } from '#shared/minutes/level.ts';
import { $isBlankNode } from '../blocks/blank-node.ts';
import { $createBulletNode, $isBulletNode, bulletDepthState } from '../blocks/bullet/bullet-node.ts';
import { $isItemNode, itemLevelState } from '../blocks/item/item-node.ts';
import {
  $afterField,
  $atEnd,
  $atStart,
  $beforeField,
  $bodyHere,
  $caret,
  $enter,
  $enterFromBelow,
  $fieldHere,
  $leaveDown,
  $topHere,
} from './caret.ts';
import { $isHeadNode } from './head-node.ts';
import { $fieldsInOrder, nextBlank } from './places.ts';
import { $isSectionNode, type SectionNode } from './section-node.ts';

/** Registers the keys of the record. Furniture that wants a key first takes a higher priority. */
export function registerKeys(editor: LexicalEditor): () => void {
  const guard = (backward: boolean) => (backward ? $guardBackward() : $guardForward());
  return mergeRegister(
    editor.registerCommand(KEY_TAB_COMMAND, (event) => taken(event, $tab(editor, event.shiftKey)), COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ENTER_COMMAND, (event) => taken(event, $enterKey()), COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => event.key === 'F4' && !event.altKey && !event.ctrlKey && taken(event, later(() => nextBlank(editor))),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, guard, COMMAND_PRIORITY_LOW),
    editor.registerCommand(DELETE_WORD_COMMAND, guard, COMMAND_PRIORITY_LOW),
    editor.registerCommand(DELETE_LINE_COMMAND, guard, COMMAND_PRIORITY_LOW),
    editor.registerCommand(SELECT_ALL_COMMAND, (event) => taken(event, $selectWider()), COMMAND_PRIORITY_LOW),
    editor.registerCommand(CLICK_COMMAND, $selectPicture, COMMAND_PRIORITY_LOW),
  );
}

function taken(event: KeyboardEvent | null, done: boolean): boolean {
  if (done) event?.preventDefault();
  return done;
}

/** Commands run inside an update; what begins its own waits for the end of it. */
function later(deed: () => void): true {
  queueMicrotask(deed);
  return true;
}

function $tab(editor: LexicalEditor, back: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return $passBy(back);
  const here = $fieldHere();
  if (here) return back ? $beforeField(here.field) : $afterField(here.field);
  const node = selection.focus.getNode();
  if (!back && ($isBlankNode(node) || (selection.focus.offset === 0 && $isBlankNode(node.getPreviousSibling())))) {
    return later(() => nextBlank(editor));
  }
  const line = $findMatchingParent(node, (one) => $isItemNode(one) || $isBulletNode(one));
  if (line) {
    const step = back ? -1 : 1;
    if ($isItemNode(line)) $setState(line, itemLevelState, (level) => itemLevelSchema.catch(level).parse(level + step));
    else $setState(line, bulletDepthState, $getState($createBulletNode($getState(line, bulletDepthState) + step), bulletDepthState));
    return true;
  }
  return $tabOverBorder(back) || $tabInText(back);
}

/** From the first block of a body back into the fields, from its end on to what follows. */
function $tabOverBorder(back: boolean): boolean {
  const body = $bodyHere();
  const caret = $caret();
  if (!body || !caret) return false;
  const { before, after } = $fieldsInOrder(body.section);
  if (back) {
    if (before.length === 0 || !body.block.is(body.section.getFirstChild())) return false;
    before.at(-1)?.selectEnd();
    return true;
  }
  if (!body.block.is(body.section.getLastChild()) || !$atEnd(caret, body.section)) return false;
  const next = after[0] ?? body.section.getNextSibling();
  if (!next) return false;
  $enter(next);
  return true;
}

/** In running text a tab is a letter like any other, and Shift+Tab takes one back: the key never leaves the paper. */
function $tabInText(back: boolean): true {
  const caret = $caret();
  if (!caret) return true;
  const text = caret.anchor.getNode();
  if (!back) caret.insertText('\t');
  else if ($isTextNode(text) && text.isSimpleText() && text.getTextContent()[caret.anchor.offset - 1] === '\t') {
    text.spliceText(caret.anchor.offset - 1, 1, '', true);
  }
  return true;
}

/** From a selected picture or page break to the text beside it. */
function $passBy(back: boolean): boolean {
  const selection = $getSelection();
  const node = $isNodeSelection(selection) ? selection.getNodes()[0] : null;
  if (!node) return false;
  if (back) node.selectPrevious();
  else node.selectNext();
  return true;
}

function $enterKey(): boolean {
  const here = $fieldHere();
  if (here) {
    const last = here.after.at(-1);
    if (last?.is(here.field)) $leaveDown(here.host);
    else $afterField(here.field);
    return true;
  }
  const body = $bodyHere();
  if (!body || !$caret() || !$isParagraphNode(body.block) || body.block.getChildrenSize() > 0) return false;
  const { section, block } = body;
  if (!block.is(section.getLastChild())) return false;
  if (section.getChildrenSize() > 1) block.remove();
  const after = $fieldsInOrder(section).after[0];
  if (after) after.selectEnd();
  else {
    const paragraph = $createParagraphNode();
    section.insertAfter(paragraph);
    paragraph.select();
  }
  return true;
}

/** Backspace where a field, a body or a section begins: nothing is drawn into what stands before. */
function $guardBackward(): boolean {
  const caret = $caret();
  if (!caret) return false;
  const here = $fieldHere();
  if (here) return $atStart(caret, here.field);
  const body = $bodyHere();
  if (body) {
    if (!$isParagraphNode(body.block) || !body.block.is(body.section.getFirstChild()) || !$atStart(caret, body.block)) return false;
    if ($isBare(body.section)) {
      const paragraph = $createParagraphNode();
      body.section.replace(paragraph);
      paragraph.select();
    } else $fieldsInOrder(body.section).before.at(-1)?.selectEnd();
    return true;
  }
  const block = $topHere();
  const above = block?.getPreviousSibling();
  if (!block || !above || !$isParagraphNode(block) || !$atStart(caret, block)) return false;
  if ($isHeadNode(above)) return true;
  if (!$isSectionNode(above)) return false;
  if (block.getChildrenSize() === 0) block.remove();
  $enterFromBelow(above);
  return true;
}

/** Delete where a field or a body ends, or before a section. */
function $guardForward(): boolean {
  const caret = $caret();
  if (!caret) return false;
  const here = $fieldHere();
  if (here) return $atEnd(caret, here.field);
  const body = $bodyHere();
  if (body) return body.block.is(body.section.getLastChild()) && $atEnd(caret, body.block);
  const block = $topHere();
  const below = block?.getNextSibling();
  if (!block || !$isSectionNode(below) || !$isElementNode(block) || !$atEnd(caret, block)) return false;
  if (block.getChildrenSize() === 0) {
    block.remove();
    $enter(below);
  }
  return true;
}

/** Whether nothing at all is written in a section. */
function $isBare(section: SectionNode): boolean {
  const { before, after } = $fieldsInOrder(section);
  return [...before, ...after].every((field) => field.getChildrenSize() === 0) && section.getChildrenSize() === 1 && section.getFirstChildOrThrow().getTextContentSize() === 0;
}

/** Ctrl+A: the field; or the cell, the body, the section as a whole; then everything below the head. */
function $selectWider(): boolean {
  const selection = $getSelection();
  const here = $fieldHere();
  if (here) {
    here.field.select(0, here.field.getChildrenSize());
    return true;
  }
  const root = $getRoot();
  if ($isRangeSelection(selection)) {
    const [start, end] = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
    let scope: LexicalNode | null = start.getNode();
    for (; scope && !scope.is(root); scope = scope.getParent()) {
      if (!$isElementNode(scope) || !scope.isShadowRoot() || !scope.isParentOf(end.getNode())) continue;
      const [first, last] = [scope.getFirstDescendant(), scope.getLastDescendant()];
      const whole = start.offset === 0 && first?.is(start.getNode()) && last?.is(end.getNode()) && end.offset === last.getTextContentSize();
      if (!whole && scope.getTextContentSize() > 0) {
        scope.select(0, scope.getChildrenSize());
        return true;
      }
    }
  }
  const top = $topHere();
  const section = $isSectionNode(top) && $isRangeSelection(selection) && top.isParentOf(selection.focus.getNode()) ? top : null;
  if (section) root.select(section.getIndexWithinParent(), section.getIndexWithinParent() + 1);
  else root.select(1, root.getChildrenSize());
  return true;
}

/** A click on a picture or a page break selects it, so that Delete and copy mean it. */
function $selectPicture(event: MouseEvent): boolean {
  if (!(event.target instanceof Element)) return false;
  const node = $getNearestNodeFromDOMNode(event.target);
  if (!$isDecoratorNode(node)) return false;
  const selection = $createNodeSelection();
  selection.add(node.getKey());
  $setSelection(selection);
  return true;
}
