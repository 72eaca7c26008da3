import { ContextMenu } from '@base-ui/react/context-menu';
import { Ellipsis, Pin } from 'lucide-react';
import { type KeyboardEvent, memo, type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Stage } from '#shared/minutes/stage.ts';
import type { MeetingSummary } from '#shared/rpc/schemas.ts';
import { useApp, useParts } from '../app/context.ts';
import { VirtualList } from '../app/VirtualList.tsx';
import { sentence, useText } from '../i18n/i18n.ts';
import { MeetingMenu } from './MeetingMenu.tsx';
import '../stages/stages.css';
import { afterMove, dayOf, type LibraryRow, libraryRows, moveOf, shortTitle, typedAhead } from './rows.ts';

const headSize = 30;
const heads = { isHead: (row: LibraryRow) => row.kind === 'group', size: headSize };
/** Keys that follow each other within this time are one word. Milliseconds. */
const typingRest = 800;

/** All meetings by year, with their menu. */
export function MeetingRows() {
  const t = useText('library');
  const stages = useText('stages');
  const { app } = useParts();
  const library = useApp((state) => state.library);
  const { kind, meetings, error } = useStore(library.state);
  const openId = useApp((state) => (state.current.kind === 'none' ? null : state.current.id));
  const [chosen, setChosen] = useState<string | null>(null);
  const typed = useRef({ text: '', at: 0 });
  const rows = useMemo(() => libraryRows(meetings, t('pinned')), [meetings, t]);
  const ids = useMemo(() => rows.flatMap((row) => (row.kind === 'meeting' ? row.id : [])), [rows]);
  const active = chosen ?? openId;
  const open = useCallback(
    (id: string) => {
      setChosen(id);
      void app.getState().open(id);
    },
    [app],
  );
  const words = useMemo(
    () => ({
      untitled: t('untitled'), pinned: t('pinned'), more: t('more'), other: t('body.none'), noDate: t('noDate'),
      submitted: stages('submitted'), final: stages('final'), confirmed: stages('confirmed'),
    }),
    [t, stages],
  );
  const activeMeeting = meetings.find((meeting) => meeting.id === active);

  if (kind === 'loading') return <Skeleton />;
  if (kind === 'failed') {
    return (
      <div className="pane-state">
        <p>{error ? sentence(error) : t('failed')}</p>
        <button type="button" className="button" onClick={() => void library.load()}>
          {t('again')}
        </button>
      </div>
    );
  }
  if (rows.length === 0) {
    return (
      <div className="pane-state">
        <p className="pane-state-title">{t('empty')}</p>
        <p>{t('empty.text')}</p>
      </div>
    );
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOf(event.key);
    if (move && !event.altKey && !event.ctrlKey && !event.metaKey) {
      setChosen(afterMove(ids, active, move));
    } else if (event.key === 'Enter' && active) {
      void app.getState().open(active);
    } else if (event.key === 'Delete' && activeMeeting) {
      setChosen(afterMove(ids, active, 'next'));
      void app.getState().trash(activeMeeting);
    } else if (event.key.length === 1 && event.key !== ' ' && !event.altKey && !event.ctrlKey && !event.metaKey) {
      const isNew = event.timeStamp - typed.current.at > typingRest;
      typed.current = { text: (isNew ? '' : typed.current.text) + event.key, at: event.timeStamp };
      const found = typedAhead(rows, typed.current.text);
      if (found) setChosen(found);
    } else {
      return;
    }
    event.preventDefault();
  };
  const choose = (event: MouseEvent) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-meeting-id]')?.dataset.meetingId;
    if (id) setChosen(id);
  };

  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        render={
          <VirtualList
            items={rows}
            keyOf={(row) => row.id}
            sizeOf={(row) => (row.kind === 'group' ? headSize : 46)}
            heads={heads}
            inSight={active === null ? -1 : rows.findIndex((row) => row.id === active)}
            className="meeting-rows"
            role="listbox"
            tabIndex={0}
            aria-label={t('list')}
            aria-activedescendant={active ? `meeting-${active}` : undefined}
            data-active-meeting={active ?? undefined}
            onKeyDown={onKeyDown}
            onContextMenu={choose}
          >
            {(row) =>
              row.kind === 'group' ? (
                <div className="row-group tabular">{row.label}</div>
              ) : (
                <Row meeting={row.meeting} isActive={row.id === active} isOpen={row.id === openId} words={words} onOpen={open} />
              )
            }
          </VirtualList>
        }
      />
      {activeMeeting && <MeetingMenu meeting={activeMeeting} />}
    </ContextMenu.Root>
  );
}

interface RowProps {
  meeting: MeetingSummary;
  isActive: boolean;
  isOpen: boolean;
  words: Readonly<Record<'untitled' | 'pinned' | 'more' | 'other' | 'noDate' | Exclude<Stage, 'draft'>, string>>;
  onOpen(id: string): void;
}

/** One meeting; scrolling draws it once. */
const Row = memo(function Row({ meeting, isActive, isOpen, words, onOpen }: RowProps) {
  return (
    <div
      id={`meeting-${meeting.id}`}
      className="meeting-row"
      role="option"
      aria-selected={isActive}
      aria-current={isOpen || undefined}
      data-meeting-id={meeting.id}
      onClick={() => onOpen(meeting.id)}
    >
      <div className="row-line">
        <span className="row-title" title={meeting.title}>
          {shortTitle(meeting) || words.untitled}
        </span>
        {meeting.stage !== 'draft' && (
          <span className="row-stage" data-stage={meeting.stage}>
            {words[meeting.stage]}
          </span>
        )}
        {meeting.pinned && <Pin className="row-pin" aria-label={words.pinned} />}
        <button
          type="button"
          className="icon-button small row-more"
          tabIndex={-1}
          aria-label={words.more}
          onClick={(event) => {
            event.stopPropagation();
            const { left, bottom } = event.currentTarget.getBoundingClientRect();
            event.currentTarget.dispatchEvent(new window.MouseEvent('contextmenu', { bubbles: true, clientX: left, clientY: bottom }));
          }}
        >
          <Ellipsis />
        </button>
      </div>
      <div className="row-line row-data">
        <span className="row-body">{[meeting.body, meeting.organisation].filter(Boolean).join(' · ') || words.other}</span>
        <span className="row-day tabular">{dayOf(meeting.start) || words.noDate}</span>
      </div>
    </div>
  );
});

function Skeleton() {
  return (
    <div className="skeleton" aria-hidden>
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className="skeleton-row" />
      ))}
    </div>
  );
}
