import type { AppStore } from '../app/state.ts';

const steps = [50, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** The paper one step larger (1) or smaller (−1), or at its actual size (0). */
export function stepZoom(app: AppStore, direction: -1 | 0 | 1): void {
  const { zoom } = app.getState().settings;
  const next = { 0: 100, 1: steps.find((step) => step > zoom), [-1]: steps.findLast((step) => step < zoom) }[direction];
  if (next !== undefined && next !== zoom) void app.getState().change({ zoom: next });
}
