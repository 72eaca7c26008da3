import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useApp, useParts } from '../app/context.ts';
import { VirtualList } from '../app/VirtualList.tsx';
import { sentence, useText } from '../i18n/i18n.ts';
import { dayOf, daysLeft, shortTitle } from './rows.ts';

/** The trash: what was thrown away, and the way back. */
export function Trash() {
  const t = useText('library');
  const { app } = useParts();
  const trashed = useApp((state) => state.trashed);
  const { kind, meetings, error } = useStore(trashed.state);

  const leftOf = (trashedAt: string | null): string => {
    const count = trashedAt === null ? 0 : daysLeft(trashedAt, new Date());
    return count === 0 ? t('trash.lastDay') : t('trash.left', { count });
  };

  useEffect(() => {
    void trashed.load();
  }, [trashed]);

  return (
    <>
      <div className="trash-head">
        <button type="button" className="icon-button" aria-label={t('trash.back')} title={t('trash.back')} onClick={() => app.getState().set({ libraryView: 'meetings' })}>
          <ArrowLeft />
        </button>
        <h2>{t('trash.title')}</h2>
      </div>
      {kind === 'failed' && error && <p className="pane-hint">{sentence(error)}</p>}
      {kind === 'ready' && meetings.length === 0 && <p className="pane-hint">{t('trash.empty')}</p>}
      <VirtualList items={meetings} keyOf={(meeting) => meeting.id} sizeOf={() => 46} className="meeting-rows" role="list" aria-label={t('trash.title')}>
        {(meeting) => (
          <div className="trash-row" role="listitem">
            <div className="trash-text">
              <span className="row-title" title={meeting.title}>
                {shortTitle(meeting) || t('untitled')}
              </span>
              <span className="row-data row-body tabular">{[meeting.body, meeting.start ? `${meeting.year}/${dayOf(meeting.start)}` : String(meeting.year), leftOf(meeting.trashedAt)].filter(Boolean).join(' · ')}</span>
            </div>
            <button type="button" className="button" onClick={() => void app.getState().restore(meeting)}>
              {t('restore')}
            </button>
          </div>
        )}
      </VirtualList>
    </>
  );
}
