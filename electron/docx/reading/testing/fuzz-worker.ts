/** Reads mutated Word files, one after the other, and tells of each. Started by `fuzz.test.ts` with a limit on memory. */
import { parentPort, workerData } from 'node:worker_threads';
import { toRecord } from '#electron/services/reading/record.ts';
import { sourceOf } from '#electron/services/reading/source.ts';
import { errors } from '#shared/locale/errors.ts';
import { readDocx } from '../index.ts';
import { mutatedFile } from './mutations.ts';

const { seed, from, to } = workerData as { seed: number; from: number; to: number };

/** What became of a file: 'read', the code of its refusal, or what went wrong. */
function outcome(trial: number): string {
  const bytes = mutatedFile(seed, trial);
  try {
    const read = readDocx(bytes, 'a.docx');
    if (!read.ok) return read.error.code in errors['zh-Hant'] ? read.error.code : `no sentence for ${read.error.code}`;
    // Throws where what it makes is no record.
    toRecord(sourceOf(read.value.blocks, { ...read.value, title: read.value.properties.title, creator: '' }), 'a.docx');
    return 'read';
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

for (let trial = from; trial < to; trial++) parentPort?.postMessage({ trial, outcome: outcome(trial) });
