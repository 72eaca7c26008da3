import { Popover } from '@base-ui/react/popover';
import { BookmarkPlus, ChevronDown, ChevronUp, X } from 'lucide-react';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { searchOrders, type Snippet } from '#shared/rpc/search.ts';
import { useApp, useParts } from '../app/context.ts';
import { sentence, useText } from '../i18n/i18n.ts';
import { dayOf, shortTitle } from '../library/rows.ts';
import { found, stepFound, unmark } from './found.ts';
import { keepSearch } from './history.ts';
import { type Asked, isFiltered, type Search, type SearchTarget } from './search.ts';

/** How far before its end the list reads on, in pixels. */
const ahead = 500;

interface SearchResultsProps {
  search: Search;
  asked: Asked;
  onAsk(asked: Asked): void;
  active: string | null;
  onOpen(target: SearchTarget): void;
}

/** What was found, meeting by meeting, with the places in their words. */
export function SearchResults({ search: { state, targets, more }, asked, onAsk, active, onOpen }: SearchResultsProps) {
  const t = useText('search');
  const openId = useApp((app) => (app.current.kind === 'none' ? null : app.current.id));

  useEffect(() => {
    if (active) document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const list = useRef<HTMLDivElement>(null);
  const readOn = () => {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = list.current ?? {};
    if (scrollTop + clientHeight > scrollHeight - ahead) more();
  };
  // A tall window may not be filled yet, and then it never scrolls.
  useEffect(readOn);

  const line = (target: SearchTarget | undefined) => ({
    id: target?.id,
    role: 'option',
    'aria-selected': target?.id === active,
    onClick: () => target && onOpen(target),
  });
  const targetOf = (id: string) => targets.find((target) => target.id === id);
  const { kind, total, places, hits, error, indexing } = state;
  const numbers = { meetings: total.toLocaleString(), places: (places ?? 0).toLocaleString() };
  const none = asked.query.trim() === '' ? t('none.filtered') : t('none', { query: asked.query.trim() });

  return (
    <>
      <div className="search-head">
        <div className="search-count tabular" role="status">
          {kind === 'failed' ? error && sentence(error) : kind === 'searching' && total === 0 ? t('searching') : total > 0 ? t(places === null || asked.query.trim() === '' ? 'found' : 'found.places', numbers) : none}
        </div>
        {total > 1 && (
          <div className="search-order" role="group" aria-label={t('order')}>
            {searchOrders.map((order) => (
              <button key={order} type="button" className="search-order-choice" aria-pressed={asked.order === order} onClick={() => onAsk({ ...asked, order })}>
                {t(`order.${order}`)}
              </button>
            ))}
          </div>
        )}
        <SaveSearch asked={asked} />
      </div>
      {indexing && (
        <div className="search-indexing" role="status">
          {t('indexing', { indexed: indexing.indexed.toLocaleString(), total: indexing.total.toLocaleString() })}
          <progress value={indexing.indexed} max={indexing.total} />
        </div>
      )}
      {kind === 'found' && total === 0 && <p className="pane-hint">{isFiltered(asked.filters) ? t('hint.filtered') : t('hint')}</p>}
      <div
        ref={list}
        id="search-results"
        className="search-results"
        role="listbox"
        aria-label={t('results')}
        data-stale={kind === 'searching' || undefined}
        onScroll={readOn}
      >
        {hits.map(({ meeting, places: count, snippets }) => (
          <div key={meeting.id} role="group" aria-label={meeting.title} className="search-meeting" data-open={meeting.id === openId || undefined}>
            <div {...line(targetOf(`hit-${meeting.id}`))} className="search-title">
              <span className="row-title" title={meeting.title}>
                {shortTitle(meeting) || t('untitled')}
              </span>
              {count > 0 && <span className="row-day tabular">{t('places', { count: count.toLocaleString() })}</span>}
              <span className="row-day tabular">
                {meeting.year}
                {meeting.start && `/${dayOf(meeting.start)}`}
              </span>
            </div>
            {snippets.map((snippet, index) => (
              <div key={index} {...line(targetOf(`hit-${meeting.id}-${index}`))} className="search-snippet">
                <Marked snippet={snippet} />
              </div>
            ))}
          </div>
        ))}
      </div>
      <FoundBar />
    </>
  );
}

/** Where she is among the hits of the open text. */
function FoundBar() {
  const t = useText('search');
  const marked = useStore(found, (state) => state.marked);
  if (!marked) return null;
  const { at, count } = marked;
  return (
    <div className="found-bar">
      <span className="tabular" role="status">
        {count === 0 ? t('in.text.none') : t('in.text', { at: at + 1, count })}
      </span>
      <button type="button" className="icon-button small" disabled={count === 0} aria-label={t('previous')} title={`${t('previous')}　Shift+F3`} onClick={() => stepFound(-1)}>
        <ChevronUp />
      </button>
      <button type="button" className="icon-button small" disabled={count === 0} aria-label={t('next')} title={`${t('next')}　F3`} onClick={() => stepFound(1)}>
        <ChevronDown />
      </button>
      <button type="button" className="icon-button small" aria-label={t('marks.clear')} title={`${t('marks.clear')}　Esc`} onClick={unmark}>
        <X />
      </button>
    </div>
  );
}

/** Keeps what is asked under a name. */
function SaveSearch({ asked }: { asked: Asked }) {
  const t = useText('search');
  const { app } = useParts();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    keepSearch(app, name.trim(), asked.query, asked.filters);
    setOpen(false);
  };
  const suggested = [asked.query.trim(), ...asked.filters.bodies, ...asked.filters.people].filter(Boolean).join(' · ').slice(0, 100);
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setName(suggested);
      }}
    >
      <Popover.Trigger className="icon-button small" aria-label={t('save')} title={t('save')}>
        <BookmarkPlus />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" sideOffset={4} align="end">
          <Popover.Popup className="filter-window">
            <Popover.Title className="filter-title">{t('save')}</Popover.Title>
            <form className="save-search" onSubmit={submit}>
              <input className="input" value={name} maxLength={100} aria-label={t('save.name')} placeholder={t('save.name')} onChange={(event) => setName(event.target.value)} />
              <button type="submit" className="button primary" disabled={name.trim() === ''}>
                {t('save.done')}
              </button>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** A snippet with its hits marked. */
function Marked({ snippet: { text, hits } }: { snippet: Snippet }) {
  const ends = [0, ...hits.map(([, end]) => end)];
  return (
    <>
      {hits.map(([start, end], index) => (
        <span key={start}>
          {text.slice(ends[index], start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
