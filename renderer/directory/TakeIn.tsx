import { BookCheck, BookUser } from 'lucide-react';
import type { Person } from '#shared/minutes/roster.ts';
import { useApp, useParts } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';
import { takeIn, useRecognised, useTakingIn } from './take-in.ts';

/** 全部存入人名錄: nothing where everybody of the roster is there already. */
export function TakeInAll({ session }: { session: EditorSession }) {
  const t = useText('directory');
  const parts = useParts();
  const isReadOnly = useApp(({ health }) => Boolean(health?.readOnly));
  const isTaking = useTakingIn();
  const known = useRecognised(session);
  const unknown = known?.filter(({ person, personId }) => person.name !== '' && personId === null).length ?? 0;
  if (unknown === 0 || isReadOnly) return null;
  return (
    <button type="button" className="button" disabled={isTaking} title={t('keep.all')} onClick={() => void takeIn(parts, session, () => true)}>
      <BookUser aria-hidden />
      {t('keep.all')}
    </button>
  );
}

/** Takes one person in, or shows the one who is there. */
export function TakeInOne({ session, person }: { session: EditorSession; person: Person }) {
  const t = useText('directory');
  const parts = useParts();
  const isReadOnly = useApp(({ health }) => Boolean(health?.readOnly));
  const isTaking = useTakingIn();
  const known = useRecognised(session);
  if (!known || person.name === '') return null;
  const { name } = person;
  const personId = known.find((one) => one.person.id === person.id)?.personId ?? null;
  if (personId !== null) {
    const words = `${t('keep.is', { name })} · ${t('keep.open', { name })}`;
    return (
      <button type="button" className="icon-button small roster-keep" data-known aria-label={words} title={words} onClick={() => parts.app.getState().set({ dialog: { kind: 'directory', section: 'people', id: personId } })}>
        <BookCheck aria-hidden />
      </button>
    );
  }
  return (
    <button type="button" className="icon-button small roster-keep" disabled={isReadOnly} aria-disabled={isTaking} data-disabled={isTaking ? '' : undefined} aria-label={t('keep.one', { name })} title={t('keep.one', { name })} onClick={() => void takeIn(parts, session, ({ id }) => id === person.id)}>
      <BookUser aria-hidden />
    </button>
  );
}
