/**
 * Makes broken calls: `node caller.ts DATABASE SEED CALLS`. Prints a line for each that was answered otherwise than it has
 * to be, and how many were made.
 */
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startStore } from '#electron/services/store.ts';
import type { Result } from '#shared/result.ts';
import { broken, type CallName, document, inputs, turns } from '../calls.ts';
import { dice } from '../dice.ts';
import type { CallerLine } from '../fuzzed-calls.ts';

const [databasePath = '', seed = '1', calls = '1'] = process.argv.slice(2);
const roll = dice(Number(seed));
/** As many at once as several windows have under way. */
const together = 16;
/** How long an answer may take. Milliseconds. */
const patience = 30_000;

const print = (line: CallerLine): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const started = await startStore({ databasePath, resources: resolve(import.meta.dirname, '../../../resources'), example: false });
if (!started.ok) throw new Error(started.error.code);
const { client, close } = started.value;
await client.meetings.create({ document });

const codes = new Map<string, number>();
/** What of an answer is not as it has to be. */
function judged(answer: unknown): string | null {
  const { ok, error } = (answer ?? {}) as Partial<{ ok: boolean; error: { code: string } }>;
  if (typeof ok !== 'boolean') return 'it has no result';
  const code = ok ? 'ok' : (error?.code ?? '');
  codes.set(code, (codes.get(code) ?? 0) + 1);
  return code === 'unexpected' ? 'it is said that something unexpected happened' : null;
}

async function make(turn: number, [topic, name]: CallName): Promise<void> {
  const call = (client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[topic]?.[name];
  const input = broken(inputs[topic]?.[name], roll);
  const waiting = new AbortController();
  const late = pause(patience, 'it was not answered', { signal: waiting.signal }).catch(() => null);
  const answered = (async () => judged(await call?.(input)))().catch((error: unknown) => `it threw ${String(error)}`);
  const wrong = await Promise.race([answered, late]);
  waiting.abort();
  if (wrong !== null) print({ call: `call ${turn}, ${topic}.${name}`, wrong });
}

const names = turns();
let made = 0;
while (made < Number(calls)) {
  const batch = Array.from({ length: Math.min(together, Number(calls) - made) }, (_, index) => make(made + index, names.next().value as CallName));
  await Promise.all(batch);
  made += batch.length;
}

/** Whether the store is as well as before. */
const wrong: string[] = [];
const valueOf = <Value>(result: Result<Value>): Value | null => {
  if (!result.ok) wrong.push(`afterwards: ${result.error.code}`);
  return result.ok ? result.value : null;
};
try {
  const listed = valueOf(await client.meetings.list({ offset: 0, limit: 5000 }));
  for (const { id } of [document, ...(listed?.meetings ?? [])]) {
    if (valueOf(await client.meetings.open({ id }))?.state === 'readOnly') wrong.push(`afterwards ${id} can only be read`);
  }
} catch (error) {
  wrong.push(`afterwards: ${String(error)}`);
}
if (({} as { polluted?: boolean }).polluted) wrong.push('every object has been given a property');
if ((codes.get('request.invalid') ?? 0) < made / 3) wrong.push('hardly any of the inputs was refused');
print({ made, wrong });
await close();
