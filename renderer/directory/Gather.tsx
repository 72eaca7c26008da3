import { useState } from 'react';
import { accepted, type Suggestions } from '#shared/directory/suggest.ts';
import { useApp, useParts } from '../app/context.ts';
import { VirtualList } from '../app/VirtualList.tsx';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { Came, Working } from '../safety/Working.tsx';
import { carryOut, forget, useWork } from '../safety/work.ts';
import { keepAll } from './keep.ts';

/** 由過去的會議建立: what the meetings tell of people and bodies, for her to choose from. */
export function Gather() {
  const t = useText('directory');
  const { client } = useParts();
  const isReadOnly = useApp(({ health }) => Boolean(health?.readOnly));
  const { now, last } = useWork();
  const result = last?.what === 'gather' ? last.result : null;
  const found = result?.ok ? result.value : null;
  const gather = () => void carryOut('gather', '', ({ job }) => client.store.people.gather({ job }));
  return (
    <>
      <div className="safety-head">
        <p>{t('gather.text')}</p>
        <button type="button" className={found ? 'button' : 'button primary'} disabled={now !== null} onClick={gather}>
          {t(found ? 'gather.again' : 'gather.start')}
        </button>
      </div>
      <Working kinds={['gather']} />
      {result && !result.ok && <Came error={result.error} />}
      {found && <Choosing key={`${found.meetings} ${found.people[0]?.card.id ?? ''}`} found={found} isReadOnly={isReadOnly} />}
    </>
  );
}

type Row =
  | { kind: 'group'; id: string; label: string }
  | { kind: 'suggestion'; id: string; name: string; about: string; meetings: number; last: string | null };

function Choosing({ found, isReadOnly }: { found: Suggestions; isReadOnly: boolean }) {
  const t = useText('directory');
  const language = useLanguage();
  const parts = useParts();
  const all = [...found.bodies, ...found.people].map(({ card }) => card.id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(all));
  const toggle = (id: string) => setChosen((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  const figure = (count: number): string => count.toLocaleString(language);
  if (all.length === 0) return <Came>{t('gather.none', { meetings: figure(found.meetings) })}</Came>;

  const rows: Row[] = [
    ...(found.bodies.length > 0 ? [{ kind: 'group' as const, id: 'bodies', label: t('gather.bodies') }] : []),
    ...found.bodies.map(({ card, meetings, last }): Row => ({ kind: 'suggestion', id: card.id, name: `${card.organisation} ${card.name}`.trim(), about: t('gather.members', { count: card.members.length }), meetings, last })),
    ...(found.people.length > 0 ? [{ kind: 'group' as const, id: 'people', label: t('gather.people') }] : []),
    ...found.people.map(({ card, isNew, meetings, last }): Row => {
      const posts = card.posts.map(({ organisation, title }) => `${organisation}${title}`).join('、');
      return { kind: 'suggestion', id: card.id, name: card.name, about: isNew ? posts : `${t('gather.adds')} ${posts}`, meetings, last };
    }),
  ];
  const accept = async () => {
    const cards = accepted(found, chosen);
    if (!(await keepAll(parts, cards))) return;
    forget();
    parts.app.getState().toast({ text: t('gather.accepted', { people: cards.people.length, bodies: cards.bodies.length }) });
  };
  return (
    <>
      <div className="directory-head">
        <p className="tabular">
          {t('gather.found', { meetings: figure(found.meetings) })}
          {found.known > 0 && ` ${t('gather.known', { count: found.known })}`}
        </p>
        <span className="directory-acts">
          <button type="button" className="button quiet" onClick={() => setChosen(new Set(all))}>
            {t('gather.all')}
          </button>
          <button type="button" className="button quiet" onClick={() => setChosen(new Set())}>
            {t('gather.nobody')}
          </button>
        </span>
      </div>
      <VirtualList items={rows} keyOf={({ id }) => id} sizeOf={() => 32} className="gather-rows" role="group" aria-label={t('tab.gather')}>
        {(row) =>
          row.kind === 'group' ? (
            <h3 className="gather-group">{row.label}</h3>
          ) : (
            <label className="gather-row">
              <input type="checkbox" checked={chosen.has(row.id)} onChange={() => toggle(row.id)} />
              <span className="gather-name">{row.name}</span>
              <span className="card-of">{row.about}</span>
              <span className="tabular safety-hint">{[t('gather.times', { count: row.meetings }), row.last].filter(Boolean).join(' · ')}</span>
            </label>
          )
        }
      </VirtualList>
      <div className="safety-acts">
        <span className="safety-space" />
        <button type="button" className="button primary" disabled={chosen.size === 0 || isReadOnly} onClick={() => void accept()}>
          {t('gather.accept', { count: chosen.size })}
        </button>
      </div>
    </>
  );
}
