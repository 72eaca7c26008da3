/** The one place where trouble on the way becomes a value, and where a broken stream connects again. */
import { ORPCError, type ClientLink } from '@orpc/client';
import { getEventIteratorSchemaDetails, isContractProcedure } from '@orpc/contract';
import type { ErrorCode } from '#shared/locale/errors.ts';
import { contract } from '#shared/rpc/contract.ts';
import { fail } from '#shared/result.ts';

type Link = ClientLink<Record<never, never>>;

/** First and longest wait before a stream connects again. Milliseconds. */
const waits = { first: 250, longest: 5000 };

/** `link`, with failures of the transport as `Result` values and with streams that outlive their connection. */
export function resilient(link: Link): Link {
  return {
    call: async (path, input, options) => {
      if (isStream(path)) {
        const open = (signal: AbortSignal) => link.call(path, input, { ...options, signal }) as Promise<AsyncIterable<unknown>>;
        return reconnecting(open, missedEvent(path), options.signal);
      }
      try {
        return await link.call(path, input, options);
      } catch (error) {
        return fail(errorCode(error));
      }
    },
  };
}

function isStream(path: readonly string[]): boolean {
  const found = path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], contract);
  return isContractProcedure(found) && getEventIteratorSchemaDetails(found['~orpc'].outputSchema) !== undefined;
}

/** What was missed while a stream of the store was down is unknown: everything may have changed. */
function missedEvent(path: readonly string[]): unknown {
  return path[0] === 'store' ? { type: 'library.changed', origin: null } : undefined;
}

function errorCode(error: unknown): ErrorCode {
  if (!(error instanceof ORPCError)) return 'store.unreachable';
  if (['BAD_REQUEST', 'NOT_FOUND', 'PAYLOAD_TOO_LARGE'].includes(error.code)) return 'request.invalid';
  return error.code === 'INTERNAL_SERVER_ERROR' ? 'unexpected' : 'store.unreachable';
}

function reconnecting(
  open: (signal: AbortSignal) => Promise<AsyncIterable<unknown>>,
  missed: unknown,
  outer: AbortSignal | undefined,
): AsyncIterableIterator<unknown> {
  const stop = new AbortController();
  const signal = outer ? AbortSignal.any([outer, stop.signal]) : stop.signal;
  const events = run(open, missed, signal);
  return {
    next: () => events.next(),
    return: () => {
      stop.abort();
      return events.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* run(
  open: (signal: AbortSignal) => Promise<AsyncIterable<unknown>>,
  missed: unknown,
  signal: AbortSignal,
): AsyncGenerator<unknown, undefined> {
  let wait = waits.first;
  for (let again = false; !signal.aborted; again = true) {
    try {
      const events = await open(signal);
      wait = waits.first;
      if (again && missed !== undefined) yield missed;
      for await (const event of events) yield event;
    } catch {
      // The wait below is the answer, whatever broke.
    }
    await pause(wait, signal);
    wait = Math.min(wait * 2, waits.longest);
  }
  return undefined;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done();
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish, { once: true });
    function finish(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      done();
    }
  });
}
