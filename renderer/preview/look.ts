/** How pages are looked at, for as long as the window is there. */
import { createStore } from 'zustand/vanilla';
import { zoomStep } from '../commands/zoom-steps.ts';

/** 頁寬, 整頁, or per cent. */
export type Zoom = 'width' | 'page' | number;

export interface Look {
  zoom: Zoom;
  /** As many pages beside each other as fit. */
  beside: boolean;
  /** What the zoom comes to now, in per cent. */
  percent: number;
}

export const look = createStore<Look>(() => ({ zoom: 'width', beside: false, percent: 100 }));

/** The pages one step larger (1) or smaller (−1), or at their actual size (0). */
export const stepLook = (direction: -1 | 0 | 1): void => look.setState(({ percent }) => ({ zoom: zoomStep(percent, direction) }));
