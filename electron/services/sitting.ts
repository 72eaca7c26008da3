/** The store's calls for as long as it runs: over a database that may be waited for, lost, and opened again. */
import { statSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { canBeWritten } from '#electron/db/reading-copy.ts';
import { type AppError, ok, type Result } from '#shared/result.ts';
import { createEvents, type Events } from './events.ts';
import { createStoreRouter } from './router.ts';
import { noPdf, type PdfMaker } from './pdf.ts';
import { startServices, type RunningServices } from './running.ts';
import { answerHost } from './host-calls.ts';
import type { HostCall, StoreOptions } from './store-messages.ts';

type Call = (input: unknown, options: { signal?: AbortSignal | undefined }) => Promise<unknown>;

export interface Sitting {
  /** Carries out the call of that path. While there is no database, every call answers why. */
  call(path: readonly string[], input: unknown, options: { signal?: AbortSignal | undefined }): Promise<unknown>;
  /** Carries out what a host asks for. */
  ask(call: HostCall): Promise<Result<unknown>>;
  close(): Promise<void>;
}

/** Between two attempts to open it again, and to write what could only be read. Milliseconds. */
const rest = { opening: 500, writing: 5000 };
/** How long the worker waits for another program at a later attempt: calls stand still meanwhile. Milliseconds. */
const laterPatience = 50;

/** How often a file that cannot be opened at the start is tried. */
const attempts = 4;

/** After these the connection is not trusted any more, and everything is asserted again on a new one. */
const isLoss = ({ code }: AppError): boolean => code === 'database.gone' || code === 'database.failed';
/** What an attempt to open again says better than what the database was lost with. */
const isReason = ({ code }: AppError): boolean => code === 'database.gone' || code === 'database.locked';

/** Opens the database; `pdf` prints for it. Errors: those of opening, unless `wait` is set and it is only in other hands. */
export function startSitting(options: StoreOptions, pdf: PdfMaker = noPdf): Result<Sitting> {
  const events = createEvents();
  let open: { running: RunningServices; client: object } | null = null;
  let reason: AppError = { code: 'database.locked' };
  let opening: Promise<void> | null = null;
  let tried = performance.now();
  let everOpen = false;
  let closed = false;

  const take = (started: Result<RunningServices>): void => {
    if (!started.ok) return;
    everOpen = true;
    open = { running: started.value, client: createRouterClient(createStoreRouter(started.value.services)) };
  };
  const first = openPatiently(options, events, pdf);
  if (!first.ok && !(options.wait && first.error.code === 'database.locked')) return first;
  take(first);

  const openAgain = async (): Promise<void> => {
    tried = performance.now();
    const last = open?.running;
    open = null;
    // Whatever is wrong with what is lost, it does not stand in the way of what is there.
    await last?.abandon().catch(() => undefined);
    if (closed) return;
    const later = everOpen ? { create: false, example: false } : {};
    const started = startServices({ ...options, ...later, patience: laterPatience }, events, pdf);
    if (!started.ok) {
      if (isReason(started.error)) reason = started.error;
      return;
    }
    take(started);
    events.publish({ type: 'library.changed', origin: null });
    events.publish({ type: 'health.changed', origin: null });
  };
  const isDue = (): boolean => {
    const passed = performance.now() - tried;
    if (!open) return passed > rest.opening;
    const mayCome = open.running.services.db.readOnly?.code === 'database.readOnly' && passed > rest.writing;
    if (mayCome) tried = performance.now();
    return mayCome && canBeWritten(options.databasePath);
  };

  return ok({
    async call(path, input, callOptions) {
      if (!closed && !opening && isDue()) opening = openAgain().finally(() => (opening = null));
      await opening;
      const now = open;
      if (!now) return { ok: false, error: reason };
      const call = path.reduce<unknown>((at, step) => Reflect.get(at as object, step), now.client) as Call;
      const answer = (await call(input, callOptions)) as Result<unknown>;
      if ('ok' in answer && !answer.ok && isLoss(answer.error) && open === now && !opening) {
        reason = answer.error;
        opening = openAgain().finally(() => (opening = null));
      }
      return answer;
    },
    async ask(call) {
      await opening;
      return open ? answerHost(open.running.services, call) : { ok: false, error: reason };
    },
    async close() {
      closed = true;
      await opening;
      await open?.running.close();
    },
  });
}

/** A scanner for viruses may hold a file that is there for a moment. */
function openPatiently(options: StoreOptions, events: Events, pdf: PdfMaker): Result<RunningServices> {
  for (let attempt = 1; ; attempt++) {
    const started = startServices(options, events, pdf);
    const mayPass = !started.ok && started.error.code === 'database.unopenable' && statSync(options.databasePath, { throwIfNoEntry: false })?.isFile();
    if (!mayPass || attempt === attempts) return started;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, rest.opening);
  }
}
