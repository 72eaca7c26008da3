/** Numbers of items are derived, never stored; a layout says how each level is written. */
import { type Block, isSectionKind } from './blocks/index.ts';
import type { ItemLevel } from './level.ts';
import { numberLabel } from './number-label.ts';
import type { PrintNumber } from './print.ts';
import { flowsOf } from './walk.ts';

export type { ItemLevel } from './level.ts';
export { numberLabel } from './number-label.ts';

/** Writes the number of a level; `counts` has the count of each level down to it. */
export type WriteNumber = (level: ItemLevel, counts: readonly number[]) => string;

/** 一、（一）1.（1）. */
const usual: WriteNumber = (level, counts) => numberLabel(level, counts[level - 1] ?? 1);

/** Counts the items of one flow: the top level, the body of a section, or a table cell. */
class Counter {
  private readonly counts = [0, 0, 0, 0];
  /** The list instance of each level; '' where the next item opens one. */
  private readonly lists = ['', '', '', ''];
  private readonly write: WriteNumber;

  constructor(write: WriteNumber) {
    this.write = write;
  }

  restart(): void {
    this.counts.fill(0);
    this.lists.fill('');
  }

  next(id: string, level: ItemLevel, restart: boolean): PrintNumber {
    const at = level - 1;
    if (restart) {
      this.counts[at] = 0;
      this.lists[at] = '';
    }
    const above = at > 0 ? this.lists.slice(0, at).findLast((list) => list !== '') : undefined;
    const list = this.lists[at] || (restart ? id : (above ?? id));
    const count = (this.counts[at] ?? 0) + 1;
    this.counts.fill(0, level);
    this.counts[at] = count;
    this.lists.fill('', level);
    this.lists[at] = list;
    return { list, level, label: this.write(level, this.counts) };
  }
}

/**
 * The number of every item, by block id. Counting runs through a flow (the top level, the body of a section, a
 * table cell). A level starts again after an item of a higher level, after a heading, at a section, and where an
 * item says `restart`; what stands between items does not break it. `list` is the id of the item that opens a list.
 */
export function computeNumbers(blocks: readonly Block[], write: WriteNumber = usual): Map<string, PrintNumber> {
  const numbers = new Map<string, PrintNumber>();
  const walk = (flow: readonly Block[]) => {
    const counter = new Counter(write);
    for (const block of flow) {
      if (block.kind === 'item') numbers.set(block.id, counter.next(block.id, block.level, block.restart === true));
      else if (block.kind === 'heading' || isSectionKind(block.kind)) counter.restart();
      flowsOf(block).forEach(walk);
    }
  };
  walk(blocks);
  return numbers;
}
