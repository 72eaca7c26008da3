import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type HTMLAttributes, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';

interface VirtualListProps<Item> extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  items: readonly Item[];
  keyOf(item: Item): string;
  /** Height in pixels. */
  sizeOf(item: Item): number;
  children(item: Item, index: number): ReactNode;
  /** The row that must be in sight; -1 for none. */
  inSight?: number;
  /** Rows that stay at the top while what stands under them is in sight, all of this height in pixels. */
  heads?: { isHead(item: Item): boolean; size: number };
}

/** A list that draws only what is in sight. */
export function VirtualList<Item>({ items, keyOf, sizeOf, children, inSight = -1, heads, ...rest }: VirtualListProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef(-1);
  const headIndexes = useMemo(() => (heads ? items.flatMap((item, index) => (heads.isHead(item) ? index : [])) : []), [items, heads]);
  const rangeExtractor = useCallback(
    (range: Range) => {
      head.current = headIndexes.findLast((index) => index <= range.startIndex) ?? -1;
      const drawn = defaultRangeExtractor(range);
      return head.current === -1 || drawn.includes(head.current) ? drawn : [head.current, ...drawn];
    },
    [headIndexes],
  );
  // The virtualizer's functions change with every scroll: this component must not be memoised, and is not.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => sizeOf(items[index] as Item),
    getItemKey: (index) => keyOf(items[index] as Item),
    rangeExtractor,
    overscan: 8,
    paddingEnd: 8,
    scrollPaddingStart: heads?.size ?? 0,
  });

  useEffect(() => {
    rows.measure();
  }, [items, rows]);

  useEffect(() => {
    if (inSight >= 0) rows.scrollToIndex(inSight, { align: 'auto' });
  }, [inSight, rows]);

  const drawn = rows.getVirtualItems();
  const place = (index: number, start: number, size: number): CSSProperties =>
    index === head.current
      ? { position: 'sticky', zIndex: 1, top: 0, height: size }
      : { position: 'absolute', insetInline: 0, top: start, height: size };
  return (
    <div {...rest} ref={scroller} style={{ overflowY: 'auto', contain: 'strict', flex: 1, minHeight: 0 }}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {drawn.map((row) => (
          <div key={row.key} role="presentation" style={place(row.index, row.start, row.size)}>
            {children(items[row.index] as Item, row.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
