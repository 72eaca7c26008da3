/** The emergency copy: a text that cannot be saved is written elsewhere for as long as that lasts. */
import { documentText } from '#shared/minutes/text.ts';
import type { AppParts } from '../app/context.ts';
import type { Current } from '../app/state.ts';
import { text } from '../i18n/i18n.ts';
import type { Client } from '../rpc/client.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { download } from '../export/download.ts';
import type { Saver } from './saver.ts';

/** How a text that cannot be saved is kept meanwhile. */
export interface Emergency {
  /** When it was last written elsewhere, ISO; null where it was not. */
  at: string | null;
  /** It could not be written elsewhere either: it is in the window alone. */
  onlyHere: boolean;
}

export const noEmergency: Emergency = { at: null, onlyHere: false };

/** How long a save may have failed before the text is written elsewhere, and between two writings. Milliseconds. */
export const rescueEvery = 10_000;

/** Watches one open meeting; the answer ends that. `tell` hears how its text is kept. */
export function rescueOne(
  saver: Pick<Saver, 'state'>,
  session: Pick<EditorSession, 'id' | 'document'>,
  host: Pick<Client['host'], 'rescue' | 'rescueOver'>,
  revision: () => number,
  tell: (emergency: Emergency) => void,
): () => void {
  let timer: ReturnType<typeof setInterval> | null = null;
  let at: string | null = null;
  /** Writings and clearing away follow each other: a late writing would stay for ever. */
  let last: Promise<void> = Promise.resolve();
  const after = (work: () => Promise<void>): void => void (last = last.then(work, work));

  const write = async (): Promise<void> => {
    if (timer === null) return;
    const answer = await host.rescue({ document: session.document(), revision: revision() });
    if (answer.ok) at = answer.value.at;
    if (timer !== null) tell({ at, onlyHere: !answer.ok });
  };
  const clear = async (): Promise<void> => {
    if (at === null) return;
    if ((await host.rescueOver({ id: session.id })).ok) at = null;
  };
  const stop = (): void => {
    if (timer === null) return;
    clearInterval(timer);
    timer = null;
    tell(noEmergency);
  };
  const follow = (): void => {
    const { kind } = saver.state.getState();
    if (kind === 'failed' || kind === 'conflict') timer ??= setInterval(() => after(write), rescueEvery);
    if (kind !== 'saved') return;
    stop();
    after(clear);
  };
  const unsubscribe = saver.state.subscribe(follow);
  follow();
  return () => {
    unsubscribe();
    stop();
  };
}

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
  const name = (document.meta.title || text('app', 'untitled')).replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 80);
  const files = { json: new Blob([JSON.stringify(document)]), txt: new Blob([documentText(document)], { type: 'text/plain' }) };
  if (info.saving === 'download') {
    for (const [ending, file] of Object.entries(files)) download(`${name}.${ending}`, file);
    return void toast({ text: text('saving', 'elsewhere.done', { name }) });
  }
  const saved = await client.host.saveFile({ name: `${name}.json`, file: files.json });
  if (!saved.ok) report(saved.error);
  else if (saved.value.name !== null) toast({ text: text('saving', 'elsewhere.done', { name: saved.value.name }) });
}
