import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  TableCellNode,
  TableNode,
  TableRowNode,
} from '@lexical/table';
import type { LexicalNode } from 'lexical';
import { newId } from '#shared/minutes/id.ts';
import type { TableCell } from '#shared/minutes/blocks/table/index.ts';
import { type TextBlock, textBlockSchema } from '#shared/minutes/blocks/text.ts';
import { $blockId, $withId } from '../block-state.ts';
import { type BlockContext, type BlockEditor, WrongNode } from '../block-editor.ts';

export const table: BlockEditor<'table'> = {
  nodes: [TableNode, TableRowNode, TableCellNode],
  $is: $isTableNode,
  $toNode(block, context) {
    const node = $withId($createTableNode(), block.id);
    node.setColWidths(block.widths);
    for (const row of block.rows) node.append($createTableRowNode().append(...row.map((cell) => $cellNode(cell, context))));
    return node;
  },
  $fromNode(node, context) {
    if (!$isTableNode(node)) throw new WrongNode('table', node);
    const rows = node.getChildren().filter($isTableRowNode);
    return {
      id: $blockId(node),
      kind: 'table',
      widths: $widths(node),
      rows: rows.map((row) => row.getChildren().filter($isTableCellNode).map((cell) => $cell(cell, context))),
    };
  },
};

function $cellNode(cell: TableCell, context: BlockContext): LexicalNode {
  const header = cell.header ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
  return $createTableCellNode(header, cell.columns).setRowSpan(cell.rows).append(...context.$toNodes(cell.blocks));
}

function $cell(node: TableCellNode, context: BlockContext): TableCell {
  const blocks = context
    .$fromNodes(node.getChildren())
    .map((block) => textBlockSchema.safeParse(block))
    .flatMap((parsed): TextBlock[] => (parsed.success ? [parsed.data] : []));
  return {
    columns: node.getColSpan(),
    rows: node.getRowSpan(),
    header: node.hasHeader(),
    blocks: blocks.length > 0 ? blocks : [{ id: newId(), kind: 'paragraph', inline: [] }],
  };
}

/** One relative width a column; equal ones where the table has none that fit. */
function $widths(node: TableNode): number[] {
  const columns = Math.max(1, node.getColumnCount());
  const widths = node.getColWidths() ?? [];
  return widths.length === columns && widths.every((width) => width > 0) ? [...widths] : Array.from({ length: columns }, () => 1);
}
