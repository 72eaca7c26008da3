const steps = [25, 50, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** One step larger (1) or smaller (−1) than a zoom in per cent, or the actual size (0). */
export function zoomStep(zoom: number, direction: -1 | 0 | 1): number {
  if (direction === 0) return 100;
  return (direction === 1 ? steps.find((step) => step > zoom) : steps.findLast((step) => step < zoom)) ?? zoom;
}
