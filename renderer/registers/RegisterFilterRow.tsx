import { outcomes } from '#shared/minutes/outcomes.ts';
import type { Register } from '#shared/registers/entries.ts';
import { noRegisterFilters, type ActionState, type RegisterFilters } from '#shared/registers/query.ts';
import { choiceName } from '#shared/registers/table.ts';
import { useParts } from '../app/context.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { ListChip, YearsChip } from '../search/chips.tsx';
import { isNarrowed, useRegisterFacets } from './register.ts';

interface RegisterFilterRowProps {
  register: Register;
  filters: RegisterFilters;
  version: unknown;
  onChange(filters: RegisterFilters): void;
}

/** The filters of each register, in the order in which they stand. */
const shown = {
  decisions: ['bodies', 'outcomes', 'matterKinds'],
  actions: ['states', 'owners', 'bodies'],
  elections: ['bodies'],
} as const satisfies Record<Register, readonly (keyof RegisterFilters)[]>;

/** What narrows a register, a chip for each. */
export function RegisterFilterRow({ register, filters, version, onChange }: RegisterFilterRowProps) {
  const t = useText('registers');
  const language = useLanguage();
  const { client } = useParts();
  const facets = useRegisterFacets(client, register, filters, version);
  const change = (patch: Partial<RegisterFilters>) => onChange({ ...filters, ...patch });
  const labels = { bodies: t('filter.body'), organisations: t('filter.organisation'), outcomes: t('filter.outcome'), matterKinds: t('filter.matterKind'), states: t('filter.state'), owners: t('filter.owner') };
  const names: Readonly<Record<keyof typeof labels, (value: string) => string>> = {
    bodies: String,
    organisations: String,
    owners: String,
    outcomes: (value) => outcomes[value as keyof typeof outcomes][language],
    matterKinds: (value) => choiceName('resolution', 'matterKind', value, language),
    states: (value) => t(`state.${value as ActionState}`),
  };
  const several = (facets?.organisations.length ?? 0) > 1 || filters.organisations.length > 0;
  const list: (keyof typeof labels)[] = [...shown[register], ...(several ? (['organisations'] as const) : [])];
  return (
    <div className="filters" role="group" aria-label={t('filters')}>
      {list.map((name) => (
        <ListChip key={name} label={labels[name]} chosen={filters[name]} values={facets?.[name] ?? []} nameOf={names[name]} onChange={(values) => change({ [name]: values })} />
      ))}
      <YearsChip label={t('filter.year')} from={filters.from} to={filters.to} years={facets?.years ?? []} onChange={change} />
      {isNarrowed({ ...filters, query: '' }) && (
        <button type="button" className="chip chip-reset" onClick={() => onChange({ ...noRegisterFilters, query: filters.query })}>
          {t('filter.clear')}
        </button>
      )}
    </div>
  );
}
