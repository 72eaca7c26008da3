/** Runs the browser host until it is told to end or its window is gone. */
import { knock } from '#electron/host/door.ts';
import { dataFolder, makeFolderOf, pageFolder, resourcesFolder } from '#electron/host/places.ts';
import { startBrowserHost, type BrowserHost } from '#electron/loopback/index.ts';
import { showPage } from '#electron/loopback/window.ts';
import type { Language } from '#shared/language.ts';
import { hostStrings } from '#shared/locale/hosts.ts';
import { errorSentence } from '#shared/locale/sentence.ts';

export interface BrowserStart {
  databasePath: string;
  port: number;
  language: Language;
  /** False: only prints the address. */
  open: boolean;
}

/** How long no page may be there before a host that opened its own window ends. Milliseconds. */
const goneLimit = 8_000;

/** The exit code, once all is saved and closed. */
export async function runBrowserHost({ databasePath, port, language, open }: BrowserStart): Promise<number> {
  const words = hostStrings[language];
  if (await handedOver(databasePath, open, words)) return 0;
  makeFolderOf(databasePath);
  const started = await startBrowserHost({
    databasePath,
    port,
    language,
    resources: resourcesFolder(),
    page: pageFolder(),
    show: (address) => showPage(address, dataFolder()),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    return null;
  });
  if (!started) {
    console.error(words['start.portTaken'].replace('{{port}}', String(port)));
    return 1;
  }
  if (!started.ok) {
    console.error(errorSentence(started.error, language));
    return 1;
  }
  const host = started.value;
  const ended = toldToEnd();
  const shown = open && (await showPage(host.oneTimeAddress, dataFolder()));
  if (!shown) {
    if (open) console.log(words['start.address']);
    console.log(host.address);
  }
  await (shown ? Promise.race([ended, windowGone(host)]) : ended);
  await host.close();
  return 0;
}

/** Whether the program is open on this database already, and has come forward in place of a second one. */
async function handedOver(databasePath: string, open: boolean, words: (typeof hostStrings)[Language]): Promise<boolean> {
  const neighbour = await knock(databasePath);
  const answer = await neighbour?.comeForward({ window: open }).catch(() => null);
  if (!answer?.ok) return false;
  console.log(words[answer.value.address === null ? 'start.alreadyOpen' : 'start.alreadyOpenAt']);
  if (answer.value.address !== null) console.log(answer.value.address);
  return true;
}

/** A signal to end; a second one is not waited for. */
function toldToEnd(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
}

/** Resolves when pages were there and none has been for a while. */
function windowGone(host: BrowserHost): Promise<void> {
  return new Promise((done) => {
    // Not the time of day: a computer that slept for a night would take its window for gone.
    let seen = performance.now() + 60_000;
    const timer = setInterval(() => {
      if (host.underWay() > 0) seen = performance.now();
      if (performance.now() - seen < goneLimit) return;
      clearInterval(timer);
      done();
    }, 1000);
  });
}
