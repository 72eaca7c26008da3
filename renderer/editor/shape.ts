/** What an edit may break is put back in the same step: ids, fields, a paragraph to write in, sections at the top. */
import {
  $createParagraphNode,
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  RootNode,
  TextNode,
} from 'lexical';
import { TableCellNode } from '@lexical/table';
import { newId } from '#shared/minutes/id.ts';
import { $blockId, $withId } from '../blocks/block-state.ts';
import { registry } from '../blocks/registry.ts';
import { $isFieldNode, FieldNode } from './field-node.ts';
import { $head, $repairHead, HeadNode } from './head-node.ts';
import { $isSectionNode, $repairFields, SectionNode } from './section-node.ts';
import { $fieldAround } from './slots.ts';

const owners = new WeakMap<LexicalEditor, Map<string, NodeKey>>();

/** The node that a block id belongs to, or null where the block is gone. */
export function $nodeOfBlock(editor: LexicalEditor, blockId: string): LexicalNode | null {
  const node = $getNodeByKey(owners.get(editor)?.get(blockId) ?? '');
  return node !== null && node.isAttached() && $blockId(node) === blockId ? node : null;
}

/** Registers the transforms that keep a record's shape. */
export function registerShape(editor: LexicalEditor): () => void {
  owners.set(editor, new Map());
  const classes = [...new Set(Object.values(registry).map((kind) => kind.nodes[0]))].filter((klass) => klass !== undefined);
  return mergeRegister(
    ...classes.map((klass) => editor.registerNodeTransform(klass, (node) => $ensureId(editor, node))),
    editor.registerNodeTransform(RootNode, $ensureRoot),
    editor.registerNodeTransform(HeadNode, $repairHead),
    editor.registerNodeTransform(SectionNode, $ensureSection),
    editor.registerNodeTransform(TableCellNode, $ensureCell),
    editor.registerNodeTransform(FieldNode, $ensureLine),
    editor.registerNodeTransform(TextNode, (node) => {
      if (node.getFormat() !== 0 && $isFieldNode(node.getParent())) node.setFormat(0);
    }),
  );
}

/** Every block has an id of its own; of two with one id the newcomer gets another. */
function $ensureId(editor: LexicalEditor, node: LexicalNode): void {
  if ($fieldAround(node)) return;
  const id = $blockId(node);
  const known = owners.get(editor);
  if (id === '') {
    const fresh = newId();
    $withId(node, fresh);
    known?.set(fresh, node.getKey());
    return;
  }
  const owner = $nodeOfBlock(editor, id);
  if (owner && !owner.is(node)) $withId(node, newId());
  else known?.set(id, node.getKey());
}

function $ensureRoot(root: RootNode): void {
  if (!$head()) return;
  if (root.getChildrenSize() < 2) root.append($createParagraphNode());
}

function $ensureSection(section: SectionNode): void {
  const host = section.getParent();
  if (host !== null && !host.is($getRoot())) {
    section.getTopLevelElementOrThrow().insertAfter(section);
    return;
  }
  $repairFields(section);
  for (const child of section.getChildren()) if ($isSectionNode(child)) section.insertAfter(child);
  if (section.getChildrenSize() === 0) section.append($createParagraphNode());
}

/** A cell holds lines of text; what else lands in it leaves its text. */
function $ensureCell(cell: TableCellNode): void {
  const kinds = [registry.paragraph, registry.item, registry.bullet];
  for (const child of cell.getChildren()) {
    if (kinds.some((kind) => kind.$is(child))) continue;
    const line = $createParagraphNode();
    if ($isElementNode(child) && registry.table.$is(child)) line.append($createTextNode(child.getTextContent()));
    else if ($isElementNode(child)) line.append(...child.getChildren());
    child.replace(line);
  }
}

/** A field is one line of plain text: other inline nodes leave their text, a line break becomes a space. */
function $ensureLine(field: FieldNode): void {
  for (const child of field.getChildren()) {
    if ($isLineBreakNode(child)) child.replace($createTextNode(' '));
    else if (!$isTextNode(child)) {
      const text = child.getTextContent().replace(/\s*\n\s*/g, ' ');
      child.replace($createTextNode(text));
    }
  }
}
