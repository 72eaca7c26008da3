import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useText } from '../i18n/i18n.ts';

interface RowToolsProps {
  /** What the row is called; '' = by its place. */
  name: string;
  index: number;
  count: number;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** The buttons that move a row of a list and take it out. */
export function RowTools({ name: own, index, count, onMove, onRemove }: RowToolsProps) {
  const t = useText('rows');
  const name = own || t('row', { number: index + 1 });
  return (
    <>
      <button type="button" className="icon-button small" disabled={index === 0} aria-label={t('up', { name })} title={`${t('up', { name })} (Alt+↑)`} onClick={() => onMove(-1)}>
        <ArrowUp />
      </button>
      <button type="button" className="icon-button small" disabled={index === count - 1} aria-label={t('down', { name })} title={`${t('down', { name })} (Alt+↓)`} onClick={() => onMove(1)}>
        <ArrowDown />
      </button>
      <button type="button" className="icon-button small" aria-label={t('remove', { name })} title={t('remove', { name })} onClick={onRemove}>
        <X />
      </button>
    </>
  );
}

/** The rows with one of them moved up or down; null where it stands at that end, or is not there. */
export function movedRows<Row>(rows: readonly Row[], index: number, by: -1 | 1): Row[] | null {
  if (index < 0 || index + by < 0 || index + by >= rows.length) return null;
  const next = [...rows];
  next.splice(index + by, 0, ...next.splice(index, 1));
  return next;
}
