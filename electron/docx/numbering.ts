/** Native numbering: one multi-level list for the items, one for the bullets, both bound to the styles. */
import type { INumberingOptions } from 'docx';
import type { PrintNumber } from '#shared/minutes/print.ts';
import type { StyleNumbers } from './styles.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { pointTwips, styleIds } from './layout.ts';

export const itemList = 'items';
export const bulletList = 'bullets';

/** The lists that the styles are bound to. docx keeps number 1 for bullets of its own; these are the next two. */
export const styleNumbers: StyleNumbers = { items: 2, bullets: 3 };

/** The levels of both lists. Each repeats the indent of its style: LibreOffice resets a level that has none. */
export function numberingOptions(layout: LayoutProfile): INumberingOptions {
  const bulletPt = layout.styles.bullet.pt;
  return {
    config: [
      {
        reference: itemList,
        levels: layout.items.map((item, level) => {
          const { indent, pt } = layout.styles[item.style];
          return {
            level,
            format: item.format,
            text: item.text,
            suffix: item.suffix,
            style: {
              style: styleIds[item.style],
              paragraph: {
                indent: {
                  left: pointTwips(indent.left * pt),
                  ...(indent.hanging > 0
                    ? { hanging: pointTwips(indent.hanging * pt) }
                    : { firstLine: pointTwips(indent.firstLine * pt), firstLineChars: Math.round(indent.firstLine * 100) }),
                },
              },
            },
          };
        }),
      },
      {
        reference: bulletList,
        levels: layout.bullets.map((bullet, level) => ({
          level,
          format: 'bullet' as const,
          text: bullet.text,
          style: {
            ...(level === 0 && { style: styleIds.bullet }),
            paragraph: { indent: { left: pointTwips(bullet.left * bulletPt), hanging: pointTwips(bullet.hanging * bulletPt) } },
          },
        })),
      },
    ],
  };
}

/** Gives every list of a record its instance; 0 is the list of the styles themselves. */
export class Lists {
  private readonly instances = new Map<string, number>();

  instance({ list }: PrintNumber): number {
    const known = this.instances.get(list);
    if (known !== undefined) return known;
    const next = this.instances.size + 1;
    this.instances.set(list, next);
    return next;
  }
}
