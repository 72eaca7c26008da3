/** ↑ and ↓ over the borders of sections: from line to line of fields, into bodies and out of them. */
import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
} from 'lexical';
import { $bodyHere, $enter, $enterFromBelow, $fieldHere, $topHere } from './caret.ts';
import { $isFieldNode } from './field-node.ts';
import { $isHeadNode } from './head-node.ts';
import { $isSectionNode, type SectionNode } from './section-node.ts';

/** Registers the keys. Inside a block, and from one plain block to the next, the browser does what it always does. */
export function registerArrows(editor: LexicalEditor): () => void {
  const move = (down: boolean) => (event: KeyboardEvent) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || !$move(editor, down)) return false;
    event.preventDefault();
    return true;
  };
  return mergeRegister(
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, move(true), COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, move(false), COMMAND_PRIORITY_LOW),
  );
}

function $move(editor: LexicalEditor, down: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const here = $fieldHere();
  const body = here ? null : $bodyHere();
  const top = $topHere();
  if (!top) return false;
  const unit = here?.field ?? body?.block ?? top;
  const dom = editor.getElementByKey(unit.getKey());
  const x = dom && onLastLine(dom, down);
  if (!dom || x === null) return false;
  if (here) return $fromLine(editor, here.host, dom, x, down);
  if (body) {
    const edge = down ? body.section.getLastChild() : body.section.getFirstChild();
    if (!body.block.is(edge)) return false;
    const inside = bodyOf(editor, body.section);
    return inside !== null && $fromLine(editor, body.section, inside, x, down);
  }
  return $toNeighbour(editor, top, x, down, false);
}

/** Where the caret is across the page if it is on the last (or first) line of an element; null elsewhere. */
function onLastLine(dom: HTMLElement, down: boolean): number | null {
  const selection = dom.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const caret = selection.getRangeAt(0).getClientRects()[0];
  const box = dom.getBoundingClientRect();
  if (!caret) return box.left;
  const distance = down ? box.bottom - caret.bottom : caret.top - box.top;
  return distance < caret.height ? caret.left : null;
}

const bodyOf = (editor: LexicalEditor, section: SectionNode) =>
  editor.getElementByKey(section.getKey())?.querySelector<HTMLElement>(':scope > .mb-section-body') ?? null;

/** From a line of fields, or from the body among them, to the next one in the same host, or out of it. */
function $fromLine(editor: LexicalEditor, host: LexicalNode, from: HTMLElement, x: number, down: boolean): boolean {
  const dom = editor.getElementByKey(host.getKey());
  const rows = dom ? rowsOf(dom) : [];
  const at = rows.findIndex((row) => row.contains(from));
  const next = rows[at + (down ? 1 : -1)];
  if (at === -1) return false;
  if (!next) return $toNeighbour(editor, host, x, down, true);
  if (!next.matches('.mb-section-body')) return $toField(next, x);
  const block = $isSectionNode(host) ? (down ? host.getFirstChild() : host.getLastChild()) : null;
  if (!$isElementNode(block)) return false;
  if (down) block.selectStart();
  else block.selectEnd();
  return true;
}

/** The lines of fields of a host and its body, in the order of the paper. */
const rowsOf = (dom: HTMLElement): Element[] =>
  [...dom.children]
    .flatMap((row) => (row.matches('.mb-lines') ? [...row.children] : [row]))
    .filter((row) => row.matches('.mb-section-body') || row.querySelector('.mb-field'));

function $toNeighbour(editor: LexicalEditor, top: LexicalNode, x: number, down: boolean, always: boolean): boolean {
  const next = down ? top.getNextSibling() : top.getPreviousSibling();
  if (!next || (!always && !$isSectionNode(next) && !$isHeadNode(next))) return false;
  const dom = editor.getElementByKey(next.getKey());
  const edge = dom ? rowsOf(dom).at(down ? 0 : -1) : undefined;
  if (($isSectionNode(next) || $isHeadNode(next)) && edge && !edge.matches('.mb-section-body')) return $toField(edge, x);
  if (down) $enter(next);
  else $enterFromBelow(next);
  return true;
}

/** Into the field of a line that is nearest across the page. */
function $toField(row: Element, x: number): boolean {
  const distance = (field: Element) => {
    const { left, right } = field.getBoundingClientRect();
    return Math.max(left - x, x - right, 0);
  };
  const [nearest] = [...row.querySelectorAll('.mb-field')].sort((one, other) => distance(one) - distance(other));
  if (!nearest) return false;
  const node = $getNearestNodeFromDOMNode(nearest);
  if (!$isFieldNode(node)) return false;
  if (nearest.getBoundingClientRect().left >= x) node.selectStart();
  else node.selectEnd();
  return true;
}
