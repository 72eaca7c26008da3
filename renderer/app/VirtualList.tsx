import { useVirtualizer } from '@tanstack/react-virtual';
import { type HTMLAttributes, type ReactNode, useEffect, useRef } from 'react';

interface VirtualListProps<Item> extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  items: readonly Item[];
  keyOf(item: Item): string;
  /** Height in pixels. */
  sizeOf(item: Item): number;
  children(item: Item, index: number): ReactNode;
  /** The row that must be in sight; -1 for none. */
  inSight?: number;
}

/** A list that draws only what is in sight. */
export function VirtualList<Item>({ items, keyOf, sizeOf, children, inSight = -1, ...rest }: VirtualListProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  // The virtualizer's functions change with every scroll: this component must not be memoised, and is not.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => sizeOf(items[index] as Item),
    getItemKey: (index) => keyOf(items[index] as Item),
    overscan: 8,
    paddingEnd: 8,
  });

  useEffect(() => {
    rows.measure();
  }, [items, rows]);

  useEffect(() => {
    if (inSight >= 0) rows.scrollToIndex(inSight, { align: 'auto' });
  }, [inSight, rows]);

  return (
    <div {...rest} ref={scroller} style={{ overflowY: 'auto', contain: 'strict', flex: 1, minHeight: 0 }}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((row) => (
          <div key={row.key} role="presentation" style={{ position: 'absolute', insetInline: 0, top: row.start, height: row.size }}>
            {children(items[row.index] as Item, row.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
