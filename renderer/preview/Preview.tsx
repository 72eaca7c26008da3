import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { asItIs, type ExportOptions } from '#shared/export/options.ts';
import { layouts } from '#shared/layouts/index.ts';
import type { Page, Pages } from '#shared/pages/page.ts';
import { useParts, useView } from '../app/context.ts';
import type { Current } from '../app/state.ts';
import { useWheelZoom } from '../app/use-zoom.ts';
import { usePresent } from '../editor/use-present.ts';
import { useText } from '../i18n/i18n.ts';
import { blockAt } from './block-at.ts';
import type { Asset } from './drawing.ts';
import { FormChoice } from './FormChoice.tsx';
import { look } from './look.ts';
import { PreviewBar } from './PreviewBar.tsx';
import { printing } from './print.ts';
import { Sheet } from './Sheet.tsx';
import { type Desk, gap, spreadOf } from './spread.ts';
import { useLayouts } from './use-layouts.ts';
import { usePages, usePictures } from './use-pages.ts';
import './preview.css';

type Open = Extract<Current, { kind: 'open' }>;

/** Points to pixels of the screen. */
const pixels = 96 / 72;

/** 預覽列印, in the place of the paper: the pages that will be printed. */
export function Preview({ current }: { current: Open }) {
  const t = useText('preview');
  const { app } = useParts();
  const { session } = current;
  const [options, setOptions] = useState<ExportOptions>(asItIs);
  const present = usePresent(session);
  const choices = useLayouts();
  const named = (id: string | undefined) => choices.find((layout) => layout.id === id) ?? layouts.association;
  const own = named(present.meta.layout);
  const layout = options.layout === null ? own : named(options.layout);
  const pages = usePages(present, layout, options.script);
  const asset = usePictures(pages);
  const view = useRef<HTMLElement>(null);

  useEffect(() => view.current?.focus(), []);
  useEffect(() => {
    printing.offer(pages && { pages, asset });
    return () => printing.offer(null);
  }, [pages, asset]);

  const here = () => session.view.getState().selection.blockId;
  const [began] = useState(here);
  const close = () => {
    const block = here();
    app.getState().set({ previewing: null });
    // Where the outline has led her meanwhile, the text is not in sight yet.
    setTimeout(() => (block !== null && block !== began ? session.jumpTo(block) : session.focus()));
  };
  const goTo = useCallback(
    (page: Page, x: number, y: number) => {
      const block = blockAt(page, x, y);
      if (block === null) return;
      app.getState().set({ previewing: null });
      // The text can have the focus only when it is in sight again.
      requestAnimationFrame(() => setTimeout(() => session.jumpTo(block)));
    },
    [app, session],
  );
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <section ref={view} className="preview" aria-label={t('title')} tabIndex={-1} onKeyDown={onKey}>
      {pages ? (
        <Sheets pages={pages} asset={asset} session={session} form={<FormChoice layouts={choices} own={own} options={options} onOptions={setOptions} />} options={options} onPoint={goTo} onClose={close} />
      ) : (
        <div className="preview-desk" role="status" aria-label={t('composing')} />
      )}
    </section>
  );
}

interface SheetsProps {
  session: Open['session'];
  pages: Pages;
  asset: Asset;
  options: ExportOptions;
  /** Where the form for this look is chosen. */
  form: ReactNode;
  onPoint(page: Page, x: number, y: number): void;
  onClose(): void;
}

function Sheets({ session, pages, asset, options, form, onPoint, onClose }: SheetsProps) {
  const t = useText('preview');
  const desk = useRef<HTMLDivElement>(null);
  const size = useSize(desk);
  const seen = useStore(look);
  const here = useView(session, ({ selection }) => selection.blockId);
  const [number, setNumber] = useState(() => pageOf(pages, here));
  const count = pages.pages.length;
  const paper = { width: pages.width * pixels, height: pages.height * pixels };
  const { scale, columns } = spreadOf(size ?? { width: 800, height: 600 }, paper, seen, count);
  const height = paper.height * scale + gap;

  // The virtualizer's functions change with every scroll: this component must not be memoised, and is not.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: Math.ceil(count / columns),
    getScrollElement: () => desk.current,
    estimateSize: () => height,
    paddingStart: gap,
    overscan: 1,
  });
  useEffect(() => desk.current?.focus({ preventScroll: true }), []);

  const present = useRef(number);
  const asked = useRef(0);
  const setPresent = (next: number) => {
    present.current = next;
    setNumber(next);
  };
  const go = (to: number) => {
    const next = Math.min(Math.max(to, 1), count);
    setPresent(next);
    desk.current?.scrollTo({ top: Math.floor((next - 1) / columns) * height });
    asked.current = desk.current?.scrollTop ?? 0;
  };
  // The outline beside it leads through the pages as it does through the text.
  const led = useRef(here);
  useEffect(() => {
    if (here === led.current) return;
    led.current = here;
    if (here !== null) go(pageOf(pages, here));
  });
  const onScroll = () => {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = desk.current ?? {};
    // At the end several pages may be in sight: the one that she asked for stays the present one.
    if (Math.abs(scrollTop - asked.current) < 2) return;
    asked.current = -2;
    const row = scrollTop + clientHeight >= scrollHeight - 1 ? Infinity : Math.floor((scrollTop + clientHeight / 3 - gap) / height);
    setPresent(Math.min(Math.max(row, 0) * columns + 1, count));
  };
  // The same page stays at the top when pages become larger or lie otherwise.
  useLayoutEffect(() => {
    rows.measure();
    go(present.current);
    look.setState({ percent: Math.round(scale * 100) });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another size of the pages, not another function
  }, [scale, columns, size !== null]);

  useWheelZoom(desk);

  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).matches('input, select')) return;
    const to = { PageDown: number + columns, PageUp: number - columns, Home: 1, End: count }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  return (
    <div className="preview-body" onKeyDown={onKey}>
      <PreviewBar number={number} count={count} onPage={go} options={options} form={form} onClose={onClose} />
      <div ref={desk} className="preview-desk" tabIndex={0} aria-label={t('page', { number, total: count })} onScroll={onScroll}>
        <div className="preview-rows" style={{ height: rows.getTotalSize(), minWidth: columns * (paper.width * scale + gap) + gap }}>
          {rows.getVirtualItems().map((row) => (
            <div key={row.key} className="preview-row" style={{ top: row.start, height: paper.height * scale, gap }}>
              {pages.pages.slice(row.index * columns, (row.index + 1) * columns).map((page) => (
                <Sheet key={page.number} pages={pages} page={page} asset={asset} scale={scale} label={t('page', { number: page.number, total: count })} onPoint={onPoint} />
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** The page on which a block begins; the first where none does. */
function pageOf({ pages }: Pages, block: string | null): number {
  const page = pages.find(({ paragraphs, pictures }) => paragraphs.some(({ anchor, goesOn }) => anchor === block && !goesOn) || pictures.some(({ anchor }) => anchor === block));
  return block === null ? 1 : (page?.number ?? 1);
}

/** How much of the desk is in sight, in pixels; null before it is drawn. */
function useSize(desk: RefObject<HTMLElement | null>): Desk | null {
  const [size, setSize] = useState<Desk | null>(null);
  useLayoutEffect(() => {
    const element = desk.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    return () => watching.disconnect();
  }, [desk]);
  return size;
}
