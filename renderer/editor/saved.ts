/** What the store has of a record, so that only the difference is sent. */
import type { Block } from '#shared/minutes/blocks/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import type { Person } from '#shared/minutes/roster.ts';
import type { Changes } from '#shared/rpc/schemas.ts';
import { same } from './same.ts';

export class Saved {
  private meta: Meta | null = null;
  private roster: readonly Person[] | null = null;
  private order: readonly string[] | null = null;
  private readonly blocks = new Map<string, Block>();

  constructor(document: MinutesDocument, shown: readonly Block[] = []) {
    this.hold(document, shown);
  }

  /**
   * The store has exactly this. `shown` are the blocks as the editor reads them: those that are equal are held as the
   * same objects, so that a save compares by identity and not every block of a long record letter by letter.
   */
  hold(document: MinutesDocument, shown: readonly Block[]): void {
    this.meta = document.meta;
    this.roster = document.roster;
    this.order = document.blocks.map((block) => block.id);
    this.blocks.clear();
    for (const block of document.blocks) this.blocks.set(block.id, block);
    for (const block of shown) if (same(this.blocks.get(block.id), block)) this.blocks.set(block.id, block);
  }

  /** What differs from the store, which from here on counts as there; null where nothing does. */
  take(meta: Meta, roster: readonly Person[], blocks: readonly Block[]): Changes | null {
    const changed = blocks.filter((block) => !same(this.blocks.get(block.id), block));
    const order = blocks.map((block) => block.id);
    const changes: Changes = {
      ...(!same(this.meta, meta) && { meta }),
      ...(!same(this.roster, roster) && { roster: [...roster] }),
      ...(!same(this.order, order) && { order }),
      blocks: changed,
    };
    for (const block of blocks) this.blocks.set(block.id, block);
    if (changes.order) {
      const there = new Set(order);
      for (const id of this.blocks.keys()) if (!there.has(id)) this.blocks.delete(id);
    }
    this.meta = meta;
    this.roster = roster;
    this.order = order;
    return changes.meta || changes.roster || changes.order || changed.length > 0 ? changes : null;
  }

  /** A save did not happen: what it held is not there. */
  giveBack(changes: Changes): void {
    if (changes.meta) this.meta = null;
    if (changes.roster) this.roster = null;
    if (changes.order) this.order = null;
    for (const block of changes.blocks) this.blocks.delete(block.id);
  }
}
