import { useId } from 'react';
import type { Clause } from '#shared/proof/proof.ts';
import { tellClause, tellPlace, tellValue } from '#shared/proof/tell.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { Place } from './Place.tsx';

/** Clauses as a table: what, the value in the file, the rule, how strong it is and where it stands. */
export function Clauses({ title, clauses }: { title: string; clauses: readonly Clause[] }) {
  const t = useText('proof');
  const language = useLanguage();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="proof-head tabular">
        {title}
      </h3>
      <table className="proof-clauses">
        <thead>
          <tr>
            {(['item', 'found', 'rule', 'strength', 'source'] as const).map((name) => (
              <th key={name} scope="col">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clauses.map((clause, index) => (
            <tr key={index} data-state={clause.state}>
              <th scope="row">{tellClause(clause, language)}</th>
              <td className="tabular">
                {tellValue(clause.found, language)}
                {clause.place && <Place text={tellPlace(clause, language)} blockId={clause.place.blockId} />}
              </td>
              <td className="tabular">{tellValue(clause.expected, language)}</td>
              <td>{t(`strength.${clause.strength}`)}</td>
              <td>{clause.source || t('source.layout')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
