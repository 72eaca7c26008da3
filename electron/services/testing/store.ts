/** A store on a database in a folder of its own, for tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startServices, type RunningServices } from '#electron/services/running.ts';
import { startStore, type StoreHandle } from '#electron/services/store.ts';
import type { StoreOptions } from '#electron/services/store-messages.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { newMinutes } from '#shared/minutes/document.ts';
import { plain } from '#shared/minutes/inline.ts';
import type { Result } from '#shared/result.ts';

export const resources = resolve(import.meta.dirname, '../../../resources');

/** A new empty folder, and the path of a database in it. */
export function testFolder(): { folder: string; databasePath: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-store-'));
  return { folder, databasePath: join(folder, '議事簿.db'), remove: () => rmSync(folder, { recursive: true }) };
}

/** The value of a result, or an error with its code. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** The store in its worker. */
export const testStore = async (databasePath: string, options: Partial<StoreOptions> = {}): Promise<StoreHandle> =>
  valueOf(await startStore({ databasePath, resources, example: false, patience: 50, ...options }));

/** The services in this thread. */
export const testServices = (databasePath: string, options: Partial<StoreOptions> = {}): RunningServices =>
  valueOf(startServices({ databasePath, resources, example: false, patience: 50, ...options }));

/** A record with these paragraphs, whose ids are p00001, p00002, … */
export function record(paragraphs: string[], meta: Partial<MinutesDocument['meta']> = {}): MinutesDocument {
  return { ...newMinutes(meta), blocks: paragraphs.map((text, index) => paragraph(index + 1, text)) };
}

/** The paragraph number `number` of a `record`. */
export const paragraph = (number: number, text: string) =>
  ({ id: `p${String(number).padStart(5, '0')}`, kind: 'paragraph', inline: plain(text) }) as const;
