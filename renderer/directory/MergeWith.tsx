import { useMemo, useState } from 'react';
import type { PersonCard } from '#shared/directory/person.ts';
import type { Offer } from '#shared/rpc/directory.ts';
import { useParts } from '../app/context.ts';
import { useText } from '../i18n/i18n.ts';
import { mergePersons } from './keep.ts';
import { PersonPicker } from './PersonPicker.tsx';

interface MergeWithProps {
  person: PersonCard;
  onDone(): void;
}

/** 合併: another card becomes part of this one. */
export function MergeWith({ person, onDone }: MergeWithProps) {
  const t = useText('directory');
  const parts = useParts();
  const [other, setOther] = useState<Offer | null>(null);
  const without = useMemo(() => new Set([person.id]), [person.id]);
  const merge = async () => {
    if (other && (await mergePersons(parts, person, other))) onDone();
  };
  return (
    <section className="merge-with" aria-label={t('merge.with')}>
      <PersonPicker label={t('merge.with')} without={without} autoFocus onPick={setOther} />
      {other && (
        <p role="status">
          {t('merge.text', { name: person.name || t('unnamed'), other: [other.name, other.organisation, other.title].filter((part) => part !== '').join(' ') })}
        </p>
      )}
      <div className="directory-acts">
        <span className="safety-space" />
        <button type="button" className="button" onClick={onDone}>
          {t('cancel')}
        </button>
        <button type="button" className="button primary" disabled={!other} onClick={() => void merge()}>
          {t('merge.do')}
        </button>
      </div>
    </section>
  );
}
