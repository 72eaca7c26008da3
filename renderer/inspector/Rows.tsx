import { Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/i18n.ts';
import { movedRows, RowTools } from './RowTools.tsx';
import './rows.css';

interface RowsProps<Row> {
  rows: readonly Row[];
  /** What the list is called. */
  label: string;
  /** What the button says that adds a row. */
  addLabel: string;
  /** A new row. */
  empty: Row;
  isEmpty(row: Row): boolean;
  /** Every change is one step of undo. */
  onChange(rows: readonly Row[]): void;
  /** The inputs of a row; `input` gives one of them for a text of the row. */
  children(row: Row, index: number, input: (field: RowField<Row>) => ReactNode): ReactNode;
}

interface RowField<Row> {
  value: string;
  change(value: string): Row;
  label: string;
  hint: string;
  length: number;
  className?: string;
}

/** Rows of text beside the page: added, filled in, moved and removed with the pointer or with keys alone. */
export function Rows<Row>({ rows: given, label, addLabel, empty, isEmpty, onChange, children }: RowsProps<Row>) {
  const t = useText('lists');
  // The page answers a moment later: until then what was just changed counts.
  const [held, setHeld] = useState({ given, rows: given });
  if (held.given !== given) setHeld({ given, rows: given });
  const rows = held.given === given ? held.rows : given;

  const list = useRef<HTMLDivElement>(null);
  /** The row whose first input waits for the caret, once it is there. */
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const input = list.current?.children[wanted.current]?.querySelector('input');
    if (!input) return;
    wanted.current = null;
    input.focus();
    input.select();
  });

  const put = (next: readonly Row[]) => {
    setHeld({ given, rows: next });
    onChange(next);
  };
  const change = (index: number, row: Row): readonly Row[] => rows.map((one, at) => (at === index ? row : one));
  const add = () => {
    wanted.current = rows.length;
    put([...rows, empty]);
  };
  const remove = (index: number) => {
    wanted.current = Math.min(index, rows.length - 2);
    put(rows.filter((_, at) => at !== index));
  };
  const move = (index: number, by: -1 | 1, from = rows) => {
    const next = movedRows(from, index, by);
    if (!next) return;
    wanted.current = index + by;
    put(next);
  };

  const keys = (event: KeyboardEvent<HTMLInputElement>, row: Row, index: number, field: RowField<Row>) => {
    if (event.nativeEvent.isComposing) return;
    const value = event.currentTarget.value.trim();
    const written = value === field.value ? rows : change(index, field.change(value));
    const by = event.key === 'ArrowUp' ? -1 : 1;
    if (event.key === 'Enter') {
      event.preventDefault();
      const isLast = index === rows.length - 1;
      wanted.current = index + 1;
      const goesOn = isLast && !isEmpty(written[index] ?? row);
      if (isLast && !goesOn) wanted.current = null;
      if (goesOn || written !== rows) put(goesOn ? [...written, empty] : written);
      else setHeld({ given, rows });
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(index, by, written);
    } else if (event.key === 'Backspace' && event.currentTarget.value === '' && isEmpty(written[index] ?? row)) {
      event.preventDefault();
      wanted.current = Math.max(0, index - 1);
      put(rows.filter((_, at) => at !== index));
    }
  };

  return (
    <div className="rows">
      <div className="rows-list" ref={list} role="list" aria-label={label}>
        {rows.map((row, index) => {
          // One step of undo for a text, not one for a key; and an input method is never disturbed.
          const input = (field: RowField<Row>) => (
            <input
              key={`${field.label} ${field.value}`}
              className={`input ${field.className ?? ''}`}
              aria-label={field.label}
              placeholder={field.hint}
              defaultValue={field.value}
              maxLength={field.length}
              autoComplete="off"
              onBlur={(event) => {
                const value = event.currentTarget.value.trim();
                if (value !== field.value) put(change(index, field.change(value)));
              }}
              onKeyDown={(event) => keys(event, row, index, field)}
            />
          );
          return (
            <div role="listitem" className="rows-row" key={index}>
              <span className="rows-place tabular" aria-hidden>
                {index + 1}
              </span>
              <div className="rows-fields">{children(row, index, input)}</div>
              <span className="rows-tools">
                <RowTools name="" index={index} count={rows.length} onMove={(by) => move(index, by)} onRemove={() => remove(index)} />
              </span>
            </div>
          );
        })}
      </div>
      <button type="button" className="button" onClick={add}>
        <Plus aria-hidden />
        {addLabel}
      </button>
      {rows.length > 0 && <p className="pane-hint">{t('keys')}</p>}
    </div>
  );
}
