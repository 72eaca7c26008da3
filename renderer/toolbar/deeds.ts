/** The deeds that the toolbar and the slash menu can ask for: what acts on the text. */
import { editDeeds } from '../commands/edit.ts';
import { formatDeeds } from '../commands/format.ts';
import { insertDeeds } from '../commands/insert.ts';
import { tableDeeds } from '../commands/table.ts';
import type { CommandDeed } from '../commands/command.ts';

export const textDeeds = { ...editDeeds, ...insertDeeds, ...formatDeeds, ...tableDeeds };
export type TextCommand = keyof typeof textDeeds;

/** What a text command does. */
export const textDeed = (id: TextCommand): CommandDeed => textDeeds[id];
