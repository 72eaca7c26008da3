/**
 * Copy and cut of whole blocks: our own JSON for this program, the paper form as text and HTML for others. A selection
 * inside one block or field is left to the editor's own handling of runs. Paste takes only what our schema accepts.
 */
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  COPY_COMMAND,
  CUT_COMMAND,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  PASTE_COMMAND,
} from 'lexical';
import { z } from 'zod';
import { type Block, blockSchema } from '#shared/minutes/blocks/index.ts';
import { withNewIds } from '#shared/minutes/ids.ts';
import { languageTag, printBlocks } from '#shared/minutes/printing.ts';
import { documentVersion } from '#shared/minutes/document.ts';
import { printToHtml } from '#shared/print/html.ts';
import { printToText } from '#shared/print/text.ts';
import { $nodeToBlock } from '../blocks/registry.ts';
import { $head, $isHeadNode, $meta } from './head-node.ts';
import { $insertBlocks } from './insert.ts';
import { $fieldAround } from './slots.ts';

/** The name under which blocks travel on the clipboard. */
export const clipboardType = 'application/x-minutebook+json';

const travelSchema = z.strictObject({ version: z.literal(documentVersion), blocks: z.array(blockSchema).min(1) });

/** Registers copy, cut and paste of blocks; a paste handler that knows other sources stands above with a higher priority. */
export function registerClipboard(editor: LexicalEditor): () => void {
  const take = (event: ClipboardEvent | KeyboardEvent | null, cut: boolean) => {
    const data = event && 'clipboardData' in event ? event.clipboardData : null;
    const nodes = data ? $wholeBlocks() : null;
    if (!event || !data || !nodes) return false;
    $write(data, nodes.flatMap((node) => $nodeToBlock(node) ?? []));
    event.preventDefault();
    if (cut) $cut();
    return true;
  };
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, (event) => take(event, false), COMMAND_PRIORITY_LOW),
    editor.registerCommand(CUT_COMMAND, (event) => take(event, true), COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const blocks = 'clipboardData' in event ? readBlocks(event.clipboardData) : null;
        if (!blocks) return false;
        event.preventDefault();
        $insertBlocks(withNewIds(blocks));
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}

/** The blocks that this program put on a clipboard, with the ids they had there, or null. */
export function readBlocks(data: DataTransfer | null): Block[] | null {
  const text = data?.getData(clipboardType);
  if (!text) return null;
  try {
    const travelled = travelSchema.safeParse(JSON.parse(text));
    return travelled.success ? travelled.data.blocks : null;
  } catch {
    return null;
  }
}

/** The selected blocks, where the selection is made of whole blocks of one flow; null for a part of a text. */
function $wholeBlocks(): LexicalNode[] | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const nodes = selection.getNodes();
    return nodes.length > 0 && nodes.every((node) => $nodeToBlock(node) !== null) ? nodes : null;
  }
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const [start, end] = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
  if ($fieldAround(start.getNode())) return null;
  const flow = $flowOf(start.getNode(), end.getNode());
  if (!flow) return null;
  const first = flow.is(start.getNode()) ? flow.getChildAtIndex(start.offset) : $childOf(flow, start.getNode());
  const last = flow.is(end.getNode()) ? flow.getChildAtIndex(end.offset - 1) : $childOf(flow, end.getNode());
  if (!first || !last || !$reaches(start, first, false) || !$reaches(end, last, true)) return null;
  const nodes: LexicalNode[] = [];
  for (let node: LexicalNode | null = first; node; node = node.is(last) ? null : node.getNextSibling()) nodes.push(node);
  const single = nodes.length === 1 && !($isElementNode(first) && first.isShadowRoot());
  return single ? null : nodes.filter((node) => !$isHeadNode(node));
}

/** The innermost flow (top level, body, cell) that holds both ends. */
function $flowOf(start: LexicalNode, end: LexicalNode): ElementNode | null {
  const root = $getRoot();
  for (let node: LexicalNode | null = start; node; node = node.getParent()) {
    if (!$isElementNode(node) || (!node.is(root) && !node.isShadowRoot())) continue;
    if (node.is(end) || node.isParentOf(end)) return node;
  }
  return null;
}

function $childOf(flow: ElementNode, node: LexicalNode): LexicalNode | null {
  let one: LexicalNode | null = node;
  while (one && !flow.is(one.getParent())) one = one.getParent();
  return one;
}

/** Whether a selection's end takes in a block up to its border. */
function $reaches(point: { getNode(): LexicalNode; offset: number }, block: LexicalNode, end: boolean): boolean {
  const node = point.getNode();
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
  if (!node.is(block) && !block.isParentOf(node)) return true;
  if (point.offset !== (end ? size : 0)) return false;
  for (let one: LexicalNode | null = node; one && !one.is(block); one = one.getParent()) {
    if (end ? one.getNextSibling() : one.getPreviousSibling()) return false;
  }
  return true;
}

function $write(data: DataTransfer, blocks: Block[]): void {
  const head = $head();
  if (!head) return;
  const meta = $meta(head);
  const print = {
    title: '',
    organisation: '',
    region: meta.region,
    script: meta.script,
    language: languageTag(meta.region, meta.script),
    date: null,
    nodes: printBlocks({ meta, blocks }),
    foot: [],
  };
  data.setData(clipboardType, JSON.stringify({ version: documentVersion, blocks }));
  data.setData('text/plain', printToText(print));
  data.setData('text/html', printToHtml(print, { assets: () => null }));
}

function $cut(): void {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) selection.deleteNodes();
  else if ($isRangeSelection(selection)) selection.removeText();
}
