/** Prints pages as they are shown: in a frame that nobody sees, whose paper is theirs. */
import type { Pages } from '#shared/pages/page.ts';
import { type Asset, drawPages } from './drawing.ts';

interface Printed {
  pages: Pages;
  asset: Asset;
}

let offered: Printed | null = null;

/** What is looked at now is what is printed. */
export const printing = {
  offer(printed: Printed | null): void {
    offered = printed;
  },
  async print(): Promise<void> {
    if (offered) await printPages(offered);
  },
};

/** Hands the pages to the print dialog of the browser or the system. */
async function printPages({ pages, asset }: Printed): Promise<void> {
  document.querySelector('.print-frame')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return;
  const paper = view.document;
  const { css, content } = drawPages(pages, asset);
  const styles = new view.CSSStyleSheet();
  styles.replaceSync(css);
  paper.adoptedStyleSheets = [styles];
  paper.documentElement.lang = pages.language;
  paper.title = pages.title;
  paper.body.replaceChildren(...content);
  await Promise.all([...paper.images].map((picture) => picture.decode().catch(() => undefined)));
  view.addEventListener('afterprint', () => setTimeout(() => frame.remove()), { once: true });
  view.print();
}
