/** Composed pages put into a page of the window. They are the pages of the PDF: one file says how a page is drawn. */
import { pagesHtml } from '#shared/pages/html.ts';
import type { Pages } from '#shared/pages/page.ts';

/** The address of a picture by its hash; null where it is gone. */
export type Asset = (hash: string) => string | null;

/**
 * Styles and content of pages. The policy of the window takes no style that is written in a file, only what a script
 * sets; quotes and brackets of the text itself are escaped, so that these can be told apart.
 */
export function drawPages(pages: Pages, asset: Asset): { css: string; content: ChildNode[] } {
  const html = pagesHtml(pages, { asset });
  const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  const body = html.slice(html.indexOf('<body>')).replaceAll(' style="', ' data-style="');
  const file = new DOMParser().parseFromString(body, 'text/html');
  for (const element of file.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset['style'] ?? '';
    delete element.dataset['style'];
  }
  return { css, content: [...file.body.childNodes] };
}
