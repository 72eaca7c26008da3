/** 版本: the timeline, names, comparing. */
import { compareCirculated } from '../history/comparing.ts';
import { showInspector } from '../inspector/show.ts';
import type { CommandContext, CommandDeed } from './command.ts';

const open = ({ session }: CommandContext): boolean => session !== null;

export const historyDeeds = {
  'versions.show': {
    enabled: open,
    run: ({ app }) => {
      showInspector(app, 'versions');
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.versions')?.focus());
    },
  },
  'versions.name': {
    enabled: open,
    run: async ({ app }) => {
      const { current, flush, set } = app.getState();
      if (current.kind !== 'open' || !(await flush())) return;
      set({ dialog: { kind: 'nameVersion', id: current.id, revision: current.saver.revision(), name: '' } });
    },
  },
  'versions.compareCirculated': {
    enabled: open,
    run: async ({ app, client }) => {
      const { current } = app.getState();
      if (current.kind === 'open') await compareCirculated({ app, client }, current);
    },
  },
} satisfies Record<string, CommandDeed>;
