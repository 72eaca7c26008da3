/** 版面 and 公文要素. */
import type { CommandDeed } from './command.ts';

export const layoutDeeds = {
  'record.layout': { run: ({ app }) => app.getState().set({ dialog: { kind: 'layouts' } }) },
  'record.official': { enabled: ({ session }) => session !== null, run: ({ app }) => app.getState().set({ dialog: { kind: 'official' } }) },
} satisfies Record<string, CommandDeed>;
