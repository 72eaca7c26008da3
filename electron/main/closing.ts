/** Closing the window: first the page saves, then the window goes. */
import type { BrowserWindow } from 'electron';

/** How long the page may take to save. Milliseconds. */
export const closingLimit = 10_000;

export interface ClosingParts {
  window: Pick<BrowserWindow, 'on' | 'destroy'>;
  /** Tells the page; false where no page listens. */
  askPage(): boolean;
  /** Before the window goes. */
  leaving(): void;
}

/** Holds every closing back until the page is ready; the answer is what the page calls then. */
export function closeAfterSaving({ window, askPage, leaving }: ClosingParts): () => void {
  let timer: NodeJS.Timeout | null = null;
  let gone = false;
  const go = (): void => {
    if (gone) return;
    gone = true;
    if (timer) clearTimeout(timer);
    leaving();
    window.destroy();
  };
  window.on('close', (event) => {
    event.preventDefault();
    if (timer) return;
    if (!askPage()) return go();
    timer = setTimeout(go, closingLimit);
  });
  return go;
}
