/** What every command does; one without a deed does not compile. */
import type { CommandId } from '#shared/commands/commands.ts';
import type { CommandContext, CommandDeed } from './command.ts';
import { editDeeds } from './edit.ts';
import { fileDeeds } from './file.ts';
import { formatDeeds } from './format.ts';
import { helpDeeds } from './help.ts';
import { historyDeeds } from './history.ts';
import { insertDeeds } from './insert.ts';
import { safetyDeeds } from './safety.ts';
import { tableDeeds } from './table.ts';
import { viewDeeds } from './view.ts';

export const deeds: { readonly [Id in CommandId]: CommandDeed } = {
  ...fileDeeds,
  ...historyDeeds,
  ...safetyDeeds,
  ...editDeeds,
  ...insertDeeds,
  ...formatDeeds,
  ...tableDeeds,
  ...viewDeeds,
  ...helpDeeds,
};

/** Whether a command can be carried out now. */
export const isEnabled = (id: CommandId, context: CommandContext): boolean => deeds[id].enabled?.(context) ?? true;

/** Carries a command out, if it can be now. */
export function run(id: CommandId, context: CommandContext): void {
  if (isEnabled(id, context)) void deeds[id].run(context);
}
