import { memo, useLayoutEffect, useRef } from 'react';
import type { Page, Pages } from '#shared/pages/page.ts';
import { type Asset, drawPages } from './drawing.ts';

interface SheetProps {
  pages: Pages;
  page: Page;
  asset: Asset;
  label: string;
  scale: number;
  /** A click at a place of the paper, in points. */
  onPoint(page: Page, x: number, y: number): void;
}

/** How far the pointer may move between down and up of a click: farther, and text was selected. Pixels. */
const steady = 4;

/** One page. Its content is walled off from the styles of the window, so that it looks as it prints. */
export const Sheet = memo(function Sheet({ pages, page, asset, label, scale, onPoint }: SheetProps) {
  const paper = useRef<HTMLDivElement>(null);
  const down = useRef({ x: 0, y: 0 });
  useLayoutEffect(() => {
    const host = paper.current;
    if (!host) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const { css, content } = drawPages({ ...pages, pages: [page] }, asset);
    const styles = new CSSStyleSheet();
    styles.replaceSync(css);
    root.adoptedStyleSheets = [styles];
    root.replaceChildren(...content);
  }, [pages, page, asset]);
  return (
    <section className="sheet" aria-label={label} data-page={page.number} style={{ width: `${pages.width * scale}pt`, height: `${pages.height * scale}pt` }}>
      <div
        ref={paper}
        className="sheet-paper"
        lang={pages.language}
        style={{ width: `${pages.width}pt`, height: `${pages.height}pt`, transform: `scale(${scale})` }}
        onMouseDown={({ clientX: x, clientY: y }) => (down.current = { x, y })}
        onClick={(event) => {
          // A link on paper is text: a click goes to where it was written.
          event.preventDefault();
          const { clientX, clientY, currentTarget } = event;
          if (event.button !== 0 || Math.hypot(clientX - down.current.x, clientY - down.current.y) > steady) return;
          const box = currentTarget.getBoundingClientRect();
          onPoint(page, ((clientX - box.left) / box.width) * pages.width, ((clientY - box.top) / box.height) * pages.height);
        }}
      />
    </section>
  );
});
