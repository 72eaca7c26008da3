import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type BodyCard, newBodyCard } from '#shared/directory/body.ts';
import type { AppError } from '#shared/result.ts';
import type { BodyLine } from '#shared/rpc/directory.ts';
import { useApp, useParts } from '../app/context.ts';
import { sentence, useText } from '../i18n/i18n.ts';
import { BodyForm } from './BodyForm.tsx';
import { CardList } from './CardList.tsx';
import { useDirectoryChanges } from './changes.ts';
import { removeBody } from './keep.ts';
import { afterKept, settled, type Shown } from './shown.ts';

/** 會議體: every body, and what is said of one. */
export function Bodies({ first }: { first: string | null }) {
  const t = useText('directory');
  const parts = useParts();
  const { client } = parts;
  const language = useApp((state) => state.language);
  const changes = useDirectoryChanges();
  const [bodies, setBodies] = useState<readonly BodyLine[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [{ chosen, draft }, setShown] = useState<Shown<BodyCard>>({ chosen: first, draft: null });
  const form = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let isOver = false;
    void client.store.bodies.list({}).then((answer) => {
      if (isOver) return;
      setError(answer.ok ? null : answer.error);
      if (!answer.ok) return;
      setBodies(answer.value);
      setShown((now) => settled(now, answer.value));
    });
    return () => {
      isOver = true;
    };
  }, [client, changes]);

  const shown = draft?.id ?? chosen;
  const choose = (id: string | null) => setShown({ chosen: id, draft: null });
  const focusForm = () => form.current?.querySelector<HTMLElement>('input')?.focus();
  const add = () => {
    const region = language === 'zh-Hans' ? 'CN' : 'TW';
    const last = bodies?.at(-1);
    setShown({ chosen, draft: { ...newBodyCard(last?.region ?? region, last?.script ?? (region === 'CN' ? 'Hans' : 'Hant')), organisation: last?.organisation ?? '' } });
    setTimeout(focusForm);
  };
  const remove = (id: string) => {
    const at = bodies?.findIndex((line) => line.id === id) ?? -1;
    choose(bodies?.[at + 1]?.id ?? bodies?.[at - 1]?.id ?? null);
    void removeBody(parts, id);
  };

  return (
    <>
      <div className="directory-side">
        {error && <p className="safety-overdue">{sentence(error)}</p>}
        {bodies?.length === 0 ? (
          <div className="pane-state card-list">
            <p className="pane-state-title">{t('body.none')}</p>
            <p>{t('body.hint')}</p>
          </div>
        ) : (
          <CardList label={t('body.list')} lines={bodies ?? []} chosen={draft ? null : shown} onChoose={choose} onEnter={focusForm} onDelete={remove}>
            {({ organisation, name, members, due }) => (
              <>
                <span className="card-name">{name || t('unnamed')}</span>
                <span className="card-of" title={t('body.counts', { members, due })}>
                  {organisation}
                </span>
              </>
            )}
          </CardList>
        )}
        <div className="directory-foot">
          <span className="safety-space" />
          <button type="button" className="button" onClick={add}>
            <Plus aria-hidden />
            {t('body.add')}
          </button>
        </div>
      </div>
      <div ref={form} className="directory-form">
        {shown !== null ? (
          <BodyForm key={shown} id={shown} draft={draft} onKept={(id) => setShown((now) => afterKept(now, id))} onRemove={() => (draft ? choose(chosen) : remove(shown))} />
        ) : (
          <div className="pane-state">
            <p>{t('body.choose')}</p>
          </div>
        )}
      </div>
    </>
  );
}
