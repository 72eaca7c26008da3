/** Whether a name is hinted at now: the one key that takes a hint belongs to one of them at a time. */

let shown = false;

export const isHinting = (): boolean => shown;

/** Tells that the hint is there or gone. */
export function setHinting(isShown: boolean): void {
  shown = isShown;
}
