/** 檢視: panes, zoom, search, preferences. */
import { flushSync } from 'react-dom';
import { focusNextPane, focusPane, isNarrow } from '../app/panes.ts';
import { found, stepFound } from '../search/found.ts';
import type { CommandContext, CommandDeed } from './command.ts';
import { stepZoom } from './zoom.ts';

const open = ({ session }: CommandContext): boolean => session !== null;

const isFound = (): boolean => (found.getState().marked?.count ?? 0) > 0;

export const viewDeeds = {
  'view.palette': { run: ({ app }) => app.getState().set({ dialog: { kind: 'palette' } }) },
  'view.search': {
    run: ({ app }) => {
      const { settings, change } = app.getState();
      // The field is there for the very next key, however long the store takes to keep that the list is open.
      if (!settings.libraryOpen) flushSync(() => void change({ libraryOpen: true }));
      focusPane('search');
    },
  },
  'view.nextFound': { enabled: isFound, run: () => stepFound(1) },
  'view.previousFound': { enabled: isFound, run: () => stepFound(-1) },
  'view.library': {
    active: ({ app }) => app.getState().settings.libraryOpen,
    run: ({ app }) => app.getState().change({ libraryOpen: !app.getState().settings.libraryOpen }),
  },
  'view.inspector': {
    active: ({ app }) => (isNarrow() ? app.getState().inspectorDrawer : app.getState().settings.inspectorOpen),
    run: ({ app }) => {
      const { settings, inspectorDrawer, set, change } = app.getState();
      if (isNarrow()) set({ inspectorDrawer: !inspectorDrawer });
      else void change({ inspectorOpen: !settings.inspectorOpen });
    },
  },
  'view.nextPane': { run: () => focusNextPane() },
  'view.nextBlank': {
    enabled: ({ session }) => (session?.view.getState().blanks ?? 0) > 0,
    run: ({ session }) => void session?.nextBlank(),
  },
  'view.zoomIn': { enabled: open, run: ({ app }) => stepZoom(app, 1) },
  'view.zoomOut': { enabled: open, run: ({ app }) => stepZoom(app, -1) },
  'view.zoomReset': { enabled: open, run: ({ app }) => stepZoom(app, 0) },
  'view.settings': { run: ({ app }) => app.getState().set({ dialog: { kind: 'settings' } }) },
  'view.trash': {
    active: ({ app }) => app.getState().libraryView === 'trash',
    run: ({ app }) => {
      const { libraryView, set, change, settings } = app.getState();
      set({ libraryView: libraryView === 'trash' ? 'meetings' : 'trash' });
      if (!settings.libraryOpen) void change({ libraryOpen: true });
    },
  },
} satisfies Record<string, CommandDeed>;
