import { Merge, Plus, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { isBackwards } from '#shared/directory/day.ts';
import type { PersonCard, Post } from '#shared/directory/person.ts';
import { useParts } from '../app/context.ts';
import { useText } from '../i18n/i18n.ts';
import { CommitField } from './CommitField.tsx';
import { DayField } from './DayField.tsx';
import { MergeWith } from './MergeWith.tsx';
import { useNamesakes } from './namesakes.ts';
import { putPerson } from './keep.ts';
import { useEdited } from './use-edited.ts';

interface PersonFormProps {
  id: string;
  /** Not kept yet: it waits for a name. */
  draft: PersonCard | null;
  onKept(id: string): void;
  onRemove(): void;
}

/** What is said of a person. */
export function PersonForm({ id, draft, onKept, onRemove }: PersonFormProps) {
  const parts = useParts();
  const { client } = parts;
  const { card: person, change } = useEdited({
    id,
    draft,
    read: (one) => client.store.people.get({ id: one }),
    put: (card: PersonCard) => putPerson(parts, card),
    onKept: (card) => onKept(card.id),
  });
  return person && <Fields person={person} isDraft={draft !== null} onChange={change} onRemove={onRemove} />;
}

interface FieldsProps {
  person: PersonCard;
  isDraft: boolean;
  onChange(patch: Partial<PersonCard>): void;
  onRemove(): void;
}

function Fields({ person, isDraft, onChange: change, onRemove }: FieldsProps) {
  const t = useText('directory');
  const { client } = useParts();
  const [isMerging, setMerging] = useState(false);
  const namesakes = useNamesakes(client, person);
  const names = (typed: string) => [...new Set(typed.split(/[、,，;；]/).map((name) => name.trim()).filter((name) => name !== ''))];
  return (
    <div className="directory-card" role="group" aria-label={t('person.form', { name: person.name || t('unnamed') })}>
      <div className="directory-fields">
        <label className="detail">
          <span className="form-label">{t('person.name')}</span>
          <CommitField isLabelled label={t('person.name')} value={person.name} maxLength={100} onCommit={(name) => change({ name })} />
        </label>
        <label className="detail">
          <span className="form-label">{t('person.aliases')}</span>
          <CommitField isLabelled label={t('person.aliases')} value={person.aliases.join('、')} maxLength={1000} placeholder={t('person.aliasesHint')} onCommit={(typed) => change({ aliases: names(typed) })} />
        </label>
      </div>
      {person.name.trim() === '' && <p className="safety-overdue">{t('person.needsName')}</p>}
      {namesakes > 0 && !isMerging && (
        <p className="safety-hint">
          {t('person.namesakes', { count: namesakes })}
        </p>
      )}
      <Posts posts={person.posts} onChange={(posts) => change({ posts })} />
      <label className="detail">
        <span className="form-label">{t('person.note')}</span>
        <CommitField isLabelled long label={t('person.note')} value={person.note} maxLength={5000} onCommit={(note) => change({ note })} />
      </label>
      {isMerging && <MergeWith person={person} onDone={() => setMerging(false)} />}
      <div className="directory-acts">
        <button type="button" className="button" disabled={isDraft} aria-expanded={isMerging} onClick={() => setMerging(!isMerging)}>
          <Merge aria-hidden />
          {t('merge.start')}
        </button>
        <span className="safety-space" />
        <button type="button" className="button" onClick={onRemove}>
          <Trash2 aria-hidden />
          {t('person.remove')}
        </button>
      </div>
    </div>
  );
}

function Posts({ posts, onChange }: { posts: readonly Post[]; onChange(posts: Post[]): void }) {
  const t = useText('directory');
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState(false);
  const change = (index: number, patch: Partial<Post>) => onChange(posts.map((post, at) => (at === index ? { ...post, ...patch } : post)));
  const mark = (field: string) => (isWrong: boolean) => setWrong((before) => (isWrong ? new Set([...before, field]) : new Set([...before].filter((one) => one !== field))));
  // A row that she has not written in yet is hers alone.
  const rows: readonly Post[] = added ? [...posts, { organisation: '', title: '', since: null, until: null }] : posts;
  const write = (index: number, patch: Partial<Post>) => {
    if (index < posts.length) return change(index, patch);
    setAdded(false);
    onChange([...posts, { organisation: '', title: '', since: null, until: null, ...patch }]);
  };
  return (
    <section className="posts" aria-label={t('posts.title')}>
      <div className="directory-head">
        <h3>{t('posts.title')}</h3>
        <button type="button" className="button" onClick={() => setAdded(true)}>
          <Plus aria-hidden />
          {t('posts.add')}
        </button>
      </div>
      {rows.length === 0 && <p className="safety-hint">{t('posts.none')}</p>}
      {rows.length > 0 && (
        <div className="post-row post-heads" aria-hidden>
          <span>{t('post.organisation')}</span>
          <span>{t('post.title')}</span>
          <span>{t('post.since')}</span>
          <span>{t('post.until')}</span>
          <span />
        </div>
      )}
      {rows.map((post, index) => {
        const name = `${post.organisation}${post.title}` || t('unnamed');
        const days = [`${index} since`, `${index} until`] as const;
        return (
          <div key={index} role="group" aria-label={name} className="post">
            <div className="post-row">
              <CommitField label={t('post.organisation')} value={post.organisation} maxLength={300} onCommit={(organisation) => write(index, { organisation })} />
              <CommitField label={t('post.title')} value={post.title} maxLength={200} onCommit={(title) => write(index, { title })} />
              <DayField label={t('post.since')} value={post.since} onCommit={(since) => write(index, { since })} onWrong={mark(days[0])} />
              <DayField label={t('post.until')} value={post.until} placeholder={t('post.now')} onCommit={(until) => write(index, { until })} onWrong={mark(days[1])} />
              <button type="button" className="icon-button small" aria-label={t('post.remove', { name })} title={t('post.remove', { name })} onClick={() => (index < posts.length ? onChange(posts.filter((_, at) => at !== index)) : setAdded(false))}>
                <X />
              </button>
            </div>
            {days.some((field) => wrong.has(field)) && (
              <p role="alert" className="field-wrong">
                {t('day.wrong')}
              </p>
            )}
            {isBackwards(post) && (
              <p role="alert" className="field-wrong">
                {t('day.backwards')}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}
