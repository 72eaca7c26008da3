/** 預覽列印: the pages, and their printing. */
import { printing } from '../preview/print.ts';
import type { CommandDeed } from './command.ts';

export const previewDeeds = {
  'preview.open': {
    enabled: ({ session }) => session !== null,
    active: ({ app }) => app.getState().previewing !== null,
    // Asked for again where the pages are shown already, it prints them.
    run: ({ app, session }) => {
      const { previewing, set } = app.getState();
      if (previewing !== null) return printing.print();
      if (session) set({ previewing: session.id, comparing: null, register: null });
    },
  },
} satisfies Record<string, CommandDeed>;
