import { chineseNumeral } from '../text/numerals.ts';
import type { ItemLevel } from './level.ts';

/** The number of an item as it is read: 「一、」「（二）」「3.」「（4）」. */
export function numberLabel(level: ItemLevel, count: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(count)}、`;
    case 2:
      return `（${chineseNumeral(count)}）`;
    case 3:
      return `${count}.`;
    case 4:
      return `（${count}）`;
  }
}
