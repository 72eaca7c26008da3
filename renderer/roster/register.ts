/** The form of an attendance section follows the choice that is made on the paper. */
import { COMMAND_PRIORITY_EDITOR, type LexicalEditor } from 'lexical';
import type { BlockOf } from '#shared/minutes/blocks/index.ts';
import { type AttendanceForm, writtenAttendance } from '#shared/minutes/roster/attendance-text.ts';
import { compareAttendance, namedInText } from '#shared/minutes/roster/compare.ts';
import { $blockToNode, $nodeToBlock } from '../blocks/registry.ts';
import { SECTION_CHOICE_COMMAND } from '../editor/choice.ts';
import { $head, $meta, $roster } from '../editor/head-node.ts';
import { $nodeOfBlock } from '../editor/shape.ts';

/** Writes the section anew in the form that was chosen, where it says what the roster says: words by hand stay. */
export function registerForms(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    SECTION_CHOICE_COMMAND,
    ({ blockId, name, value }) => {
      const node = $nodeOfBlock(editor, blockId);
      const head = $head();
      const block = node && $nodeToBlock(node);
      if (!node || !head || name !== 'form' || block?.kind !== 'attendance') return false;
      const section = block as BlockOf<'attendance'>;
      const roster = $roster(head);
      const isSame = namedInText(section).length > 0 && compareAttendance(section, roster).length === 0;
      if (roster.length > 0 && isSame) node.replace($blockToNode(writtenAttendance(section, roster, $meta(head), value as AttendanceForm)));
      return false;
    },
    COMMAND_PRIORITY_EDITOR,
  );
}
