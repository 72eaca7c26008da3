import { Dialog } from '@base-ui/react/dialog';
import { useDeferredValue, useMemo, useState } from 'react';
import { type AttendanceState, attendanceStateSchema, personName } from '#shared/minutes/roster.ts';
import { nameKey } from '#shared/minutes/roster/findings.ts';
import { peopleOf, readListing } from '#shared/minutes/recognise/listing.ts';
import type { Listed } from '#shared/minutes/recognise/said.ts';
import { useParts } from '../app/context.ts';
import type { Question } from '../commands/question.ts';
import { useText } from '../i18n/i18n.ts';

/** A list of names as text, and who would join the roster, before anybody does. */
export function NamesDialog({ question }: { question: Extract<Question, { kind: 'names' }> }) {
  const t = useText('roster');
  const { app } = useParts();
  const { session } = question;
  const [text, setText] = useState('');
  const [otherwise, setOtherwise] = useState<AttendanceState>('present');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [asNames, setAsNames] = useState<readonly string[]>([]);
  const shown = useDeferredValue(text);
  const [known] = useState(() => session.document().roster);

  const listing = useMemo(() => readListing(shown), [shown]);
  const added = asNames.filter((name) => listing.unread.includes(name)).map((name): Listed => ({ name, organisation: '', title: '' }));
  const listed = [...listing.people, ...added];
  const isKnown = ({ name }: Listed): boolean => known.some((person) => nameKey(person.name) === nameKey(name));
  const joining = listed.filter((one) => !isKnown(one) && !left.has(nameKey(one.name)));
  const unread = listing.unread.filter((piece) => !asNames.includes(piece));
  const toggle = (key: string) =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  const take = () => {
    const people = peopleOf(joining, otherwise, known);
    const hasChair = known.some(({ role }) => role === 'chair');
    const joined = hasChair ? people.map(({ role, ...person }) => (role === 'recorder' ? { ...person, role } : person)) : people;
    session.setRoster([...session.document().roster, ...joined]);
    app.getState().toast({ text: t('paste.taken', { count: joined.length }) });
    question.answer(null);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && question.answer(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog wide names" finalFocus={false}>
          <div className="dialog-head">
            <Dialog.Title className="dialog-title">{t('paste.title')}</Dialog.Title>
          </div>
          <div className="dialog-body names-body">
            <textarea
              className="input names-text"
              aria-label={t('paste.label')}
              placeholder={t('paste.placeholder')}
              autoFocus
              spellCheck={false}
              onChange={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                // A tab parts columns here; Shift+Tab leaves.
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && joining.length > 0) take();
              }}
            />
            <section className="names-found" aria-label={t('paste.found', { count: joining.length })}>
              <p className="names-count" role="status">
                {listed.length === 0 ? t('paste.none') : t('paste.found', { count: joining.length })}
                <label className="names-otherwise">
                  {t('paste.as')}
                  <select className="select" aria-label={t('paste.as')} value={otherwise} onChange={(event) => setOtherwise(attendanceStateSchema.parse(event.target.value))}>
                    {attendanceStateSchema.options.map((state) => (
                      <option key={state} value={state}>
                        {t(`state.${state}`)}
                      </option>
                    ))}
                  </select>
                </label>
              </p>
              <ul className="names-list">
                {listed.map((one, at) => {
                  const key = nameKey(one.name);
                  return (
                    <li key={`${key} ${at}`}>
                      <label>
                        <input type="checkbox" aria-label={t('paste.include', { name: one.name })} disabled={isKnown(one)} checked={!isKnown(one) && !left.has(key)} onChange={() => toggle(key)} />
                        <strong>{one.name}</strong>
                        <span className="names-title">{personName({ ...one, name: ' ' })}</span>
                        <span className="names-said">
                          {isKnown(one) ? t('paste.known') : [one.role && t(`role.${one.role}`), one.attendance && one.attendance !== otherwise && t(`state.${one.attendance}`)].filter(Boolean).join(' ')}
                        </span>
                      </label>
                    </li>
                  );
                })}
              </ul>
              {unread.length > 0 && (
                <div className="names-unread">
                  <p>{t('paste.unread')}</p>
                  <ul>
                    {unread.slice(0, 30).map((piece, at) => (
                      <li key={at}>
                        <span>{piece}</span>
                        {piece.length <= 20 && (
                          <button type="button" className="button quiet small" onClick={() => setAsNames([...asNames, piece])}>
                            {t('paste.asName')}
                          </button>
                        )}
                      </li>
                    ))}
                  </ul>
                </div>
              )}
            </section>
          </div>
          <div className="dialog-foot">
            <button type="button" className="button quiet" onClick={() => question.answer(null)}>
              {t('paste.cancel')}
            </button>
            <button type="button" className="button primary" disabled={joining.length === 0} onClick={take}>
              {t('paste.take')}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
