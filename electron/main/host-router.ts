/** The host's side of the contract on the desktop. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { EventPublisher, implement } from '@orpc/server';
import type { BrowserWindow, Dialog, Shell } from 'electron';
import { findBackupPlaces, offeredPlaces, sendCopies, sendCopiesTo } from '#electron/host/backup-places.ts';
import { isOutside } from '#electron/host/outside.ts';
import type { RescueFiles } from '#electron/services/rescue-files.ts';
import type { Ask } from '#electron/services/store-messages.ts';
import { writeFileSafely } from '#electron/services/write-file.ts';
import type { Language } from '#shared/language.ts';
import { hostStrings } from '#shared/locale/hosts.ts';
import { hostContract, type HostEvent, type HostInfo } from '#shared/rpc/contract.ts';
import { exportFormats } from '#shared/export/options.ts';
import { fail, ok } from '#shared/result.ts';

export interface DesktopHostParts {
  window: BrowserWindow;
  info: HostInfo;
  dialog: Pick<Dialog, 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox'>;
  shell: Pick<Shell, 'openExternal'>;
  /** Where texts go that cannot be saved. */
  rescue: Pick<RescueFiles, 'keep' | 'drop'>;
  /** The language that dialogs speak now. */
  language(): Language;
  ask: Ask;
  /** The page has put everything to disk. */
  closeReady(): void;
}

/** The router, and how to tell the page something. `listeners` counts the pages that listen. */
export function desktopHost({ window, info, dialog, shell, rescue, language, ask, closeReady }: DesktopHostParts) {
  const events = new EventPublisher<{ event: HostEvent }>();
  const host = implement(hostContract);

  /** Where the file shall go, with the ending of its format; null where she thinks better of it. */
  const askWhere = async (name: string): Promise<string | null> => {
    const format = exportFormats.find((known) => name.endsWith(`.${known}`));
    const filters = format ? [{ name: hostStrings[language()][`files.${format}`], extensions: [format] }] : [];
    for (let offered = name; ; ) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: offered, filters });
      if (canceled || !filePath) return null;
      if (!format || filePath.toLowerCase().endsWith(`.${format}`)) return filePath;
      offered = `${filePath}.${format}`;
      // The dialog has asked about replacing another name than this one: where a file has it, she is asked again.
      if (!existsSync(offered)) return offered;
    }
  };

  const router = host.router({
    info: host.info.handler(() => ok(info)),
    saveFile: host.saveFile.handler(async ({ input }) => {
      const name = basename(input.name);
      const filePath = await askWhere(name);
      if (filePath === null) return ok({ name: null });
      const written = await writeFileSafely(filePath, new Uint8Array(await input.file.arrayBuffer()));
      return written.ok ? ok({ name: basename(filePath) }) : written;
    }),
    saveParcel: host.saveParcel.handler(async ({ input }) => {
      const filePath = await askWhere(basename(input.name));
      if (filePath === null) return ok({ name: null });
      const handed = await ask({ do: 'handOver', parcel: input.parcel, file: filePath });
      return handed.ok ? ok({ name: basename(filePath) }) : handed;
    }),
    exportToFolder: host.exportToFolder.handler(async ({ input }) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] });
      const [folder] = filePaths;
      if (canceled || folder === undefined) return ok(null);
      const written = await ask({ do: 'exportMany', folder, ...input });
      return written.ok ? ok({ folder: basename(folder), report: written.value }) : written;
    }),
    setTitle: host.setTitle.handler(({ input }) => {
      window.setTitle(input.title);
      return ok(null);
    }),
    openLink: host.openLink.handler(async ({ input }) => {
      if (!isOutside(input.url)) return fail('request.invalid');
      const words = hostStrings[language()];
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: words['dialog.openLink'],
        detail: input.url,
        buttons: [words['dialog.open'], words['dialog.cancel']],
        defaultId: 1,
        cancelId: 1,
      });
      if (response === 0) await shell.openExternal(new URL(input.url).href);
      return ok(null);
    }),
    rescue: host.rescue.handler(({ input }) => rescue.keep(input.document, input.revision)),
    rescueOver: host.rescueOver.handler(async ({ input }) => {
      await rescue.drop(input.id);
      return ok(null);
    }),
    places: host.places.handler(() => ok([...offeredPlaces(findBackupPlaces()), { id: 'dialog', name: '', kind: 'dialog' as const }])),
    choosePlace: host.choosePlace.handler(async ({ input }) => {
      if (input.id !== 'dialog') return sendCopies(ask, input.id);
      const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] });
      return canceled ? ok({ name: null }) : sendCopiesTo(ask, filePaths[0] ?? null);
    }),
    closeReady: host.closeReady.handler(() => {
      closeReady();
      return ok(null);
    }),
    events: host.events.handler(({ signal }) => events.subscribe('event', signal ? { signal } : {})),
  });
  return { router, tell: (event: HostEvent) => events.publish('event', event), listeners: () => events.size };
}
