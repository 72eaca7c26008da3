import { NotebookTabs, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { MeetingSummary } from '#shared/rpc/schemas.ts';
import { useApp, useParts } from '../app/context.ts';
import { noteFocus } from '../app/note-focus.ts';
import type { AppStore } from '../app/state.ts';
import { sentence, text, useText } from '../i18n/i18n.ts';
import { FilterRow } from '../search/FilterRow.tsx';
import { markFound } from '../search/found.ts';
import { remember } from '../search/history.ts';
import { type Asked, isAsked, isFiltered, nothingAsked, type SearchTarget, useSearch } from '../search/search.ts';
import { SearchField } from '../search/SearchField.tsx';
import { SearchResults } from '../search/SearchResults.tsx';
import { useEnter } from '../search/use-enter.ts';
import { MeetingRows } from './MeetingRows.tsx';
import { afterMove, moveOf } from './rows.ts';
import { Trash } from './Trash.tsx';
import './library.css';
import '../search/search.css';

/** The left pane: search, new meeting, all meetings, the trash. */
export function Library() {
  const t = useText('library');
  const { app, client } = useParts();
  const view = useApp((state) => state.libraryView);
  const library = useApp((state) => state.library);
  const readOnly = useApp((state) => state.health?.readOnly ?? null);
  const total = useStore(library.state, (state) => state.total);
  const [asked, setAsked] = useState(nothingAsked);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const latest = useRef(asked);
  const list = useRef<HTMLDivElement>(null);
  const search = useSearch(client, asked);
  const isSearching = isAsked(asked);
  const isAnswered = search.state.kind !== 'searching';

  const ask = (next: Asked) => {
    setAsked(next);
    latest.current = next;
    setActive(null);
    if (isFiltered(next.filters)) setFiltersOpen(true);
  };
  const open = async ({ id, meetingId, jump }: SearchTarget) => {
    setActive(id);
    remember(app, asked.query);
    const meeting = search.state.hits.find((hit) => hit.meeting.id === meetingId)?.meeting;
    if (meeting && meeting.trashedAt !== null) return offerRestoring(app, meeting, (restored) => void app.getState().open(restored.id, jump));
    const mayFocus = noteFocus();
    await app.getState().open(meetingId, jump && { ...jump, mayFocus });
    // She may have typed on while it opened: what she asks by then is not what led there.
    if (latest.current === asked) markFound(meetingId, asked.query, asked.filters.kinds, jump ?? null);
    const { current } = app.getState();
    if (!jump && current.kind === 'open' && mayFocus()) current.session.focus();
  };
  const { targets } = search;
  const enter = useEnter(asked, isAnswered, () => {
    const target = targets.find((one) => one.id === active) ?? targets[0];
    if (target) void open(target);
  });
  const onKey = (event: KeyboardEvent) => {
    const move = event.key === 'Home' || event.key === 'End' ? null : moveOf(event.key);
    if (!isSearching) {
      if (event.key !== 'ArrowDown') return;
      list.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
    } else if (move) {
      // The lines of the last answer are about to go.
      if (isAnswered) setActive(afterMove(targets.map((target) => target.id), active, move));
    } else if (event.key === 'Enter') enter();
    else return;
    event.preventDefault();
  };

  return (
    <div className="library">
      <div className="library-head">
        <SearchField asked={asked} onAsk={ask} active={active} onKey={onKey} filtersOpen={filtersOpen} onFilters={setFiltersOpen} />
        {filtersOpen && <FilterRow filters={asked.filters} onChange={(filters) => ask({ ...asked, filters })} />}
        <button type="button" className="button primary new-meeting" disabled={readOnly !== null} title={readOnly ? sentence(readOnly) : undefined} onClick={() => app.getState().set({ dialog: { kind: 'newMeeting' } })}>
          <Plus aria-hidden />
          {t('newMeeting')}
        </button>
      </div>
      <div className="library-body" ref={list}>
        {isSearching ? (
          <SearchResults search={search} asked={asked} onAsk={ask} active={active} onOpen={(target) => void open(target)} />
        ) : view === 'trash' ? (
          <Trash />
        ) : (
          <MeetingRows />
        )}
      </div>
      <div className="library-foot">
        <span className="tabular">{total > 0 && t('count', { count: total.toLocaleString() })}</span>
        <span className="library-space" />
        <RegistersButton />
        <button
          type="button"
          className="icon-button"
          aria-pressed={view === 'trash'}
          title={t('trash.title')}
          aria-label={t('trash.title')}
          onClick={() => app.getState().set({ libraryView: view === 'trash' ? 'meetings' : 'trash' })}
        >
          <Trash2 />
        </button>
      </div>
    </div>
  );
}

function RegistersButton() {
  const t = useText('registers');
  const { app } = useParts();
  const register = useApp((state) => state.register);
  return (
    <button type="button" className="icon-button" aria-pressed={register !== null} title={t('open')} aria-label={t('open')} onClick={() => app.getState().set({ register: register ? null : 'decisions' })}>
      <NotebookTabs />
    </button>
  );
}

/** What is in the trash is not opened, because nothing in it could be saved. */
function offerRestoring(app: AppStore, meeting: MeetingSummary, then: (meeting: MeetingSummary) => void): void {
  app.getState().toast({
    text: text('search', 'inTrash', { title: meeting.title || text('search', 'untitled') }),
    action: { label: text('library', 'restore'), run: () => void app.getState().restore(meeting).then(() => then(meeting)) },
  });
}
