import { Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { labelled } from '#shared/language.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { movedRows, RowTools } from './RowTools.tsx';
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
  const list = useRef<HTMLDivElement>(null);
  // One key may commit a field and add or move a row: the second stands on the first, not on what is shown.
  const latest = useRef<readonly Row[]>(rows);
  const wanted = useRef<{ row: string; field: number } | null>(null);
  useEffect(() => {
    latest.current = rows;
    const { row, field = 0 } = wanted.current ?? {};
    const goal = row === undefined ? undefined : fieldsOf(list.current, row)[field];
    if (!goal) return;
    goal.focus();
    wanted.current = null;
  }, [rows]);

  const change = (next: Row[]) => {
    latest.current = next;
    onChange(next);
  };
  const add = () => {
    const row = newRow();
    wanted.current = { row: row.id, field: 0 };
    change([...latest.current, row]);
  };
  const move = (id: string, by: -1 | 1) => {
    const next = movedRows(latest.current, latest.current.findIndex((row) => row.id === id), by);
    if (next) change(next);
  };
  const patch = (id: string, changed: Partial<Row>) => change(latest.current.map((one) => (one.id === id ? { ...one, ...changed } : one)));
  const onKey = (event: KeyboardEvent, id: string) => {
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return;
    const step = event.altKey && !event.shiftKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as 'ArrowUp'] : undefined;
    const adds = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (step === undefined && !adds) return;
    event.preventDefault();
    const field = fieldsOf(list.current, id).indexOf(event.target);
    // What is being typed belongs to the row before it moves.
    event.target.blur();
    if (adds) return add();
    if (step !== undefined) move(id, step);
    wanted.current = { row: id, field: Math.max(0, field) };
  };

  return (
    <div className="data-rows" ref={list}>
      {rows.length === 0 && <p className="data-rows-empty">{empty}</p>}
      <div role="list" aria-label={addLabel}>
        {rows.map((row, index) => (
          <div key={row.id} role="listitem" className="data-row" data-row={row.id} onKeyDown={(event) => onKey(event, row.id)}>
            <div className="data-row-tools">
              <span className="data-row-number tabular">{index + 1}</span>
              <RowTools name={nameOf(row)} index={index} count={rows.length} onMove={(by) => move(row.id, by)} onRemove={() => change(latest.current.filter(({ id }) => id !== row.id))} />
            </div>
            <Fields row={row} onPatch={patch}>
              {children}
            </Fields>
          </div>
        ))}
      </div>
      <button type="button" className="button data-rows-add" title={`${addLabel} (Ctrl+Enter)`} onClick={add}>
        <Plus aria-hidden />
        {addLabel}
      </button>
    </div>
  );
}

interface FieldsProps<Row> {
  row: Row;
  onPatch(id: string, changed: Partial<Row>): void;
  children(row: Row, change: (patch: Partial<Row>) => void): ReactNode;
}

/** What a list draws of one of its rows. */
function Fields<Row extends { id: string }>({ row, onPatch, children }: FieldsProps<Row>) {
  return children(row, (changed) => onPatch(row.id, changed));
}

const fieldsOf = (list: HTMLElement | null, row: string): HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>(`[data-row="${row}"] :is(input, select)`) ?? [])];

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
  const language = useLanguage();
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
        aria-label={note ? labelled(label, note, language) : label}
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
