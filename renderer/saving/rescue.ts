/** The emergency copy: a text that cannot be saved is written elsewhere for as long as that lasts. */
import type { Client } from '../rpc/client.ts';
import type { EditorSession } from '../editor/session.types.ts';
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
