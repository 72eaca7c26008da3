import { isHere, isRepresented, hasVote } from '#shared/minutes/roster/voting.ts';
import { type Person, personName } from '#shared/minutes/roster.ts';
import { useText } from '../i18n/i18n.ts';
import { Fold } from './fields.tsx';

interface RecusalsProps {
  roster: readonly Person[];
  recusals: readonly string[];
  onChange(recusals: string[]): void;
}

/** 迴避: who stands aside in this matter. */
export function Recusals({ roster, recusals, onChange }: RecusalsProps) {
  const t = useText('votes');
  const people = roster.filter((person) => hasVote(person) && (isHere(person) || isRepresented(roster, person)));
  if (people.length === 0 && recusals.length === 0) return null;
  const names = people.filter(({ id }) => recusals.includes(id)).map(({ name }) => name || t('unnamed'));
  return (
    <Fold title={t('recusals.title')} summary={names.join('、')} open={false}>
      <div className="vote-people" role="group" aria-label={t('recusals.title')}>
        {people.map((person) => (
          <label key={person.id} className="vote-check">
            <input
              type="checkbox"
              checked={recusals.includes(person.id)}
              onChange={(event) => onChange(event.target.checked ? [...recusals, person.id] : recusals.filter((id) => id !== person.id))}
            />
            {personName(person) || t('unnamed')}
          </label>
        ))}
      </div>
    </Fold>
  );
}
