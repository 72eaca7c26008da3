import type { Block } from './blocks/index.ts';
import type { MinutesDocument } from './document.ts';
import { newId } from './id.ts';
import { blocksWithin, editBlock } from './walk.ts';

/** A copy of blocks in which each, and everything inside, has a new id. */
export const withNewIds = <Kind extends Block>(blocks: readonly Kind[]): Kind[] =>
  blocks.map((block) => editBlock(block, { id: newId }));

/**
 * A record in which no id stands for two blocks or two people: the first keeps it, later ones get an id made from
 * it, the same on every opening, so that a save still finds its blocks. The same object where nothing is twice.
 */
export function withUniqueIds(document: MinutesDocument): MinutesDocument {
  const ids = document.blocks.flatMap((block) => [...blocksWithin(block)].map((one) => one.id));
  const people = document.roster.map((person) => person.id);
  if (new Set(ids).size === ids.length && new Set(people).size === people.length) return document;
  const block = idKeeper(ids);
  const person = idKeeper(people);
  return {
    ...document,
    blocks: document.blocks.map((one) => editBlock(one, { id: block })),
    roster: document.roster.map((one) => ({ ...one, id: person(one.id) })),
  };
}

/** Gives back an id the first time it is asked for it, and later `<id>d2`, `<id>d3` …, never one that is in use. */
function idKeeper(inUse: readonly string[]): (id: string) => string {
  const taken = new Set(inUse);
  const seen = new Set<string>();
  return (id) => {
    if (!seen.has(id)) {
      seen.add(id);
      return id;
    }
    let copy = 2;
    while (taken.has(`${id.slice(0, 24)}d${copy}`)) copy += 1;
    const free = `${id.slice(0, 24)}d${copy}`;
    taken.add(free);
    return free;
  };
}
