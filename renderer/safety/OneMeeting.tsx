import { ArrowLeft } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Backup } from '#shared/rpc/backups.ts';
import type { AppError } from '#shared/result.ts';
import type { MeetingSummary } from '#shared/rpc/schemas.ts';
import { useParts } from '../app/context.ts';
import { VirtualList } from '../app/VirtualList.tsx';
import { whenOf } from '../history/when.ts';
import { sentence, useText } from '../i18n/i18n.ts';
import { afterMove, dayOf, moveOf } from '../library/rows.ts';
import { useEnter } from '../search/use-enter.ts';
import { restoreOne } from './backups.ts';
import { useWork } from './work.ts';
import { Working } from './Working.tsx';

/** As many as anybody reads through; the search finds the others. */
const shownMeetings = 500;
/** Between the last key and the search. Milliseconds. */
const rest = 150;

interface Found {
  /** What was searched for, as it stood in the field. */
  query: string;
  total: number;
  meetings: MeetingSummary[];
}

/** 還原單一會議: the meetings of a backup, and a search in them. */
export function OneMeeting({ backup, onBack }: { backup: Backup; onBack(): void }) {
  const t = useText('safety');
  const untitled = useText('app')('untitled');
  const parts = useParts();
  const { client } = parts;
  const { now } = useWork();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [active, setActive] = useState<string | null>(null);

  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(async () => {
      const answer = await client.store.backups.meetings({ id: backup.id, query: query.trim(), limit: shownMeetings });
      if (isOver) return;
      setError(answer.ok ? null : answer.error);
      if (answer.ok) setFound({ ...answer.value, query });
    }, query === '' ? 0 : rest);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client, backup.id, query]);

  const meetings = found?.meetings ?? [];
  const chosen = meetings.find(({ id }) => id === active) ?? meetings[0] ?? null;
  const isAnswered = found?.query === query;
  const bring = () => chosen && !now && void restoreOne(parts, backup, chosen);
  const enter = useEnter(query, isAnswered, bring);
  const onKey = (event: KeyboardEvent) => {
    // In the field, Home and End belong to what is written there.
    const isField = event.target instanceof HTMLInputElement;
    const move = isField && /^(Home|End)$/.test(event.key) ? null : moveOf(event.key);
    if (move) setActive(afterMove(meetings.map(({ id }) => id), chosen?.id ?? null, move));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.target instanceof HTMLElement && event.target.tagName !== 'BUTTON') enter();
    else return;
    event.preventDefault();
  };
  return (
    <div className="one-meeting" onKeyDown={onKey}>
      <div className="safety-head">
        <button type="button" className="icon-button" aria-label={t('back')} title={t('back')} onClick={onBack}>
          <ArrowLeft />
        </button>
        <h3>{t('one.title', { when: whenOf(backup.madeAt) })}</h3>
      </div>
      <input className="input" type="search" autoFocus value={query} placeholder={t('one.search')} aria-label={t('one.search')} onChange={(event) => setQuery(event.target.value)} />
      {error && <p className="safety-overdue">{sentence(error)}</p>}
      {found && meetings.length === 0 && <p className="pane-hint">{t('one.none')}</p>}
      <VirtualList
        items={meetings}
        keyOf={({ id }) => id}
        sizeOf={() => 30}
        inSight={meetings.findIndex(({ id }) => id === active)}
        className="one-rows"
        role="listbox"
        tabIndex={0}
        aria-label={t('list.label')}
        aria-activedescendant={chosen ? `one-${chosen.id}` : undefined}
      >
        {(meeting) => (
          <div id={`one-${meeting.id}`} className="one-row" role="option" aria-selected={meeting === chosen} onClick={() => setActive(meeting.id)} onDoubleClick={bring}>
            <span className="row-title">{meeting.title || untitled}</span>
            <span className="row-data tabular">{meeting.start ? `${meeting.year}/${dayOf(meeting.start)}` : meeting.year}</span>
          </div>
        )}
      </VirtualList>
      <p className="safety-hint">{t('one.hint')}</p>
      <Working kinds={['restoreOne']} />
      <div className="safety-acts">
        <span className="tabular safety-hint">{found ? t('one.count', { count: found.total }) : ''}</span>
        <span className="safety-space" />
        <button type="button" className="button primary" disabled={!chosen || !isAnswered || now !== null} onClick={bring}>
          {t('one.restore')}
        </button>
      </div>
    </div>
  );
}
