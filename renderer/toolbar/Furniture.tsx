import { useEffect, useState } from 'react';
import type { Template } from '#shared/minutes/templates/template.ts';
import { useParts } from '../app/context.ts';
import { insertSection, sectionTemplates } from '../commands/section.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { registerPictures } from '../images/register.ts';
import { registerPaste } from '../paste/paste.ts';
import { registerTextFiles } from '../paste/text-file.ts';
import { sectionOf, type SlashEntry } from '../slash/entries.ts';
import { SlashMenu } from '../slash/SlashMenu.tsx';
import { registerTableKeys } from '../table-tools/register.ts';
import { textDeed } from './deeds.ts';
import { Questions } from './Questions.tsx';

/** What stands around the text of an open meeting: pasting, pictures, the slash menu, and what commands ask. */
export function Furniture({ session }: { session: EditorSession }) {
  const { app, client } = useParts();
  const [templates, setTemplates] = useState<readonly Template[]>([]);
  useEffect(() => {
    void sectionTemplates(client).then(setTemplates);
  }, [client]);
  useEffect(() => registerPaste({ session, app, client }), [session, app, client]);
  useEffect(() => registerTextFiles({ session, app, client }), [session, app, client]);
  useEffect(() => registerPictures({ session, app, client }), [session, app, client]);
  useEffect(() => registerTableKeys(session.editor), [session]);
  const choose = ({ command, template }: SlashEntry) => {
    const context = { session, app, client };
    const kind = sectionOf(command);
    if (kind && template) void insertSection(context, kind, template);
    else void textDeed(command).run(context);
  };
  return (
    <>
      <SlashMenu session={session} templates={templates} onChoose={choose} />
      <Questions />
    </>
  );
}
