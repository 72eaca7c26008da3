import { useEffect } from 'react';
import type { Snippet } from '#shared/rpc/search.ts';
import { useParts } from '../app/context.ts';
import { sentence, useText } from '../i18n/i18n.ts';
import { dayOf, shortTitle } from './rows.ts';
import type { Search, SearchTarget } from './search.ts';

interface SearchResultsProps {
  search: Search;
  active: string | null;
  onActive(id: string): void;
}

/** What was found, meeting by meeting, with the places in their words. */
export function SearchResults({ search: { state, targets, more }, active, onActive }: SearchResultsProps) {
  const t = useText('library');
  const { app } = useParts();

  useEffect(() => {
    if (active) document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const line = (target: SearchTarget | undefined) => ({
    id: target?.id,
    role: 'option',
    'aria-selected': target?.id === active,
    onClick: () => {
      if (!target) return;
      onActive(target.id);
      void app.getState().open(target.meetingId, target.jump);
    },
  });
  const targetOf = (id: string) => targets.find((target) => target.id === id);

  return (
    <>
      <div className="search-count" role="status">
        {state.kind === 'searching'
          ? t('searching')
          : state.kind === 'failed'
            ? state.error && sentence(state.error)
            : state.total > 0
              ? t('found', { count: state.total.toLocaleString() })
              : t('found.none', { query: state.query })}
      </div>
      {state.kind === 'found' && state.total === 0 && <p className="pane-hint">{t('found.hint')}</p>}
      <div
        id="search-results"
        className="search-results"
        role="listbox"
        aria-label={t('results')}
        data-stale={state.kind === 'searching' || undefined}
        onScroll={({ currentTarget: list }) => {
          if (list.scrollTop + list.clientHeight > list.scrollHeight - 600) more();
        }}
      >
        {state.hits.map(({ meeting, snippets }) => (
          <div key={meeting.id} role="group" className="search-meeting">
            <div {...line(targetOf(`hit-${meeting.id}`))} className="search-title">
              <span className="row-title">{shortTitle(meeting) || t('untitled')}</span>
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
    </>
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
