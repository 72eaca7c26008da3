/** The menu that opens on / and ／ in the text. */
import { HISTORY_MERGE_TAG } from 'lexical';
import { useMemo } from 'react';
import type { Phrase } from '#shared/minutes/phrases/phrase.ts';
import type { Template } from '#shared/minutes/templates/template.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { Typeahead } from '../typeahead/Typeahead.tsx';
import { filterEntries, type SlashEntry, slashEntries, slashTrigger } from './entries.ts';

interface SlashMenuProps {
  session: EditorSession;
  templates: readonly Template[];
  phrases: readonly Phrase[];
  /** Does what an entry says; the slash is gone by then. */
  onChoose(entry: SlashEntry): void;
}

/** Watches the text of a session, and offers what can be inserted where a slash was typed. */
export function SlashMenu({ session, templates, phrases, onChoose }: SlashMenuProps) {
  const t = useText('slash');
  const language = useLanguage();
  const entries = useMemo(() => slashEntries(language, templates, phrases), [language, templates, phrases]);
  return (
    <Typeahead
      session={session}
      kind="slash"
      trigger={slashTrigger}
      entriesFor={(query) => filterEntries(entries, query)}
      keyOf={({ key }) => key}
      groupOf={({ group }) => t(group)}
      label={t('menu')}
      empty={t('empty')}
      nameOf={({ command }) => command ?? undefined}
      onChoose={onChoose}
      // That the slash goes is no step of its own: one undo takes back what was chosen.
      tag={HISTORY_MERGE_TAG}
    >
      {({ label, hint }) => (
        <>
          <span className="slash-label">{label}</span>
          {hint !== '' && <span className="typeahead-hint slash-hint">{hint}</span>}
        </>
      )}
    </Typeahead>
  );
}
