/** The host's side of the contract where the window is a browser's. */
import { EventPublisher, implement } from '@orpc/server';
import { isOutside } from '#electron/host/outside.ts';
import { hostContract, type HostEvent, type HostInfo } from '#shared/rpc/contract.ts';
import { fail, ok } from '#shared/result.ts';

export interface BrowserHostParts {
  info: HostInfo;
  /** Opens an address in the user's browser or mail program. */
  openExternal(url: string): Promise<unknown>;
}

/** The router, what tells every page something, and how many pages listen and have said that all is saved. */
export function browserHost({ info, openExternal }: BrowserHostParts) {
  const events = new EventPublisher<{ event: HostEvent }>();
  const ready = new EventPublisher<{ ready: null }>();
  const host = implement(hostContract);
  const router = host.router({
    info: host.info.handler(() => ok(info)),
    saveFile: host.saveFile.handler(() => fail('request.invalid')),
    setTitle: host.setTitle.handler(() => ok(null)),
    openLink: host.openLink.handler(async ({ input }) => {
      if (!isOutside(input.url)) return fail('request.invalid');
      await openExternal(input.url);
      return ok(null);
    }),
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
