/** 範本與片語 of her own. */
import { selectionOf } from './deed.ts';
import type { CommandContext, CommandDeed } from './command.ts';

const isWritable = ({ app }: CommandContext): boolean => !app.getState().health?.readOnly;
const open = (context: CommandContext): boolean => context.session !== null && isWritable(context);

export const ownDeeds = {
  'own.saveMeeting': { enabled: open, run: ({ app }) => app.getState().set({ dialog: { kind: 'saveTemplate', scope: 'meeting' } }) },
  'own.saveSection': {
    enabled: (context) => open(context) && typeof selectionOf(context)?.blockId === 'string',
    run: ({ app }) => app.getState().set({ dialog: { kind: 'saveTemplate', scope: 'section' } }),
  },
  'own.templates': { run: ({ app }) => app.getState().set({ dialog: { kind: 'own', section: 'templates' } }) },
  'own.word': { run: ({ app }) => app.getState().set({ dialog: { kind: 'own', section: 'word' } }) },
  'own.phrases': { run: ({ app }) => app.getState().set({ dialog: { kind: 'own', section: 'phrases' } }) },
} satisfies Record<string, CommandDeed>;
