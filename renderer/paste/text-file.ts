/** Text files put into an open record: read by the store, then pasted like any text. */
import { COMMAND_PRIORITY_NORMAL, DRAGOVER_COMMAND, DROP_COMMAND, mergeRegister } from 'lexical';
import { type TextEncoding, textEncodings, textFileLimit } from '#shared/rpc/schemas.ts';
import type { CommandContext } from '../commands/command.ts';
import { ask } from '../commands/question.ts';
import { isPicture } from '../images/keep.ts';
import { $placeCaret } from '../images/register.ts';
import { type OpenContext, pasteText } from './paste.ts';

/** Lets her choose a text file; empty where she cancelled. */
export function chooseTextFiles(): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'text/plain,.txt,.md';
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** Puts the text of a file where the caret was when it was asked for, with the preview of pasting; what is wrong with the file is said in a sentence. */
export async function insertTextFile({ session, app, client }: CommandContext, file: File): Promise<void> {
  if (!session) return;
  const place = session.holdPlace();
  const { report } = app.getState();
  const name = file.name.slice(0, 300);
  if (file.size > textFileLimit * 1024 * 1024) return report({ code: 'file.tooLarge', params: { name, limit: textFileLimit } });
  let read = await client.store.texts.read({ file, name, encoding: null });
  const error = read.ok ? null : read.error;
  const seeming = error?.code === 'file.encoding' ? textEncodings.find((known) => known === error.params?.['option']) : undefined;
  if (seeming) {
    const encoding = await askEncoding(name, seeming);
    if (encoding === null) return session.focus();
    read = await client.store.texts.read({ file, name, encoding });
  }
  if (!read.ok) return report(read.error);
  await session.composed();
  await pasteText({ session, app, client }, read.value.text, place);
}

const askEncoding = (name: string, seeming: TextEncoding): Promise<TextEncoding | null> =>
  new Promise((answer) => ask({ kind: 'encoding', name, seeming, answer }));

/** Lets text files be dropped on an open meeting. Returns its own undo. */
export function registerTextFiles(context: OpenContext): () => void {
  const { editor } = context.session;
  return mergeRegister(
    editor.registerCommand(DRAGOVER_COMMAND, (event) => holdsFiles(event) && (event.preventDefault(), true), COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const file = [...(event.dataTransfer?.files ?? [])].find((one) => !isPicture(one));
        if (!file) return false;
        event.preventDefault();
        $placeCaret(editor, event);
        void insertTextFile(context, file);
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
  );
}

const holdsFiles = (event: DragEvent): boolean => [...(event.dataTransfer?.items ?? [])].some((item) => item.kind === 'file');
