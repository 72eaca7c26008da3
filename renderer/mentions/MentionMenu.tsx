/** The menu that opens on @ and ＠: the people of the roster, then those of the directory. */
import { useCallback, useEffect, useState } from 'react';
import { useParts, useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';
import { Typeahead } from '../typeahead/Typeahead.tsx';
import { triggerOf } from '../typeahead/trigger.ts';
import { $insertMention, isMentioned } from './insert.ts';
import { fitting, type Offered, offeredOf, withDirectory } from './offer.ts';
import './mentions.css';

const trigger = triggerOf('@＠');

/** Watches the text of a session, and offers people where an @ was typed. */
export function MentionMenu({ session }: { session: EditorSession }) {
  const t = useText('roster');
  const { client } = useParts();
  const roster = useView(session, (view) => view.roster);
  const date = useView(session, (view) => view.meta.start);
  const [query, setQuery] = useState<string | null>(null);
  /** What the directory has for the letters that were asked for last; the roster never waits for it. */
  const [directory, setDirectory] = useState<{ query: string; people: readonly Offered[] }>({ query: '', people: [] });
  const onQuery = useCallback((next: string | null) => setQuery(next), []);

  useEffect(() => {
    if (query === null) return;
    let isOver = false;
    void client.store.people.offer({ text: query, date, roster: [...roster], limit: 12 }).then((answer) => {
      if (isOver || !answer.ok) return;
      const people = answer.value.filter(({ from }) => from === 'people');
      setDirectory({ query, people: people.map(({ id, name, organisation, title }) => ({ id, source: 'directory', name, organisation, title })) });
    });
    return () => {
      isOver = true;
    };
  }, [client, query, date, roster]);

  const here = offeredOf(roster);
  return (
    <Typeahead
      session={session}
      kind="mention"
      trigger={trigger}
      inFields
      entriesFor={(typed) => withDirectory(fitting(here, typed), directory.query === typed ? directory.people : [])}
      // Who has no people anywhere types an @ like any other sign.
      showsEmpty={here.length > 0}
      keyOf={({ id }) => id}
      groupOf={({ source }) => t(`mention.${source}`)}
      groups="always"
      label={t('mention.menu')}
      empty={t('mention.empty')}
      $choose={(person) => $insertMention(person, !isMentioned(session.editor, person.id))}
      onQuery={onQuery}
      tag="history-push"
    >
      {({ name, title, organisation }) => (
        <>
          <span className="mention-name">{name}</span>
          <span className="mention-title">{title}</span>
          {organisation !== '' && <span className="typeahead-hint">{organisation}</span>}
        </>
      )}
    </Typeahead>
  );
}
