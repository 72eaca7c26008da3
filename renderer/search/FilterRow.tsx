import { Popover } from '@base-ui/react/popover';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { sections } from '#shared/minutes/blocks/index.ts';
import { noFilters, type SearchFilters } from '#shared/rpc/search-filters.ts';
import type { SearchFacets } from '#shared/rpc/search.ts';
import { useApp, useParts } from '../app/context.ts';
import { useText } from '../i18n/i18n.ts';
import { unmark } from './found.ts';
import { isFiltered } from './search.ts';

interface FilterRowProps {
  filters: SearchFilters;
  onChange(filters: SearchFilters): void;
}

type ListName = 'bodies' | 'organisations' | 'kinds' | 'people' | 'states';

/** What narrows a search, a chip for each: body, year, kind of section, person, state. */
export function FilterRow({ filters, onChange }: FilterRowProps) {
  const t = useText('search');
  const { client } = useParts();
  const language = useApp((state) => state.language);
  const [facets, setFacets] = useState<SearchFacets | null>(null);
  const [person, setPerson] = useState('');
  useEffect(() => {
    let isLate = false;
    void client.store.search.facets({ filters, person }).then((answer) => answer.ok && !isLate && setFacets(answer.value));
    return () => {
      isLate = true;
    };
  }, [client, filters, person]);

  const change = (patch: Partial<SearchFilters>) => {
    unmark();
    onChange({ ...filters, ...patch });
  };
  const names: Readonly<Record<ListName, (value: string) => string>> = {
    bodies: (value) => value,
    organisations: (value) => value,
    people: (value) => value,
    kinds: (value) => sections[value as keyof typeof sections].label[language],
    states: (value) => t(`state.${value as SearchFilters['states'][number]}`),
  };
  const chip = (name: ListName, label: string, before?: ReactNode) => (
    <ListChip
      label={label}
      chosen={filters[name]}
      values={facets?.[name] ?? []}
      nameOf={names[name]}
      before={before}
      onChange={(values) => change({ [name]: values })}
    />
  );
  const { from, to } = filters;
  return (
    <div className="filters" role="group" aria-label={t('filters')}>
      {chip('bodies', t('body'))}
      <Chip label={t('year')} value={from === null && to === null ? null : from === to ? String(from) : `${from ?? ''}–${to ?? ''}`} onClear={() => change({ from: null, to: null })}>
        <div className="filter-years">
          <YearSelect label={t('year.from')} value={from} years={facets?.years ?? []} onChange={(year) => change({ from: year, ...(year !== null && to !== null && to < year && { to: year }) })} />
          <YearSelect label={t('year.to')} value={to} years={facets?.years ?? []} onChange={(year) => change({ to: year, ...(year !== null && from !== null && from > year && { from: year }) })} />
        </div>
      </Chip>
      {chip('kinds', t('kind'))}
      {chip('people', t('person'), <input className="input" value={person} placeholder={t('person.find')} aria-label={t('person.find')} onChange={(event) => setPerson(event.target.value)} />)}
      {chip('states', t('state'))}
      {chip('organisations', t('organisation'))}
      {isFiltered(filters) && (
        <button type="button" className="chip chip-reset" aria-label={t('filters.reset')} title={t('filters.reset')} onClick={() => change(noFilters)}>
          {t('choice.clear')}
        </button>
      )}
    </div>
  );
}

interface ListChipProps {
  label: string;
  chosen: readonly string[];
  values: readonly { value: string; count: number }[];
  nameOf(value: string): string;
  before: ReactNode;
  onChange(values: string[]): void;
}

function ListChip({ label, chosen, values, nameOf, before, onChange }: ListChipProps) {
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
  return (
    <Popover.Root>
      <Popover.Trigger className="chip" data-on={value !== null || undefined} aria-label={value === null ? label : `${label}：${value}`}>
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

interface YearSelectProps {
  label: string;
  value: number | null;
  years: readonly { value: number; count: number }[];
  onChange(year: number | null): void;
}

function YearSelect({ label, value, years, onChange }: YearSelectProps) {
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
