/** 姓氏筆畫: how many strokes a character has, and names in that order. */
import type { Script } from '../language.ts';
import { counted, mainlandDifference } from './stroke-table.ts';

let tables: Record<Script, Map<string, number>> | undefined;

function built(): Record<Script, Map<string, number>> {
  if (tables) return tables;
  const Hant = new Map(counted.flatMap(([strokes, characters]) => [...characters].map((character) => [character, strokes] as const)));
  const Hans = new Map(Hant);
  for (const [difference, characters] of mainlandDifference) for (const character of characters) Hans.set(character, (Hant.get(character) ?? 0) + difference);
  tables = { Hant, Hans };
  return tables;
}

/** The strokes of a character as they are counted where the script is written; null where it is not a usual one. */
export const strokesOf = (character: string, script: Script = 'Hant'): number | null => built()[script].get(character) ?? null;

/**
 * The order of two names by strokes of the surname, then the same surnames together, of them the shorter names first, then
 * by strokes of the next characters. What has no strokes (Latin letters, rare characters) comes last.
 */
export function compareByStrokes(one: string, other: string, script: Script = 'Hant'): number {
  const [first, second] = [[...one], [...other]];
  const surname = compareCharacters(first[0] ?? '', second[0] ?? '', script);
  if (surname !== 0) return surname;
  if (first.length !== second.length) return first.length - second.length;
  for (let at = 1; at < first.length; at++) {
    const order = compareCharacters(first[at] ?? '', second[at] ?? '', script);
    if (order !== 0) return order;
  }
  return 0;
}

function compareCharacters(one: string, other: string, script: Script): number {
  if (one === other) return 0;
  const [first, second] = [strokesOf(one, script) ?? Infinity, strokesOf(other, script) ?? Infinity];
  if (first !== second) return first < second ? -1 : 1;
  return one < other ? -1 : 1;
}
