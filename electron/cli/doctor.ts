import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { databasePath, resourcesFolder } from '#electron/host/places.ts';
import { diagnose, damages, leftovers, type Diagnosis, type Finding } from '#electron/services/damage/diagnosis.ts';
import * as health from '#electron/services/health.ts';
import { startServices } from '#electron/services/running.ts';
import { doctorStrings } from '#shared/locale/doctor.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Terminal } from './terms.ts';

export interface VerifyOptions {
  db?: string;
}

export interface DoctorOptions extends VerifyOptions {
  repair?: boolean;
}

type Key = keyof (typeof doctorStrings)['en'];

const isDamage = ({ what }: Finding): boolean => (damages as readonly string[]).includes(what);

function sentence({ language }: Terminal, key: Key, params: object = {}): string {
  return doctorStrings[language][key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String((params as Record<string, unknown>)[name] ?? ''));
}

/** What is wrong, with where a text would come from. */
function line(terminal: Terminal, finding: Finding): string {
  const where = finding.from ? [sentence(terminal, `from.${finding.from}`)] : [];
  return [sentence(terminal, finding.what, finding), ...where].join(terminal.language === 'en' ? ' ' : '');
}

async function look(db: string | undefined): Promise<Result<Diagnosis>> {
  const path = databasePath(db);
  const diagnosis = await diagnose(path, new Date());
  return diagnosis ? ok(diagnosis) : fail('file.notFound', { name: basename(path) });
}

/**
 * Reads everything of a database, its backups and archive files, and prints what is damaged, a line each. Changes
 * nothing. Errors: file.notFound; check.damaged where anything is.
 */
export async function verify(terminal: Terminal, { db }: VerifyOptions): Promise<Result<null>> {
  const looked = await look(db);
  if (!looked.ok) return looked;
  const found = looked.value.findings.filter(isDamage);
  for (const finding of found) terminal.print(line(terminal, finding));
  terminal.tell(sentence(terminal, 'checked', looked.value));
  if (looked.value.cards > 0) terminal.tell(sentence(terminal, 'checkedCards', looked.value));
  if (found.length > 0) return fail('check.damaged', { count: found.length });
  terminal.tell(sentence(terminal, 'sound'));
  return ok(null);
}

/**
 * Prints what is wrong and what would be done about it; does it only with `repair`, and then prints what is left.
 * Errors: those of opening; check.damaged where something stays damaged.
 */
export async function doctor(terminal: Terminal, { db, repair }: DoctorOptions): Promise<Result<null>> {
  const looked = await look(db);
  if (!looked.ok) return looked;
  const { findings } = looked.value;
  for (const finding of findings) {
    terminal.print(line(terminal, finding));
    terminal.print(`  → ${sentence(terminal, `would.${finding.what}`)}`);
  }
  terminal.tell(sentence(terminal, 'checked', looked.value));
  if (looked.value.cards > 0) terminal.tell(sentence(terminal, 'checkedCards', looked.value));
  if (findings.length === 0) terminal.tell(sentence(terminal, 'well'));
  if (findings.length === 0 || !repair) {
    if (findings.length > 0) terminal.tell(sentence(terminal, 'nothingChanged'));
    return damagedOf(findings);
  }
  const repaired = await repairAll(databasePath(db), findings);
  if (!repaired.ok) return repaired;
  const after = await look(db);
  if (!after.ok) return after;
  terminal.tell(sentence(terminal, 'repaired'));
  for (const finding of after.value.findings) terminal.print(line(terminal, finding));
  if (after.value.findings.length === 0) terminal.tell(sentence(terminal, 'well'));
  return damagedOf(after.value.findings);
}

function damagedOf(findings: readonly Finding[]): Result<null> {
  const count = findings.filter(isDamage).length;
  return count > 0 ? fail('check.damaged', { count }) : ok(null);
}

/** Opening makes a damaged database anew; the rest is what the program does by itself from time to time. */
async function repairAll(path: string, findings: readonly Finding[]): Promise<Result<null>> {
  const isFound = (...kinds: Finding['what'][]): boolean => findings.some(({ what }) => kinds.includes(what));
  const started = startServices({ databasePath: path, resources: resourcesFolder(), example: false });
  if (!started.ok) return started;
  const { services, close } = started.value;
  try {
    if (services.db.readOnly) return { ok: false, error: services.db.readOnly };
    // Only now: whoever has the database open is the only one who writes beside it.
    for (const leftover of leftovers(path)) rmSync(leftover, { force: true });
    const checked = await health.check(services, { job: '' });
    if (!checked.ok) return checked;
    await services.archiveFiles.catchUp(() => Promise.resolve());
    for (const { name } of findings.filter(({ what }) => what === 'backupUnverified')) await services.backups.verify(name);
    if (isFound('backup', 'backupNone', 'backupOverdue', 'backupPictures', 'database.damaged', 'database.gone')) {
      const made = await services.backups.make('asked');
      if (!made.ok) return made;
    }
    while (services.search.ask(() => null).indexing) await pause(20);
    return ok(null);
  } finally {
    await close();
  }
}
