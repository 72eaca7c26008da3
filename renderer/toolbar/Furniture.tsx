import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useParts } from '../app/context.ts';
import { insertPhrase } from '../commands/phrases.ts';
import { insertSection, insertTemplate } from '../commands/section.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { registerPictures } from '../images/register.ts';
import { MentionMenu } from '../mentions/MentionMenu.tsx';
import { NameHint } from '../mentions/NameHint.tsx';
import { knowOwn, ownOf } from '../own/own.ts';
import { registerPhraseKeys } from '../own/phrase-keys.ts';
import { Suggestion } from '../own/Suggestion.tsx';
import { registerPaste } from '../paste/paste.ts';
import { registerTextFiles } from '../paste/text-file.ts';
import { registerForms } from '../roster/register.ts';
import { sectionOf, type SlashEntry } from '../slash/entries.ts';
import { SlashMenu } from '../slash/SlashMenu.tsx';
import { registerTableKeys } from '../table-tools/register.ts';
import { textDeed } from './deeds.ts';
import { Questions } from './Questions.tsx';

const none: readonly never[] = [];

/** What stands around the text of an open meeting: pasting, pictures, the slash menu, mentions, and what commands ask. */
export function Furniture({ session }: { session: EditorSession }) {
  const { app, client } = useParts();
  const templates = useStore(ownOf(client), (own) => own.templates) ?? none;
  const phrases = useStore(ownOf(client), (own) => own.phrases);
  useEffect(() => {
    void knowOwn(client);
  }, [client]);
  useEffect(() => registerPhraseKeys(session.editor, () => ownOf(client).getState().phrases), [session, client]);
  useEffect(() => registerPaste({ session, app, client }), [session, app, client]);
  useEffect(() => registerTextFiles({ session, app, client }), [session, app, client]);
  useEffect(() => registerPictures({ session, app, client }), [session, app, client]);
  useEffect(() => registerTableKeys(session.editor), [session]);
  useEffect(() => registerForms(session.editor), [session]);
  const choose = ({ command, template, phrase }: SlashEntry) => {
    const context = { session, app, client };
    const kind = sectionOf(command);
    if (kind && template) void insertSection(context, kind, template);
    else if (template) insertTemplate(context, template);
    else if (phrase) insertPhrase(context, phrase);
    else if (command) void textDeed(command).run(context);
  };
  return (
    <>
      <SlashMenu session={session} templates={templates} phrases={phrases} onChoose={choose} />
      <MentionMenu session={session} />
      <NameHint session={session} />
      <Suggestion session={session} />
      <Questions />
    </>
  );
}
