/** 表格: rows, columns, merged cells and header rows of the table at the caret. */
import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findTableNode,
  $findCellNode,
  $getTableRowIndexFromTableCellNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableSelection,
  $mergeCells,
  $setTableRowIsHeader,
  $unmergeCell,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import { $getSelection, $isElementNode, $isRangeSelection } from 'lexical';
import type { CommandContext, CommandDeed } from './command.ts';
import { edit, selectionOf } from './deed.ts';

const inTable = (context: CommandContext): boolean => selectionOf(context)?.inTable ?? false;

const deed = (change: () => void): CommandDeed => ({ enabled: inTable, run: (context) => edit(context, change) });

function $here(): { cell: TableCellNode; table: TableNode } | null {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.anchor.getNode() : $isTableSelection(selection) ? selection.getNodes().find($isTableCellNode) : null;
  const cell = node ? $findCellNode(node) : null;
  const table = cell ? $findTableNode(cell) : null;
  return cell && table ? { cell, table } : null;
}

function $deleteTable(): void {
  const table = $here()?.table;
  const next = table?.getNextSibling() ?? table?.getPreviousSibling();
  if ($isElementNode(next)) next.selectStart();
  table?.remove();
}

function $merge(): void {
  const selection = $getSelection();
  if (!$isTableSelection(selection)) return;
  const merged = $mergeCells(selection.getNodes().filter($isTableCellNode));
  merged?.selectEnd();
}

/** Header rows are the first of the table: down to this one, or from this one on no more. */
function $toggleHeader(): void {
  const here = $here();
  if (!here) return;
  const { cell, table } = here;
  const row = $getTableRowIndexFromTableCellNode(cell);
  const on = !cell.hasHeader();
  for (let index = on ? 0 : row; index < (on ? row + 1 : table.getChildrenSize()); index += 1) $setTableRowIsHeader(table, index, on);
}

export const tableDeeds = {
  'table.rowAbove': deed(() => void $insertTableRowAtSelection(false)),
  'table.rowBelow': deed(() => void $insertTableRowAtSelection(true)),
  'table.columnBefore': deed(() => void $insertTableColumnAtSelection(false)),
  'table.columnAfter': deed(() => void $insertTableColumnAtSelection(true)),
  'table.deleteRow': deed($deleteTableRowAtSelection),
  'table.deleteColumn': deed($deleteTableColumnAtSelection),
  'table.deleteTable': deed($deleteTable),
  'table.merge': { enabled: (context) => selectionOf(context)?.canMergeCells ?? false, run: (context) => edit(context, $merge) },
  'table.split': {
    enabled: (context) =>
      inTable(context) &&
      (context.session?.editor.read('latest', () => {
        const cell = $here()?.cell;
        return cell !== undefined && (cell.getColSpan() > 1 || cell.getRowSpan() > 1);
      }) ?? false),
    run: (context) => edit(context, $unmergeCell),
  },
  'table.headerRow': {
    enabled: inTable,
    active: ({ session }) => session?.editor.read('latest', () => $here()?.cell.hasHeader() ?? false) ?? false,
    run: (context) => edit(context, $toggleHeader),
  },
} satisfies Record<string, CommandDeed>;
