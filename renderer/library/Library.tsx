import { Plus, Search, Trash2, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useApp, useParts } from '../app/context.ts';
import { sentence, useText } from '../i18n/i18n.ts';
import { MeetingRows } from './MeetingRows.tsx';
import { SearchResults } from './SearchResults.tsx';
import { Trash } from './Trash.tsx';
import { useSearch } from './search.ts';
import './library.css';

/** The left pane: search, new meeting, all meetings, the trash. */
export function Library() {
  const t = useText('library');
  const { app, client } = useParts();
  const view = useApp((state) => state.libraryView);
  const library = useApp((state) => state.library);
  const readOnly = useApp((state) => state.health?.readOnly ?? null);
  const total = useStore(library.state, (state) => state.total);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const search = useSearch(client, query);

  const clear = () => {
    setQuery('');
    setActive(null);
    input.current?.focus();
  };

  return (
    <div className="library">
      <div className="library-head">
        <div className="search-field">
          <Search aria-hidden />
          <input
            ref={input}
            className="search-input"
            type="text"
            inputMode="search"
            data-search
            placeholder={t('search')}
            aria-label={t('search')}
            aria-controls="search-results"
            aria-activedescendant={active ?? undefined}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(null);
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Escape' && query !== '') {
                clear();
                event.stopPropagation();
              } else if (event.key === 'ArrowDown' && query.trim() === '') {
                list.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
                event.preventDefault();
              } else if (query.trim() !== '') {
                search.onKey(event, active, setActive, (target) => void app.getState().open(target.meetingId, target.jump));
              }
            }}
          />
          {query !== '' && (
            <button type="button" className="icon-button small" aria-label={t('clear')} onClick={clear}>
              <X />
            </button>
          )}
        </div>
        <button type="button" className="button primary new-meeting" disabled={readOnly !== null} title={readOnly ? sentence(readOnly) : undefined} onClick={() => app.getState().set({ dialog: { kind: 'newMeeting' } })}>
          <Plus aria-hidden />
          {t('newMeeting')}
        </button>
      </div>
      <div className="library-body" ref={list}>
        {query.trim() !== '' ? (
          <SearchResults search={search} active={active} onActive={setActive} />
        ) : view === 'trash' ? (
          <Trash />
        ) : (
          <MeetingRows />
        )}
      </div>
      <div className="library-foot">
        <span className="tabular">{total > 0 && t('count', { count: total.toLocaleString() })}</span>
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
