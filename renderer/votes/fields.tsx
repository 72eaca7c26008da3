import { ChevronRight, Minus, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { type Method, methods } from '#shared/minutes/votes/vote.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';

interface TextFieldProps {
  label: string;
  value: string;
  maxLength: number;
  onCommit(value: string): void;
  /** Several lines. */
  long?: boolean;
  type?: 'text' | 'date';
  placeholder?: string;
  /** Names to choose from. */
  list?: readonly string[];
}

/** A line of words; kept when it is left, so that an input method is never disturbed and undo takes one step. */
export function TextField({ label, value, maxLength, onCommit, long = false, type = 'text', placeholder, list }: TextFieldProps) {
  const id = useId();
  const field = useShown(value);
  const commit = (next: string) => {
    if (next.trim() !== value) onCommit(next.trim());
  };
  return (
    <label className="vote-field">
      <span className="form-label">{label}</span>
      {long ? (
        <textarea ref={field} className="input vote-long" defaultValue={value} maxLength={maxLength} rows={3} placeholder={placeholder} onBlur={(event) => commit(event.currentTarget.value)} />
      ) : (
        <input
          ref={field}
          type={type}
          className="input"
          defaultValue={value}
          maxLength={maxLength}
          placeholder={placeholder}
          list={list ? id : undefined}
          autoComplete="off"
          onBlur={(event) => commit(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit(event.currentTarget.value);
          }}
        />
      )}
      {list && (
        <datalist id={id}>
          {[...new Set(list)].map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </label>
  );
}

/** Shows a value in a field that keeps its own text while it is typed in; a number stays selected while it is stepped. */
function useShown(value: string, stays: 'plain' | 'selected' = 'plain') {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!field.current) return;
    if (field.current.value !== value) field.current.value = value;
    if (stays === 'selected' && document.activeElement === field.current) field.current.select();
  }, [value, stays]);
  return field;
}

interface CountFieldProps {
  label: string;
  /** Where the label alone does not say of what. */
  name?: string;
  value: number | undefined;
  onCommit(value: number | undefined): void;
  most?: number;
}

/** A whole number with a button on each side; the arrow keys count too. */
export function CountField({ label, name = label, value, onCommit, most = 1_000_000 }: CountFieldProps) {
  const t = useText('votes');
  const shown = value === undefined ? '' : String(value);
  const field = useShown(shown, 'selected');
  const within = (next: number): number => Math.min(most, Math.max(0, next));
  const commit = (text: string) => {
    const figures = text.normalize('NFKC').replace(/[^0-9]/g, '');
    const next = figures === '' ? undefined : within(Number(figures));
    if (next !== value) onCommit(next);
    return next;
  };
  const step = (from: number | undefined, by: 1 | -1) => onCommit(within((from ?? 0) + by));
  return (
    <div className="count-field" role="group" aria-label={name}>
      <span className="form-label" aria-hidden>
        {label}
      </span>
      <span className="count-stepper">
        <button type="button" className="icon-button small" tabIndex={-1} aria-label={t('less', { name })} disabled={value === undefined || value === 0} onClick={() => step(value, -1)}>
          <Minus />
        </button>
        <input
          ref={field}
          className="input tabular"
          inputMode="numeric"
          aria-label={name}
          defaultValue={shown}
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
          onBlur={(event) => {
            const next = commit(event.currentTarget.value);
            event.currentTarget.value = next === undefined ? '' : String(next);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') commit(event.currentTarget.value);
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            const typed = event.currentTarget.value.normalize('NFKC').replace(/[^0-9]/g, '');
            step(typed === '' ? value : Number(typed), event.key === 'ArrowUp' ? 1 : -1);
          }}
        />
        <button type="button" className="icon-button small" tabIndex={-1} aria-label={t('more', { name })} onClick={() => step(value, 1)}>
          <Plus />
        </button>
      </span>
    </div>
  );
}

interface FoldProps {
  title: string;
  /** What it holds, told while it is shut. */
  summary?: string;
  open: boolean;
  children: ReactNode;
}

/** A part that takes one line until it is asked for. */
export function Fold({ title, summary, open, children }: FoldProps) {
  return (
    <details className="fold" open={open}>
      <summary className="fold-title">
        <ChevronRight aria-hidden />
        {title}
        {summary && <span className="fold-summary">{summary}</span>}
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}

/** How the votes were given: 舉手, 無記名投票; empty where the record does not say. */
export function MethodField({ value, onChange }: { value: Method | undefined; onChange(method: Method | undefined): void }) {
  const t = useText('votes');
  const language = useLanguage();
  return (
    <label className="vote-field">
      <span className="form-label">{t('method')}</span>
      <select className="select" aria-label={t('method')} value={value ?? ''} onChange={(event) => onChange((event.target.value || undefined) as Method | undefined)}>
        <option value="">{t('method.none')}</option>
        {Object.entries(methods).map(([method, words]) => (
          <option key={method} value={method}>
            {words[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
