/** 人名錄與會議體. */
import type { DirectorySection } from '../app/state.ts';
import type { CommandDeed } from './command.ts';

const show = (section: DirectorySection): CommandDeed => ({ run: ({ app }) => app.getState().set({ dialog: { kind: 'directory', section } }) });

export const directoryDeeds = {
  'directory.people': show('people'),
  'directory.bodies': show('bodies'),
  'directory.gather': show('gather'),
} satisfies Record<string, CommandDeed>;
