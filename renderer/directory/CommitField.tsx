import { type KeyboardEvent, useEffect, useRef } from 'react';

interface CommitFieldProps {
  value: string;
  label: string;
  maxLength: number;
  onCommit(value: string): void;
  className?: string;
  placeholder?: string | undefined;
  /** Several lines. */
  long?: boolean;
  /** Id of a list of what is usual here. */
  list?: string | undefined;
  invalid?: boolean;
  /** The field is named by a label around it. */
  isLabelled?: boolean;
}

/**
 * A field that is kept when she leaves it, with Enter, and with Esc, which closes the window it stands in: one change
 * for a field, not one for a key; and an input method is never disturbed.
 */
export function CommitField({ value, label, maxLength, onCommit, className = '', placeholder, long = false, list, invalid = false, isLabelled = false }: CommitFieldProps) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const committed = useRef<string | null>(null);
  // What came from elsewhere is shown, but never under her hands; what she wrote, as it was understood.
  useEffect(() => {
    if (!field.current) return;
    if (document.activeElement !== field.current || field.current.value.trim() === committed.current) field.current.value = value;
  }, [value]);
  const commit = () => {
    const typed = field.current?.value.trim() ?? value;
    committed.current = typed;
    if (typed !== value) onCommit(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' || (event.key === 'Enter' && !long)) commit();
  };
  const shared = {
    ref: field,
    className: `input ${className}`,
    'aria-label': isLabelled ? undefined : label,
    'aria-invalid': invalid || undefined,
    placeholder,
    defaultValue: value,
    maxLength,
    autoComplete: 'off',
    onBlur: commit,
    onKeyDown,
  };
  return long ? <textarea {...shared} rows={3} /> : <input {...shared} list={list} />;
}
