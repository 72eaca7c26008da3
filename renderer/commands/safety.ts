/** 安全與備份. */
import { backUpNow } from '../safety/backups.ts';
import type { CommandContext, CommandDeed } from './command.ts';

const isWritable = ({ app }: CommandContext): boolean => !app.getState().health?.readOnly;

export const safetyDeeds = {
  'safety.open': { run: ({ app }) => app.getState().set({ dialog: { kind: 'safety', section: 'backups' } }) },
  'safety.backUp': { enabled: isWritable, run: (context) => backUpNow(context) },
  'safety.archives': { run: ({ app }) => app.getState().set({ dialog: { kind: 'safety', section: 'archives' } }) },
} satisfies Record<string, CommandDeed>;
