import { useEffect, useState } from 'react';
import type { BodyLine } from '#shared/rpc/directory.ts';
import { useParts } from '../app/context.ts';
import { useText } from '../i18n/i18n.ts';

interface BodyChoiceProps {
  chosen: BodyLine | null;
  onChoose(body: BodyLine | null): void;
}

/** Which known body meets; nothing where none is known. */
export function BodyChoice({ chosen, onChoose }: BodyChoiceProps) {
  const t = useText('directory');
  const { client } = useParts();
  const [bodies, setBodies] = useState<readonly BodyLine[]>([]);
  useEffect(() => {
    let isGone = false;
    void client.store.bodies.list({}).then((answer) => {
      if (!isGone && answer.ok) setBodies(answer.value);
    });
    return () => {
      isGone = true;
    };
  }, [client]);
  if (bodies.length === 0) return null;
  const choose = (id: string) => onChoose(bodies.find((body) => body.id === id) ?? null);
  return (
    <div className="segments-field body-choice">
      <label className="form-label" htmlFor="known-body">
        {t('new.known')}
      </label>
      <select id="known-body" className="select" value={chosen?.id ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('new.other')}</option>
        {bodies.map(({ id, organisation, name }) => (
          <option key={id} value={id}>
            {`${organisation} ${name || t('unnamed')}`.trim()}
          </option>
        ))}
      </select>
      {chosen && <span className="safety-hint tabular">{t('new.members', { count: chosen.members })}</span>}
    </div>
  );
}
