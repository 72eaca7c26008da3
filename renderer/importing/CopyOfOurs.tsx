import { useEffect, useMemo, useState } from 'react';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import { isLocked } from '#shared/minutes/stage.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { useText } from '../i18n/i18n.ts';
import { Back } from './Back.tsx';
import { Choices } from './Choices.tsx';
import { changedOutside, merged } from './choosing.ts';
import { type Importing, keepOne } from './importing.ts';
import { LikeNotes } from './LikeNotes.tsx';

/** A working copy that comes back: as it went out, or with a text that was changed elsewhere. */
export function CopyOfOurs({ chosen, read }: Extract<Importing, { kind: 'read' }>) {
  const t = useText('imports');
  const parts = useParts();
  const isReadOnly = useApp(({ health }) => Boolean(health?.readOnly));
  const { document, before, like, doubts } = read;
  const here = like.find(({ meeting }) => meeting.id === document.id)?.meeting ?? null;
  const present = usePresent(here?.id ?? null);
  const sent = before ?? document;
  const mine = present ?? sent;
  const outside = useMemo(() => (before ? changedOutside(before, document, mine) : { whole: document, entries: [] }), [before, document, mine]);
  const { entries } = outside;
  const [theirs, setTheirs] = useState<ReadonlySet<string> | null>(null);
  const taken = theirs ?? new Set(entries.map(({ blockId }) => blockId));
  const [isKeeping, setKeeping] = useState(false);
  const isSame = here !== null && like.some(({ by, meeting }) => meeting.id === here.id && (by === 'text' || by === 'file'));

  const keep = (revision: number | null) => {
    setKeeping(true);
    const chosenText = before ? merged(mine, outside, taken) : document;
    const copy = here !== null && revision === null ? { ...chosenText, id: newId() } : chosenText;
    void keepOne(parts, chosen, copy, revision).finally(() => setKeeping(false));
  };
  // Until the present text is there nobody knows what would become of it.
  const isWaiting = isKeeping || isReadOnly || (here !== null && present === null);
  const locked = present !== null && isLocked(present.meta);
  return (
    <Dialog
      title={t('copy.title', { name: chosen.file.name })}
      wide={before !== null}
      foot={
        <>
          <Back />
          {here === null ? (
            <button type="button" className="button primary" disabled={isWaiting} onClick={() => keep(null)}>
              {t('keep')}
            </button>
          ) : (
            <>
              <button type="button" className="button" disabled={isWaiting} onClick={() => keep(null)}>
                {t('copy.keepBoth')}
              </button>
              <button type="button" className="button primary" disabled={isWaiting || locked || (before !== null && taken.size === 0)} onClick={() => keep(here.revision)}>
                {t(before ? 'copy.apply' : 'copy.replace')}
              </button>
            </>
          )}
        </>
      }
    >
      <div className={before ? 'import-copy' : undefined}>
        <p>{t(before ? 'copy.edited' : here === null ? 'copy.new' : isSame ? 'copy.same' : 'copy.other', { title: document.meta.title || t('untitled') })}</p>
        {locked && <p className="import-stopped">{t('copy.locked')}</p>}
        <LikeNotes like={here === null ? like.filter(({ by }) => by === 'text') : []} />
        {doubts.filter(({ kind }) => kind !== 'edited').length > 0 && (
          <section className="import-doubts" aria-label={t('doubts')}>
            <h3>{t('copy.unplaced')}</h3>
            <ul>
              {doubts
                .filter(({ kind }) => kind !== 'edited')
                .map(({ kind, text }, index) => (
                  <li key={index}>
                    <span>{t(`doubt.${kind}`)}</span> {text !== '' && <q>{text}</q>}
                  </li>
                ))}
            </ul>
          </section>
        )}
        {before && <Choices entries={entries} theirs={taken} script={document.meta.script} isMoved={present !== null} onChoose={setTheirs} />}
      </div>
    </Dialog>
  );
}

/** The text of a meeting as it is now; null before it is there. */
function usePresent(id: string | null): MinutesDocument | null {
  const { app, client } = useParts();
  const [present, setPresent] = useState<MinutesDocument | null>(null);
  useEffect(() => {
    if (id === null) return;
    let isOver = false;
    void app
      .getState()
      .flush()
      .then(() => client.store.meetings.open({ id }))
      .then((answer) => {
        if (!isOver && answer.ok && answer.value.state === 'editable') setPresent(answer.value.document);
      });
    return () => {
      isOver = true;
    };
  }, [app, client, id]);
  return present;
}
