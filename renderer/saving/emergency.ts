/** The open text while it cannot be saved: watched for as long as the window is there, and given to her where she asks. */
import { fileName, fit } from '#shared/export/file-name.ts';
import { documentText } from '#shared/minutes/text.ts';
import type { AppParts } from '../app/context.ts';
import type { Current } from '../app/state.ts';
import { download } from '../export/download.ts';
import { text } from '../i18n/i18n.ts';
import { rescueOne } from './rescue.ts';

/** Watches whatever meeting is open in the window. */
export function followRescue({ app, client }: AppParts): void {
  let end = (): void => undefined;
  let watched: Current | null = null;
  const follow = (): void => {
    const { current } = app.getState();
    if (current === watched) return;
    watched = current;
    end();
    end = () => undefined;
    if (current.kind !== 'open') return;
    const { saver, session } = current;
    end = rescueOne(saver, session, client.host, saver.revision, (emergency) => app.setState({ emergency }));
  };
  app.subscribe(follow);
  follow();
}

/** 另存一份: gives her the text as it stands in the window, as data and as plain text; needs no store and, in a browser, no host. */
export async function keepElsewhere({ app, client }: AppParts): Promise<void> {
  const { current, info, report, toast } = app.getState();
  if (current.kind !== 'open') return;
  const document = current.session.document();
  const name = fit(document.meta.title) || text('app', 'untitled');
  const files = { json: new Blob([JSON.stringify(document)]), txt: new Blob([documentText(document)], { type: 'text/plain' }) };
  if (info.saving === 'download') {
    for (const [ending, file] of Object.entries(files)) download(fileName(name, ending), file);
    return void toast({ text: text('saving', 'elsewhere.done', { name }) });
  }
  const saved = await client.host.saveFile({ name: fileName(name, 'json'), file: files.json });
  if (!saved.ok) report(saved.error);
  else if (saved.value.name !== null) toast({ text: text('saving', 'elsewhere.done', { name: saved.value.name }) });
}
