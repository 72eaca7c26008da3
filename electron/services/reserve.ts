/** The upkeep of the reserve beside the database, and who hears that the disk is nearly full. */
import type { Services } from './services.ts';

/** First and next looks at whether it is there or there is room for it. Milliseconds. */
const rest = { first: 15_000, next: 60_000 };

/** Tends the reserve of the database that is open, from now on. */
export function tendReserve(services: Services): { begin(): void; rest(): void } {
  let timer: NodeJS.Timeout;
  const wait = (milliseconds: number): void => {
    timer = setTimeout(() => {
      services.db.reserve.tend();
      wait(rest.next);
    }, milliseconds).unref();
  };
  const begin = (): void => {
    if (services.db.readOnly) return;
    services.db.reserve.watch(() => services.events.publish({ type: 'health.changed', origin: null }));
    wait(rest.first);
  };
  begin();
  return { begin, rest: () => clearTimeout(timer) };
}
