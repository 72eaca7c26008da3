/** What every command does; one without a deed does not compile. */
import { type CommandId, commands, type Menu } from '#shared/commands/commands.ts';
import { isLocked } from '#shared/minutes/stage.ts';
import type { CommandContext, CommandDeed } from './command.ts';
import { directoryDeeds } from './directory.ts';
import { editDeeds } from './edit.ts';
import { fileDeeds } from './file.ts';
import { formatDeeds } from './format.ts';
import { helpDeeds } from './help.ts';
import { historyDeeds } from './history.ts';
import { insertDeeds } from './insert.ts';
import { layoutDeeds } from './layouts.ts';
import { ownDeeds } from './own.ts';
import { previewDeeds } from './preview.ts';
import { registerDeeds } from './registers.ts';
import { safetyDeeds } from './safety.ts';
import { stageDeeds } from './stages.ts';
import { tableDeeds } from './table.ts';
import { viewDeeds } from './view.ts';

export const deeds: { readonly [Id in CommandId]: CommandDeed } = {
  ...fileDeeds,
  ...historyDeeds,
  ...directoryDeeds,
  ...previewDeeds,
  ...registerDeeds,
  ...safetyDeeds,
  ...stageDeeds,
  ...layoutDeeds,
  ...ownDeeds,
  ...editDeeds,
  ...insertDeeds,
  ...formatDeeds,
  ...tableDeeds,
  ...viewDeeds,
  ...helpDeeds,
};

/** Whose commands change the text. */
const writing: ReadonlySet<Menu> = new Set(['edit', 'insert', 'format', 'table']);

/** Whether a command would change a record that is final. */
function meetsLock(id: CommandId, { session }: CommandContext): boolean {
  return session !== null && (writing.has(commands[id].menu) || changesRecord.has(id)) && isLocked(session.view.getState().meta);
}

/** Those of the other menus that change the record that is open. */
const changesRecord: ReadonlySet<CommandId> = new Set(['record.draftMark', 'record.official', 'record.fromAgenda']);

/** Whether a command can be carried out now. */
export const isEnabled = (id: CommandId, context: CommandContext): boolean => !meetsLock(id, context) && (deeds[id].enabled?.(context) ?? true);

/** Carries a command out, if it can be now. */
export function run(id: CommandId, context: CommandContext): void {
  if (isEnabled(id, context)) void deeds[id].run(context);
}
