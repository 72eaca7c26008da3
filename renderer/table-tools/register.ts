/** Tab in the last cell of a table adds a row, as word processors do. Between cells Tab moves by itself. */
import { $findCellNode, $findTableNode, $insertTableRowAtNode, $isTableRowNode, type TableCellNode } from '@lexical/table';
import { $addUpdateTag, $getSelection, $isRangeSelection, COMMAND_PRIORITY_CRITICAL, HISTORY_PUSH_TAG, KEY_TAB_COMMAND, type LexicalEditor } from 'lexical';

/** Registers the key. Returns its own undo. */
export function registerTableKeys(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      const selection = $getSelection();
      if (event.shiftKey || !$isRangeSelection(selection)) return false;
      const cell = $findCellNode(selection.anchor.getNode());
      const table = cell && $findTableNode(cell);
      if (!cell || !table || !$isLast(cell)) return false;
      event.preventDefault();
      $addUpdateTag(HISTORY_PUSH_TAG);
      $insertTableRowAtNode(cell, true);
      const added = table.getLastChild();
      if ($isTableRowNode(added)) added.getFirstDescendant()?.selectStart();
      return true;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}

/** Whether nothing of the table comes after a cell; it may reach down to the last row from an earlier one. */
function $isLast(cell: TableCellNode): boolean {
  const row = cell.getParent();
  return row !== null && cell.getNextSibling() === null && cell.getRowSpan() > row.getNextSiblings().length;
}
