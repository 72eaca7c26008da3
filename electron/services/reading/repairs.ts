/** Damage that re-posted records carry, repaired in the runs of a file where it is certain. */
import type { ReadBlock } from '#electron/docx/reading/index.ts';
import { certainClasses, type Damage, findDamage, type Repair } from '#shared/text/damage.ts';
import { paragraphsOf } from './source.ts';

/** Repairs the paragraphs of a file, those of tables too, and says what was found. A repair that crosses runs is left. */
export function repairBlocks(blocks: readonly ReadBlock[]): Damage {
  const runs = paragraphsOf(blocks).flatMap((paragraph) => [...paragraph.runs, null]);
  const text = runs.map((run) => run?.text ?? '\n').join('');
  const damage = findDamage(text, (bytes) => new TextDecoder('gbk').decode(bytes), { onlyCertain: true });
  const certain = damage.repairs.filter(({ kind }) => certainClasses.includes(kind));
  let next = 0;
  let at = 0;
  for (const run of runs) {
    const end = at + (run?.text.length ?? 1);
    const own: Repair[] = [];
    for (let repair = certain[next]; repair && repair.start < end; repair = certain[++next]) if (repair.end <= end) own.push(repair);
    if (run && own.length > 0) run.text = withRepairs(run.text, own, at);
    at = end;
  }
  return damage;
}

function withRepairs(text: string, repairs: readonly Repair[], offset: number): string {
  let result = '';
  let at = 0;
  for (const { start, end, after } of repairs) {
    result += text.slice(at, start - offset) + after;
    at = end - offset;
  }
  return result + text.slice(at);
}
