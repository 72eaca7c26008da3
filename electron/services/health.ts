/** How the data is: what keeps it from being saved, and texts that were rescued. */
import { openDocument } from '#shared/minutes/opening.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { documentText } from '#shared/minutes/text.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { CheckReport, Health } from '#shared/rpc/health.ts';
import { checkEverything } from './damage/check.ts';
import { checkOf, markSeen, recoveryOf } from './damage/report.ts';
import * as meetings from './meetings.ts';
import type { RescueFile } from './rescue-files.ts';
import type { Services } from './services.ts';

/** What she should know of her data now. */
export async function state(services: Services): Promise<Result<Health>> {
  const { db } = services;
  const check = checkOf(db);
  return ok({
    readOnly: db.readOnly,
    warning: !db.readOnly && db.reserve.isMissing() ? { code: 'database.nearlyFull' } : null,
    lastCheckedAt: check?.at ?? null,
    lastCheck: check,
    recovery: recoveryOf(db),
    rescued: (await waiting(services)).map(({ key, at, ours, document }) => ({ key, at, id: document.id, title: document.meta.title, database: ours })),
  });
}

/** Reads everything, compares every hash, and repairs what can be. Errors: work.stopped. */
export function check(services: Services, { job }: { job: string }): Promise<Result<CheckReport>> {
  return services.jobs.run(job, async (work) => ok(await checkEverything(services, work)));
}

/** She has read what became of damaged meetings. */
export function seen({ db, events }: Services): Result<null> {
  markSeen(db);
  events.publish({ type: 'health.changed', origin: null });
  return ok(null);
}

type Rescued = Omit<RescueFile, 'document'> & { document: MinutesDocument };

/** The rescued texts that concern this database and are not in it; those that are in it are put away. */
async function waiting(services: Services): Promise<Rescued[]> {
  const all: Rescued[] = [];
  for (const file of await services.rescued.list()) {
    const opened = openDocument(file.document);
    if (opened.state !== 'editable') continue;
    const { document } = opened;
    const saved = savedText(services, document.id);
    if (saved && JSON.stringify(saved) === JSON.stringify(document)) await services.rescued.putAway(file.key);
    else if (file.ours || saved) all.push({ ...file, document });
  }
  return all;
}

function savedText({ db, records }: Services, id: string): MinutesDocument | null {
  const row = db.meetings.find(id);
  const read = row && records.read(row);
  return read?.ok ? read.document : null;
}

/** Both texts, to compare. Error: rescued.notFound. */
export async function rescuedText(services: Services, { key }: { key: string }): Promise<Result<{ rescued: string; saved: string | null }>> {
  const found = (await waiting(services)).find((one) => one.key === key);
  if (!found) return fail('rescued.notFound');
  const saved = savedText(services, found.document.id);
  return ok({ rescued: documentText(found.document), saved: saved && documentText(saved) });
}

/** Keeps a rescued text as a meeting of its own; its file is put away when that is on disk. Error: rescued.notFound. */
export async function keepRescued(
  services: Services,
  { key, title, origin }: { key: string; title: string; origin: string | null },
): Promise<Result<{ id: string }>> {
  const found = (await waiting(services)).find((one) => one.key === key);
  if (!found) return fail('rescued.notFound');
  const copied = meetings.copy(services, { document: found.document, title, origin });
  if (!copied.ok) return copied;
  await services.rescued.putAway(key);
  services.events.publish({ type: 'health.changed', origin: null });
  return ok({ id: copied.value.id });
}
