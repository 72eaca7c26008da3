/** Cards (people, bodies, templates, phrases) that are not as they were written, and what the backups have of them. */
import type { CardName, StoredCard } from '#electron/db/cards.ts';
import type { Db } from '#electron/db/index.ts';
import type { Aside } from './aside.ts';
import type { Sources } from './sources.ts';

/** A card that is damaged, with the name that she knows it by as far as that can still be read. */
export interface DamagedCard extends CardName {
  title: string;
}

/** Looks at the hash of every card; nothing is changed. */
export const damagedCards = (db: Db): DamagedCard[] =>
  db.cards.stored().flatMap(({ collection, id, text, whole }) => (whole ? [] : { collection, id, title: titleIn(text) || id }));

const titleIn = (text: string): string => /"(?:name|title|text)":"([^"\\]{1,100})/.exec(text)?.[1] ?? '';

/** A good card out of the newest backup that has one, verified ones first. */
export function cardInBackups(sources: Sources, name: CardName): StoredCard | null {
  for (const backup of sources.backups()) {
    const found = backup.card(name);
    if (found) return found;
  }
  return null;
}

/** Puts the newest good card in the place of each damaged one, which is set aside; how many could be. What is nowhere stays as it is. */
export function repairCards(db: Db, sources: Sources, aside: Aside, damaged: readonly DamagedCard[]): number {
  let repaired = 0;
  for (const { collection, id } of damaged) {
    const found = cardInBackups(sources, { collection, id });
    const broken = db.cards.stored().find((card) => card.collection === collection && card.id === id);
    if (!found || !broken) continue;
    aside.put(`${collection}-${id}`.replaceAll(/[^\w-]/g, '_').concat('.json'), Buffer.from(broken.text));
    db.write(() => db.cards.putStored(found));
    repaired += 1;
  }
  return repaired;
}

/** Adds the cards that a salvaged database lost and its newest verified backup has; how many. */
export function completeCards(db: Db, sources: Sources): number {
  const [backup] = sources.backups();
  const there = new Set(db.cards.stored().map(({ collection, id }) => `${collection} ${id}`));
  const missing = [...(backup?.cards() ?? [])].filter(({ collection, id }) => !there.has(`${collection} ${id}`));
  if (missing.length > 0) db.write(() => missing.forEach((card) => db.cards.putStored(card)));
  return missing.length;
}
