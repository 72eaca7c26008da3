import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { Changes } from '#shared/rpc/schemas.ts';

/** Whether a stored record already holds all of a change: the answer to its save was lost, not the save. */
export function holds(document: MinutesDocument, changes: Changes): boolean {
  const stored = new Map(document.blocks.map((block) => [block.id, block]));
  return (
    (changes.meta === undefined || same(changes.meta, document.meta)) &&
    (changes.roster === undefined || same(changes.roster, document.roster)) &&
    (changes.order === undefined || same(changes.order, document.blocks.map((block) => block.id))) &&
    changes.blocks.every((block) => same(block, stored.get(block.id)))
  );
}

function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const keys = definedKeys(one);
  return keys.length === definedKeys(other).length && keys.every((key) => same(Reflect.get(one, key), Reflect.get(other, key)));
}

const definedKeys = (value: object) => Object.keys(value).filter((key) => Reflect.get(value, key) !== undefined);
