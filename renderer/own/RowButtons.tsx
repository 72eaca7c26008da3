import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/i18n.ts';

interface RowButtonsProps {
  /** What the row is about, for who cannot see it. */
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove(by: -1 | 1): void;
  onRemove(): void;
  children?: ReactNode;
}

/** What can be done with one of her own: another place, away. */
export function RowButtons({ name, isFirst, isLast, onMove, onRemove, children }: RowButtonsProps) {
  const t = useText('own');
  return (
    <span className="own-buttons">
      <button type="button" className="icon-button small" aria-label={`${t('up')} ${name}`} title={t('up')} disabled={isFirst} onClick={() => onMove(-1)}>
        <ArrowUp />
      </button>
      <button type="button" className="icon-button small" aria-label={`${t('down')} ${name}`} title={t('down')} disabled={isLast} onClick={() => onMove(1)}>
        <ArrowDown />
      </button>
      {children}
      <button type="button" className="icon-button small" aria-label={`${t('remove')} ${name}`} title={t('remove')} onClick={onRemove}>
        <Trash2 />
      </button>
    </span>
  );
}

/** The ids with one of them moved by a place. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const at = ids.indexOf(id);
  const rest = ids.filter((one) => one !== id);
  rest.splice(at + by, 0, id);
  return rest;
}
