/** A choice of a section was made on the paper: the form of its text, its outcome. */
import { createCommand, type LexicalCommand } from 'lexical';

/** Sent in the update that makes the choice, so that what follows from it is the same step. */
export const SECTION_CHOICE_COMMAND: LexicalCommand<{ blockId: string; name: string; value: string }> = createCommand('SECTION_CHOICE_COMMAND');
