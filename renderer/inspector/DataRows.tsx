import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../i18n/i18n.ts';
import './data-rows.css';

interface DataRowsProps<Row extends { id: string }> {
  rows: readonly Row[];
  /** The words of the list: what is said while it is empty, what adds a row, what a row is called. */
  empty: string;
  addLabel: string;
  nameOf(row: Row): string;
  onChange(rows: Row[]): void;
  /** A row with nothing in it yet. */
  newRow(): Row;
  children(row: Row, change: (patch: Partial<Row>) => void): ReactNode;
}

/** The rows that a section knows beside its text: added, moved and removed by mouse, and with Alt+↑, Alt+↓ and Ctrl+Enter. */
export function DataRows<Row extends { id: string }>({ rows, empty, addLabel, nameOf, onChange, newRow, children }: DataRowsProps<Row>) {
  const t = useText('rows');
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const input = list.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] input`);
    if (!input) return;
    input.focus();
    wanted.current = null;
  }, [rows]);

  const add = () => {
    const row = newRow();
    wanted.current = row.id;
    onChange([...rows, row]);
  };
  const move = (index: number, by: -1 | 1) => {
    if (index + by < 0 || index + by >= rows.length) return;
    const next = [...rows];
    const [row] = next.splice(index, 1);
    if (row) next.splice(index + by, 0, row);
    onChange(next);
  };
  const onKey = (event: KeyboardEvent, index: number) => {
    if (event.nativeEvent.isComposing) return;
    const { target } = event;
    const step = event.altKey && !event.shiftKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as 'ArrowUp'] : undefined;
    if (step !== undefined || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      // What is being typed belongs to the row before it moves.
      if (target instanceof HTMLElement) target.blur();
      requestAnimationFrame(() => {
        if (step === undefined) return list.current?.querySelector<HTMLElement>('.data-rows-add')?.click();
        list.current?.querySelectorAll<HTMLElement>('[data-row]')[index]?.querySelector<HTMLElement>(step < 0 ? '[data-move="up"]' : '[data-move="down"]')?.click();
        requestAnimationFrame(() => target instanceof HTMLElement && target.isConnected && target.focus());
      });
    }
  };

  return (
    <div className="data-rows" ref={list}>
      {rows.length === 0 && <p className="data-rows-empty">{empty}</p>}
      <div role="list" aria-label={addLabel}>
        {rows.map((row, index) => {
          const name = nameOf(row) || t('row', { number: index + 1 });
          return (
            <div key={row.id} role="listitem" className="data-row" data-row={row.id} onKeyDown={(event) => onKey(event, index)}>
              <div className="data-row-tools">
                <span className="data-row-number tabular">{index + 1}</span>
                <button type="button" className="icon-button small" data-move="up" disabled={index === 0} aria-label={t('up', { name })} title={`${t('up', { name })} (Alt+↑)`} onClick={() => move(index, -1)}>
                  <ArrowUp />
                </button>
                <button type="button" className="icon-button small" data-move="down" disabled={index === rows.length - 1} aria-label={t('down', { name })} title={`${t('down', { name })} (Alt+↓)`} onClick={() => move(index, 1)}>
                  <ArrowDown />
                </button>
                <button type="button" className="icon-button small" aria-label={t('remove', { name })} title={t('remove', { name })} onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}>
                  <X />
                </button>
              </div>
              {children(row, (patch) => onChange(rows.map((one) => (one.id === row.id ? { ...one, ...patch } : one))))}
            </div>
          );
        })}
      </div>
      <button type="button" className="button data-rows-add" title={`${addLabel} (Ctrl+Enter)`} onClick={add}>
        <Plus aria-hidden />
        {addLabel}
      </button>
    </div>
  );
}

interface RowFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  length?: number;
  placeholder?: string;
  /** What is wrong with it, in words. */
  fault?: string | null;
  /** What is to be known of it, in amber. */
  notice?: string | null;
  /** Id of a datalist. */
  list?: string;
}

/** One field of a row. Committed when it is left: one step of undo, and an input method is never disturbed. */
export function RowField({ label, value, onChange, length = 2000, placeholder, fault = null, notice = null, list }: RowFieldProps) {
  const note = fault ?? notice;
  return (
    <label className="row-field">
      <span className="row-label">{label}</span>
      <input
        key={value}
        className="input"
        defaultValue={value}
        maxLength={length}
        placeholder={placeholder}
        list={list}
        autoComplete="off"
        aria-label={note ? `${label}：${note}` : label}
        aria-invalid={fault !== null || undefined}
        onBlur={(event) => {
          const text = event.currentTarget.value.replace(/\s+/g, ' ').trim();
          if (text !== value) onChange(text);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey) event.currentTarget.blur();
        }}
      />
      {note !== null && (
        <span className="row-note" data-tone={fault === null ? 'notice' : 'fault'} role={fault === null ? undefined : 'alert'}>
          {note}
        </span>
      )}
    </label>
  );
}
