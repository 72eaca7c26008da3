import { ClipboardList, ListChecks, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { newId } from '#shared/minutes/id.ts';
import { isLocked } from '#shared/minutes/stage.ts';
import { ask } from '../commands/question.ts';
import { useParts, useView } from '../app/context.ts';
import { TakeInAll } from '../directory/TakeIn.tsx';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';
import { Counts } from './Counts.tsx';
import { Differences } from './Differences.tsx';
import { fillAttendance } from './attendance.ts';
import { OrderMenu } from './OrderMenu.tsx';
import { People } from './People.tsx';
import './roster.css';

/** 出席: the people of this meeting, how they were there, and whether the text says the same. */
export function Roster({ session }: { session: EditorSession }) {
  const t = useText('roster');
  const { app } = useParts();
  const roster = useView(session, (view) => view.roster);
  /** Whose details are open; somebody new begins with them. */
  const [open, setOpen] = useState<string | null>(null);
  const isFinal = useView(session, (view) => isLocked(view.meta));
  const isEmpty = roster.length === 0;

  const add = () => {
    const id = newId();
    session.setRoster([...session.document().roster, { id, name: '', organisation: '', title: '', attendance: 'present' }]);
    setOpen(id);
  };
  const fill = () => {
    if (fillAttendance(session) === 'added') app.getState().toast({ text: t('noSection') });
  };
  return (
    // What is final is looked at here, and not changed.
    <fieldset className="roster-pane" disabled={isFinal}>
      <div className="roster-head">
        <button type="button" className="button" onClick={add}>
          <UserPlus aria-hidden />
          {t('add')}
        </button>
        <button type="button" className="button" onClick={() => ask({ kind: 'names', session, answer: () => {} })}>
          <ClipboardList aria-hidden />
          {t('paste')}
        </button>
        <button type="button" className="button" title={t('fillHint')} disabled={isEmpty} onClick={fill}>
          <ListChecks aria-hidden />
          {t('fill')}
        </button>
        <TakeInAll session={session} />
        {roster.length > 2 && <OrderMenu session={session} />}
      </div>
      {isEmpty ? (
        <div className="pane-state">
          <p className="pane-state-title">{t('empty')}</p>
          <p>{t('hint')}</p>
        </div>
      ) : (
        <Counts session={session} />
      )}
      {!isEmpty && <Differences session={session} />}
      <People session={session} open={open} setOpen={setOpen} onAdd={add} />
    </fieldset>
  );
}
