import { UserPlus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { newPersonCard, type PersonCard } from '#shared/directory/person.ts';
import type { AppError } from '#shared/result.ts';
import type { PersonLine } from '#shared/rpc/directory.ts';
import { useParts } from '../app/context.ts';
import { sentence, useText } from '../i18n/i18n.ts';
import { CardList } from './CardList.tsx';
import { useDirectoryChanges } from './changes.ts';
import { removePerson } from './keep.ts';
import { PersonForm } from './PersonForm.tsx';
import { afterKept, settled, type Shown } from './shown.ts';

/** Between the last key and the search. Milliseconds. */
const rest = 120;
const firstPage = 200;
const laterPages = 2000;

/** 人名錄: everybody, a search in them, and what is said of one. */
export function People({ first }: { first: string | null }) {
  const t = useText('directory');
  const parts = useParts();
  const { client } = parts;
  const changes = useDirectoryChanges();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<{ query: string; people: readonly PersonLine[]; total: number } | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [{ chosen, draft }, setShown] = useState<Shown<PersonCard>>({ chosen: first, draft: null });
  const form = useRef<HTMLDivElement>(null);
  const searched = useRef('');

  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(
      async () => {
        const people: PersonLine[] = [];
        // What is in sight first; the rest is there before she has scrolled to it.
        for (let total = 1; people.length < total; ) {
          const answer = await client.store.people.list({ query: query.trim(), offset: people.length, limit: people.length === 0 ? firstPage : laterPages });
          if (isOver) return;
          if (!answer.ok) return setError(answer.error);
          people.push(...answer.value.people);
          total = answer.value.people.length === 0 ? 0 : answer.value.total;
          setError(null);
          setFound({ query: query.trim(), people: [...people], total: answer.value.total });
          setShown((now) => settled(now, people));
        }
        // The first one of a new search; what is found changes by her own hand too, and the form she is in stays.
        const isNew = searched.current !== query.trim();
        searched.current = query.trim();
        if (!isNew || query.trim() === '' || form.current?.contains(document.activeElement)) return;
        setShown((now) => (people.some(({ id }) => id === now.chosen) ? now : settled({ ...now, chosen: null }, people)));
      },
      query === '' ? 0 : rest,
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client, query, changes]);

  const people = found?.people ?? [];
  const shown = draft?.id ?? chosen;
  const choose = (id: string | null) => setShown({ chosen: id, draft: null });
  const focusForm = () => form.current?.querySelector<HTMLElement>('input')?.focus();
  const add = () => {
    setQuery('');
    setShown({ chosen, draft: newPersonCard('') });
    setTimeout(focusForm);
  };
  const remove = (id: string) => {
    const at = people.findIndex((line) => line.id === id);
    choose(people[at + 1]?.id ?? people[at - 1]?.id ?? null);
    void removePerson(parts, id);
  };
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.closest('.directory-side')?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  };

  return (
    <>
      <div className="directory-side">
        <input className="input" type="search" value={query} placeholder={t('person.search')} aria-label={t('person.search')} onChange={(event) => setQuery(event.target.value)} onKeyDown={onSearchKey} />
        {error && <p className="safety-overdue">{sentence(error)}</p>}
        {found && people.length === 0 ? (
          <div className="pane-state card-list">
            {found.query === '' ? (
              <>
                <p className="pane-state-title">{t('person.none')}</p>
                <p>{t('person.hint')}</p>
              </>
            ) : (
              <p>{t('person.notFound', { query: found.query })}</p>
            )}
          </div>
        ) : (
          <CardList label={t('person.list')} lines={people} chosen={draft ? null : shown} onChoose={choose} onEnter={focusForm} onDelete={remove}>
            {({ name, organisation, title }) => (
              <>
                <span className="card-name">{name || t('unnamed')}</span>
                <span className="card-of">{`${organisation} ${title}`.trim()}</span>
              </>
            )}
          </CardList>
        )}
        <div className="directory-foot">
          <span className="tabular safety-hint">{found ? t('person.count', { count: found.total }) : ''}</span>
          <button type="button" className="button" onClick={add}>
            <UserPlus aria-hidden />
            {t('person.add')}
          </button>
        </div>
      </div>
      <div ref={form} className="directory-form">
        {shown !== null ? (
          <PersonForm key={shown} id={shown} draft={draft} onKept={(id) => setShown((now) => afterKept(now, id))} onRemove={() => (draft ? choose(chosen) : remove(shown))} />
        ) : (
          <div className="pane-state">
            <p>{t('person.choose')}</p>
          </div>
        )}
      </div>
    </>
  );
}
