/** 匯入報告: kept until newer ones take their place. */
import type { Services } from '#electron/services/services.ts';
import { ok, type Result } from '#shared/result.ts';
import { type ImportReport, importReportSchema } from '#shared/rpc/imports.ts';

const mostReports = 20;

/** Those that can be read, newest first. */
export function reports({ db }: Services): Result<ImportReport[]> {
  const read = db.cards.all('importReports').map(({ content }) => importReportSchema.safeParse(content));
  return ok(read.flatMap(({ data }) => data ?? []).sort((one, other) => (one.at < other.at ? 1 : -1)));
}

/** Keeps one, and lets the oldest go. */
export function report(services: Services, { report: kept }: { report: ImportReport }): Result<null> {
  const { db } = services;
  db.write(() => {
    db.cards.put('importReports', kept.id, kept, kept.at);
    const all = reports(services);
    if (all.ok) for (const old of all.value.slice(mostReports)) db.cards.remove('importReports', old.id);
  });
  return ok(null);
}
