/** The chips that narrow a list: what is chosen is said on them, and they open a small window to choose in. */
import { Popover } from '@base-ui/react/popover';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { labelled } from '#shared/language.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';

interface ListChipProps<Value extends string> {
  label: string;
  chosen: readonly Value[];
  values: readonly { value: Value; count: number }[];
  nameOf(value: Value): string;
  before?: ReactNode;
  onChange(values: Value[]): void;
}

/** Any of several values, each with how often there is one. */
export function ListChip<Value extends string>({ label, chosen, values, nameOf, before, onChange }: ListChipProps<Value>) {
  const t = useText('search');
  // What is chosen stays in sight, even where nothing is left of it.
  const shown = [...chosen.filter((one) => !values.some(({ value }) => value === one)).map((value) => ({ value, count: 0 })), ...values];
  const [first] = chosen;
  const value = first === undefined ? null : chosen.length === 1 ? nameOf(first) : t('choice.more', { first: nameOf(first), count: chosen.length });
  return (
    <Chip label={label} value={value} onClear={() => onChange([])}>
      {before}
      <div className="filter-list">
        {shown.length === 0 && <p className="pane-hint">{t('choice.none')}</p>}
        {shown.map(({ value: one, count }) => (
          <label key={one} className="filter-choice">
            <input type="checkbox" checked={chosen.includes(one)} onChange={({ target }) => onChange(target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))} />
            <span className="filter-name">{nameOf(one)}</span>
            <span className="filter-count tabular">{count.toLocaleString()}</span>
          </label>
        ))}
      </div>
    </Chip>
  );
}

interface ChipProps {
  label: string;
  /** What is chosen, in words; null for nothing. */
  value: string | null;
  onClear(): void;
  children: ReactNode;
}

function Chip({ label, value, onClear, children }: ChipProps) {
  const t = useText('search');
  const language = useLanguage();
  return (
    <Popover.Root>
      <Popover.Trigger className="chip" data-on={value !== null || undefined} aria-label={value === null ? label : labelled(label, value, language)}>
        <span className="chip-text">{value ?? label}</span>
        <ChevronDown aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" sideOffset={4} align="start">
          <Popover.Popup className="filter-window">
            <div className="filter-head">
              <Popover.Title className="filter-title">{label}</Popover.Title>
              {value !== null && (
                <button type="button" className="button quiet small" onClick={onClear}>
                  {t('choice.clear')}
                </button>
              )}
            </div>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

type Years = readonly { value: number; count: number }[];
interface Span {
  from: number | null;
  to: number | null;
}

/** From one year to another; a year alone where both are the same. */
export function YearsChip({ label, from, to, years, onChange }: Span & { label: string; years: Years; onChange(span: Partial<Span>): void }) {
  const t = useText('search');
  return (
    <Chip label={label} value={from === null && to === null ? null : from === to ? String(from) : `${from ?? ''}–${to ?? ''}`} onClear={() => onChange({ from: null, to: null })}>
      <div className="filter-years">
        <YearSelect label={t('year.from')} value={from} years={years} onChange={(year) => onChange({ from: year, ...(year !== null && to !== null && to < year && { to: year }) })} />
        <YearSelect label={t('year.to')} value={to} years={years} onChange={(year) => onChange({ to: year, ...(year !== null && from !== null && from > year && { from: year }) })} />
      </div>
    </Chip>
  );
}

function YearSelect({ label, value, years, onChange }: { label: string; value: number | null; years: Years; onChange(year: number | null): void }) {
  const t = useText('search');
  const all = [...new Set([...years.map((year) => year.value), ...(value === null ? [] : [value])])].sort((a, b) => b - a);
  return (
    <label className="filter-year">
      {label}
      <select className="select tabular" value={value ?? ''} onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}>
        <option value="">{t('year.any')}</option>
        {all.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </label>
  );
}
