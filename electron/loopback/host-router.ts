/** The host's side of the contract where the window is a browser's. */
import { EventPublisher, implement } from '@orpc/server';
import { findBackupPlaces, offeredPlaces, sendCopies } from '#electron/host/backup-places.ts';
import { isOutside } from '#electron/host/outside.ts';
import type { RescueFiles } from '#electron/services/rescue-files.ts';
import type { Ask } from '#electron/services/store-messages.ts';
import { hostContract, type HostEvent, type HostInfo } from '#shared/rpc/contract.ts';
import { fail, ok } from '#shared/result.ts';

export interface BrowserHostParts {
  info: HostInfo;
  /** Where texts go that cannot be saved. */
  rescue: Pick<RescueFiles, 'keep' | 'drop'>;
  /** Opens an address in the user's browser or mail program. */
  openExternal(url: string): Promise<unknown>;
  ask: Ask;
}

/** The router, what tells every page something, and how many pages listen and have said that all is saved. */
export function browserHost({ info, rescue, openExternal, ask }: BrowserHostParts) {
  const events = new EventPublisher<{ event: HostEvent }>();
  const ready = new EventPublisher<{ ready: null }>();
  const host = implement(hostContract);
  const router = host.router({
    info: host.info.handler(() => ok(info)),
    saveFile: host.saveFile.handler(() => fail('request.invalid')),
    saveParcel: host.saveParcel.handler(() => fail('request.invalid')),
    exportToFolder: host.exportToFolder.handler(() => fail('request.invalid')),
    setTitle: host.setTitle.handler(() => ok(null)),
    openLink: host.openLink.handler(async ({ input }) => {
      if (!isOutside(input.url)) return fail('request.invalid');
      await openExternal(input.url);
      return ok(null);
    }),
    rescue: host.rescue.handler(({ input }) => rescue.keep(input.document, input.revision)),
    rescueOver: host.rescueOver.handler(async ({ input }) => {
      await rescue.drop(input.id);
      return ok(null);
    }),
    places: host.places.handler(() => ok(offeredPlaces(findBackupPlaces()))),
    choosePlace: host.choosePlace.handler(({ input }) => sendCopies(ask, input.id)),
    closeReady: host.closeReady.handler(() => {
      ready.publish('ready', null);
      return ok(null);
    }),
    events: host.events.handler(({ signal }) => events.subscribe('event', signal ? { signal } : {})),
  });
  return {
    router,
    /** Tells every page to save and waits until each has said so, at most `limit` milliseconds. */
    async closePages(limit: number): Promise<void> {
      let left = events.size;
      if (left === 0) return;
      await new Promise<void>((done) => {
        const timer = setTimeout(done, limit);
        ready.subscribe('ready', () => {
          left -= 1;
          if (left > 0) return;
          clearTimeout(timer);
          done();
        });
        events.publish('event', { type: 'closing' });
      });
    },
  };
}
