/** The browser host: the same page and the same services, over 127.0.0.1. */
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import open from 'open';
import { canMakePdf, chromiumPdf } from '#electron/host/chromium-pdf.ts';
import { forward } from '#electron/host/forward.ts';
import { openDoor, type Forward } from '#electron/host/door.ts';
import { rescuePlaces } from '#electron/host/places.ts';
import { hostPlatform, programVersion } from '#electron/host/program.ts';
import { rescueFiles } from '#electron/services/rescue-files.ts';
import { startStore } from '#electron/services/store.ts';
import type { Language } from '#shared/language.ts';
import { hostStrings } from '#shared/locale/hosts.ts';
import { ok, type Result } from '#shared/result.ts';
import { storeContract } from '#shared/rpc/contract.ts';
import { browserHost } from './host-router.ts';
import { keptStore } from './kept-store.ts';
import { openings } from './openings.ts';
import { listen } from './server.ts';

export interface BrowserHostOptions {
  databasePath: string;
  /** Templates and the like. */
  resources: string;
  /** The folder of the built page. */
  page: string;
  /** 0 takes a free one. */
  port: number;
  language: Language;
  /** Shows a window at a one-time address, for another start on the same database; false where none can be shown. */
  show?(address: () => string): Promise<boolean>;
  /** Of a host that starts again for the same pages; a new random one by default. */
  token?: string;
}

export interface BrowserHost {
  /** The address with its token in the fragment. */
  address: string;
  /** An address that works once, within half a minute: for the command line of a browser, which others can read. */
  oneTimeAddress(): string;
  /** A window was shown to somebody who started the program again. */
  shown(): boolean;
  /** How many calls are under way; 0 where no page is open. */
  underWay(): number;
  /** Lets every page save, then closes the store and the server. */
  close(): Promise<void>;
}

/** How long the pages have to save when the host ends. Milliseconds. */
const closingLimit = 3000;

/** Opens the database and serves the program. The errors are the store's; rejects only where the port is taken. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<Result<BrowserHost>> {
  const { databasePath, resources, page, port, language, show, token = randomBytes(32).toString('base64url') } = options;
  const rescue = { places: rescuePlaces(), since: Date.now() };
  let isAgain = false;
  const store = await keptStore(() => {
    const begin = startStore({ databasePath, resources, backups: true, rescue, create: !isAgain, wait: true, pdf: chromiumPdf() });
    isAgain = true;
    return begin;
  });
  if (!store.ok) return store;
  const host = browserHost({
    info: {
      host: 'browser',
      version: programVersion(),
      database: basename(databasePath),
      saving: 'download',
      menuBar: false,
      pdf: canMakePdf(),
      platform: hostPlatform(),
      language,
    },
    rescue: rescueFiles(rescue.places, databasePath),
    openExternal: (url) => open(url),
    ask: store.value.ask,
  });
  const router = { store: forward(storeContract, store.value.client), host: host.router };
  const codes = openings();
  const server = await listen({ port, token, page, router, codes, expired: hostStrings[language]['start.expired'] }).catch(async (error: unknown) => {
    await store.value.close();
    throw error;
  });
  const oneTimeAddress = (): string => `${server.origin}/?open=${codes.make()}`;
  let hasShown = false;
  const comeForward = async ({ window }: { window: boolean }): Promise<Forward> => {
    const shown = window && ((await show?.(oneTimeAddress)) ?? false);
    hasShown ||= shown;
    return { shown, address: shown ? null : oneTimeAddress() };
  };
  const door = await openDoor({ databasePath, store: store.value.client, comeForward });
  return ok({
    address: `${server.origin}/#token=${token}`,
    oneTimeAddress,
    shown: () => hasShown,
    underWay: server.underWay,
    async close() {
      await door?.close();
      await host.closePages(closingLimit);
      await server.close();
      await store.value.close();
    },
  });
}
