import { Bookmark, Clock, Search, SlidersHorizontal, Trash2, X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { SavedSearch } from '#shared/rpc/search-filters.ts';
import { useApp, useParts } from '../app/context.ts';
import { useText } from '../i18n/i18n.ts';
import { afterMove, moveOf } from '../library/rows.ts';
import { unmark } from './found.ts';
import { dropSearch } from './history.ts';
import { type Asked, isFiltered, nothingAsked } from './search.ts';

interface SearchFieldProps {
  asked: Asked;
  onAsk(asked: Asked): void;
  /** The active line of the results. */
  active: string | null;
  /** Keys that the field itself has no use for. */
  onKey(event: KeyboardEvent): void;
  filtersOpen: boolean;
  onFilters(open: boolean): void;
}

type Past = { id: string; query: string } | { id: string; saved: SavedSearch };

/** Where she types what she looks for. While it is empty it offers what she looked for before. */
export function SearchField({ asked, onAsk, active, onKey, filtersOpen, onFilters }: SearchFieldProps) {
  const t = useText('search');
  const { app } = useParts();
  const history = useApp((state) => state.settings.searchHistory);
  const saved = useApp((state) => state.settings.savedSearches);
  const [pastOpen, setPastOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { query, filters } = asked;
  const past: Past[] = [...saved.map((one, index) => ({ id: `saved-${index}`, saved: one })), ...history.slice(0, 10).map((one, index) => ({ id: `past-${index}`, query: one }))];
  const showsPast = pastOpen && query === '' && past.length > 0;
  const filterCount = Object.values(filters).filter((value) => (Array.isArray(value) ? value.length > 0 : value !== null)).length;

  const close = () => {
    setPastOpen(false);
    setChosen(null);
  };
  const type = (next: string) => {
    close();
    unmark();
    onAsk({ ...asked, query: next });
  };
  const choose = (one: Past) => {
    close();
    unmark();
    onAsk('saved' in one ? { ...asked, query: one.saved.query, filters: one.saved.filters } : { ...asked, query: one.query });
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = event.key === 'ArrowDown' || event.key === 'ArrowUp' ? moveOf(event.key) : null;
    const one = past.find(({ id }) => id === chosen);
    if (showsPast && move) setChosen(afterMove(past.map(({ id }) => id), chosen, move));
    else if (showsPast && event.key === 'Enter' && one) choose(one);
    else if (showsPast && event.key === 'Delete' && one && 'saved' in one) dropSearch(app, one.saved.name);
    else if (event.key === 'Escape' && showsPast) close();
    else if (event.key === 'Escape' && (query !== '' || isFiltered(filters))) {
      unmark();
      onAsk({ ...nothingAsked, order: asked.order });
    } else return onKey(event);
    event.preventDefault();
    event.stopPropagation();
  };

  const item = (one: Past) => ({
    id: one.id,
    role: 'option',
    className: 'past-item',
    'aria-selected': one.id === chosen,
    // The field keeps the focus: it is what the list belongs to.
    onMouseDown: (event: { preventDefault(): void }) => event.preventDefault(),
    onClick: () => choose(one),
  });
  return (
    <div className="search-field" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}>
      <Search aria-hidden />
      <input
        ref={input}
        className="search-input"
        type="text"
        role="combobox"
        inputMode="search"
        data-search
        maxLength={500}
        placeholder={t('field')}
        aria-label={t('field')}
        title={t('field.help')}
        aria-expanded={showsPast}
        aria-controls={showsPast ? 'search-past' : 'search-results'}
        aria-activedescendant={(showsPast ? chosen : active) ?? undefined}
        value={query}
        onFocus={() => setPastOpen(true)}
        onClick={() => setPastOpen(true)}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="search-buttons">
        {query !== '' && (
          <button
            type="button"
            className="icon-button small"
            aria-label={t('clear')}
            onClick={() => {
              type('');
              input.current?.focus();
            }}
          >
            <X />
          </button>
        )}
        <button
          type="button"
          className="icon-button small"
          data-on={filterCount > 0 || undefined}
          aria-expanded={filtersOpen}
          aria-label={filterCount > 0 ? t('filters.on', { count: filterCount }) : t('filters')}
          title={filterCount > 0 ? t('filters.on', { count: filterCount }) : t('filters')}
          onClick={() => onFilters(!filtersOpen)}
        >
          <SlidersHorizontal />
        </button>
      </div>
      {showsPast && (
        <div id="search-past" className="past menu-popup" role="listbox" aria-label={t('history')}>
          {saved.length > 0 && <div className="past-head">{t('saved')}</div>}
          {past.map((one) =>
            'saved' in one ? (
              <div key={one.id} {...item(one)}>
                <Bookmark aria-hidden />
                <span className="past-text">{one.saved.name}</span>
                <button
                  type="button"
                  className="icon-button small"
                  tabIndex={-1}
                  aria-label={t('saved.remove', { name: one.saved.name })}
                  title={t('saved.remove', { name: one.saved.name })}
                  onClick={(event) => {
                    event.stopPropagation();
                    dropSearch(app, one.saved.name);
                  }}
                >
                  <X />
                </button>
              </div>
            ) : null,
          )}
          {history.length > 0 && (
            <div className="past-head">
              {t('history')}
              <button
                type="button"
                className="icon-button small"
                tabIndex={-1}
                aria-label={t('history.clear')}
                title={t('history.clear')}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => void app.getState().change({ searchHistory: [] })}
              >
                <Trash2 />
              </button>
            </div>
          )}
          {past.map((one) =>
            'query' in one ? (
              <div key={one.id} {...item(one)}>
                <Clock aria-hidden />
                <span className="past-text">{one.query}</span>
              </div>
            ) : null,
          )}
        </div>
      )}
    </div>
  );
}
