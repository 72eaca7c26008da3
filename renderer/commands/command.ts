/** What a command does. Its name, menu and shortcut are in `shared/commands/commands.ts`. */
import type { AppStore } from '../app/state.ts';
import type { Client } from '../rpc/client.ts';
import type { EditorSession } from '../editor/session.types.ts';

export interface CommandContext {
  /** The open meeting, if one is open to be edited. */
  session: EditorSession | null;
  app: AppStore;
  client: Client;
}

export interface CommandDeed {
  /** Absent = always. */
  enabled?(context: CommandContext): boolean;
  /** Shown as pressed or ticked. */
  active?(context: CommandContext): boolean;
  run(context: CommandContext): void | Promise<void>;
}
