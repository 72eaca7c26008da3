/** Brings a tab of the inspector to sight, opening the pane or the drawer where it is shut. */
import { isNarrow } from '../app/panes.ts';
import type { AppStore } from '../app/state.ts';
import type { InspectorTab } from './tabs.ts';

export function showInspector(app: AppStore, tab: InspectorTab): void {
  const { settings, set, change } = app.getState();
  set({ inspectorTab: tab, ...(isNarrow() && { inspectorDrawer: true }) });
  if (!isNarrow() && !settings.inspectorOpen) void change({ inspectorOpen: true });
}
