/** Calls of the desktop: two message ports, one to the store and one to the host, handed over by the preload. */
import type { ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';

/** How long a call waits for the store to come back after it was lost. Milliseconds. */
const patience = 5000;

type Link = ClientLink<Record<never, never>>;
type Side = 'store' | 'host';

/**
 * A link over the ports that arrive as the window's message `minutebook:ports` (first the store's, then the host's).
 * Ports that arrive later, after a restart of the store, take the place of the earlier ones.
 */
export function portLink(page: Pick<Window, 'addEventListener'>, desktop: { connect(): void }): Link {
  const links: Record<Side, Link | null> = { store: null, host: null };
  const arrivals = new EventTarget();

  const take = (side: Side, port: MessagePort): void => {
    const link: Link = new RPCLink({ port });
    links[side] = link;
    port.addEventListener('close', () => {
      if (links[side] !== link) return;
      links[side] = null;
      desktop.connect();
    });
    port.start();
  };

  page.addEventListener('message', (event) => {
    const [store, host] = event.ports;
    if (event.source !== page || event.data !== 'minutebook:ports' || !store || !host) return;
    take('store', store);
    take('host', host);
    arrivals.dispatchEvent(new Event('ports'));
  });
  desktop.connect();

  const linkTo = async (side: Side): Promise<Link> => {
    const deadline = performance.now() + patience;
    for (;;) {
      const link = links[side];
      if (link) return link;
      const left = deadline - performance.now();
      if (left <= 0) {
        desktop.connect();
        throw new Error('no port');
      }
      await new Promise((done) => {
        arrivals.addEventListener('ports', done, { once: true });
        setTimeout(done, left);
      });
    }
  };

  return {
    call: async ([side, ...path], input, options) => {
      if (side !== 'store' && side !== 'host') throw new Error('no such side');
      return (await linkTo(side)).call(path, input, options);
    },
  };
}
