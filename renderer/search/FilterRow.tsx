import { type ReactNode, useEffect, useState } from 'react';
import { sections } from '#shared/minutes/blocks/index.ts';
import { noFilters, type SearchFilters } from '#shared/rpc/search-filters.ts';
import type { SearchFacets } from '#shared/rpc/search.ts';
import { useApp, useParts } from '../app/context.ts';
import { useText } from '../i18n/i18n.ts';
import { ListChip, YearsChip } from './chips.tsx';
import { unmark } from './found.ts';
import { isFiltered } from './search.ts';

interface FilterRowProps {
  filters: SearchFilters;
  onChange(filters: SearchFilters): void;
}

type ListName = 'bodies' | 'organisations' | 'kinds' | 'people' | 'states' | 'stages';

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
    stages: (value) => t(`stage.${value as SearchFilters['stages'][number]}`),
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
      <YearsChip label={t('year')} from={from} to={to} years={facets?.years ?? []} onChange={change} />
      {chip('kinds', t('kind'))}
      {chip('people', t('person'), <input className="input" value={person} placeholder={t('person.find')} aria-label={t('person.find')} onChange={(event) => setPerson(event.target.value)} />)}
      {chip('states', t('state'))}
      {chip('stages', t('stage'))}
      {chip('organisations', t('organisation'))}
      {isFiltered(filters) && (
        <button type="button" className="chip chip-reset" aria-label={t('filters.reset')} title={t('filters.reset')} onClick={() => change(noFilters)}>
          {t('choice.clear')}
        </button>
      )}
    </div>
  );
}
