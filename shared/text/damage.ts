/**
 * Damage that pasted and re-posted records carry, found and repaired class by class; every repair can be shown
 * before it is made, and nothing is guessed: what cannot be decoded is named as unresolved.
 */
import { findHalfWidth } from './damage/half-width.ts';
import { findLostBytes } from './damage/lost-byte.ts';
import { findPinyin } from './damage/pinyin.ts';
import { findScriptErrors } from './damage/script-errors.ts';
import type { Region } from '../language.ts';
import { certainClasses, type Damage, type DamageClass, damageClasses, type DecodeGbk, type Repair } from './damage/types.ts';

export { certainClasses, damageClasses, type Damage, type DamageClass, type DecodeGbk, type Repair } from './damage/types.ts';

export interface DamageOptions {
  /** Names that no repair may touch: people on the roster. */
  names?: readonly string[];
  /** Whose quotation marks straight ones become. */
  region?: Region;
  /** Only what is certain: nobody will be shown the rest. */
  onlyCertain?: boolean;
}

/** The damage of a text by class, lost bytes before pinyin (§6 of the formats). Does not change the text. */
export function findDamage(text: string, decodeGbk: DecodeGbk, options: DamageOptions = {}): Damage {
  const lost = findLostBytes(text, decodeGbk);
  const pinyin = findPinyin(text, lost.repairs);
  const certain = [...lost.repairs, ...pinyin.repairs].sort((one, other) => one.start - other.start);
  // The offered classes are judged by the words that a reader sees: 規(guī)范 is 規范.
  const clean = repairedWithOrigins(text, certain);
  const found = options.onlyCertain ? [] : [...findScriptErrors(clean.text, options.names ?? []), ...findHalfWidth(clean.text, options.region ?? 'CN')];
  const offered = found.flatMap((repair): Repair[] => {
    const start = clean.origins[repair.start] ?? -1;
    const damaged = lost.unresolved.some((one) => start >= one.start && start < one.end);
    return start < 0 || damaged ? [] : [{ ...repair, start, end: start + repair.before.length }];
  });
  const repairs = [...certain, ...offered].sort((one, other) => one.start - other.start);
  const counts = Object.fromEntries(damageClasses.map((kind) => [kind, 0])) as Damage['counts'];
  for (const repair of repairs) counts[repair.kind]++;
  const unresolved = [...lost.unresolved, ...pinyin.unresolved].sort((one, other) => one.start - other.start);
  return { repairs, unresolved, counts };
}

/** The text with the repairs of the chosen classes made. */
export function applyRepairs(text: string, repairs: readonly Repair[], classes: readonly DamageClass[] = certainClasses): string {
  let repaired = '';
  let at = 0;
  for (const repair of repairs) {
    if (!classes.includes(repair.kind)) continue;
    repaired += text.slice(at, repair.start) + repair.after;
    at = repair.end;
  }
  return repaired + text.slice(at);
}

/** The repaired text and, for each unit of it, where it stood before; −1 for what a repair put there. */
function repairedWithOrigins(text: string, repairs: readonly Repair[]): { text: string; origins: number[] } {
  const origins: number[] = [];
  let at = 0;
  const copy = (end: number) => {
    while (at < end) origins.push(at++);
  };
  for (const repair of repairs) {
    copy(repair.start);
    for (let i = 0; i < repair.after.length; i++) origins.push(-1);
    at = repair.end;
  }
  copy(text.length);
  return { text: applyRepairs(text, repairs, damageClasses), origins };
}
