/** 說明. */
import type { CommandDeed } from './command.ts';

export const helpDeeds = {
  'help.shortcuts': { run: ({ app }) => app.getState().set({ dialog: { kind: 'shortcuts' } }) },
  'help.about': { run: ({ app }) => app.getState().set({ dialog: { kind: 'about' } }) },
} satisfies Record<string, CommandDeed>;
