import type { AppStore } from '../app/state.ts';
import { stepLook } from '../preview/look.ts';
import { zoomStep } from './zoom-steps.ts';

/** Of the paper that is written on; the pages of the preview may be smaller. */
const least = 50;

/** What stands in the middle one step larger (1) or smaller (−1), or at its actual size (0): the paper, or the pages of the preview. */
export function stepZoom(app: AppStore, direction: -1 | 0 | 1): void {
  const { settings, previewing, change } = app.getState();
  if (previewing !== null) return stepLook(direction);
  const next = Math.max(zoomStep(settings.zoom, direction), least);
  if (next !== settings.zoom) void change({ zoom: next });
}
