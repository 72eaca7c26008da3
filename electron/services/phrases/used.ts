/** Derives what an organisation wrote before, in the background; held in memory only and let go at any time. */
import { UsedPhrases } from '#shared/minutes/phrases/used.ts';
import type { Script } from '#shared/language.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Services } from '../services.ts';

/** Its newest meetings: what was usual twenty years ago is not offered. */
const mostMeetings = 400;
/** What is written in the meetings that are there does not change what is usual so fast. Milliseconds. */
const fresh = 600_000;
/** Of so many organisations at once. */
const held = 4;

interface Derived {
  phrases: UsedPhrases;
  isWhole: boolean;
  at: number;
  /** Of so many meetings: with another one it is derived anew. */
  meetings: number;
}

const derived = new WeakMap<Services['db'], Map<string, Derived>>();

/** What this organisation wrote before in sections of a kind. The first question begins to derive it, the next ones find it. */
export function used(
  services: Services,
  { organisation, script, kind }: { organisation: string; script: Script; kind: string },
): Result<{ phrases: string[]; isWhole: boolean }> {
  const known = derived.get(services.db) ?? new Map<string, Derived>();
  derived.set(services.db, known);
  const key = JSON.stringify([organisation, script]);
  let found = known.get(key);
  const wanted = services.db.meetings.shelf().all.filter((one) => !one.trashed && one.organisation === organisation);
  if (!found || (found.isWhole && (found.meetings !== wanted.length || services.now().getTime() - found.at > fresh))) {
    const next: Derived = { phrases: new UsedPhrases(), isWhole: false, at: services.now().getTime(), meetings: wanted.length };
    void derive(services, wanted.slice(0, mostMeetings), script, next).then((done) => {
      // What was known before stays until there is something newer.
      if (done) known.set(key, next);
      else if (known.get(key) === next) known.delete(key);
    });
    found ??= next;
    known.delete(key);
    known.set(key, found);
    for (const oldest of known.keys()) if (known.size > held) known.delete(oldest);
  }
  return ok({ phrases: found.isWhole ? found.phrases.of(kind) : [], isWhole: found.isWhole });
}

/** Reads the organisation's records, a few at a time; other calls have their turns in between. */
async function derive(services: Services, wanted: readonly { number: number }[], script: Script, into: Derived): Promise<boolean> {
  const { db, records, jobs } = services;
  // The window that asks has its answer first.
  await new Promise((done) => setImmediate(done));
  const answer = await jobs.run('', async ({ breathe }) => {
    for (const { number } of wanted) {
      await breathe();
      const row = db.meetings.byNumber(number);
      const blocks = row && records.glance(row, (document) => (document.meta.script === script ? document.blocks : null), () => null);
      if (blocks) into.phrases.add(blocks);
    }
    into.isWhole = true;
    return ok(null);
  }).catch(() => null);
  return answer?.ok ?? false;
}
