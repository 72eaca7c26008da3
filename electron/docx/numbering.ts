/** Native numbering: one multi-level list for the items, one for the bullets, both bound to the styles. */
import type { INumberingOptions } from 'docx';
import type { PrintNumber } from '#shared/minutes/print.ts';
import type { StyleNumbers } from './styles.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import type { LayoutNumber } from '#shared/layouts/numbers.ts';
import type { StyleName } from '#shared/minutes/styles.ts';
import { pointTwips } from '#shared/layouts/measures.ts';
import { styleIds } from './layout.ts';

export const itemList = 'items';
export const bulletList = 'bullets';
/** Lists of one level each; a layout has those that it counts. */
const countedLists = { chapter: 'chapters', motion: 'motions', paragraph: 'paragraphs' } as const;

/** The lists that the styles are bound to. docx keeps number 1 for bullets of its own; these are the next ones. */
export const styleNumbers: StyleNumbers = { items: 2, bullets: 3, chapters: 4 };

/** The lists of a layout in the order that `styleNumbers` promises to the styles. */
export function styleLists({ numbers }: LayoutProfile): string[] {
  return [itemList, bulletList, ...(numbers.chapters ? [countedLists.chapter] : [])];
}

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
      ...countedOptions(layout),
    ],
  };
}

const hundredths = (characters: number): number => Math.round(characters * 100);

/** The lists of one level: each stands where the style of what it counts stands. */
function countedOptions({ numbers, styles }: LayoutProfile): INumberingOptions['config'][number][] {
  const option = (list: string, number: LayoutNumber | null, style: StyleName, isBound: boolean): INumberingOptions['config'][number][] => {
    if (!number) return [];
    const { indent, pt } = styles[style];
    const first =
      indent.hanging > 0
        ? { hanging: pointTwips(indent.hanging * pt), ...(!isBound && { hangingChars: hundredths(indent.hanging) }) }
        : { firstLine: pointTwips(indent.firstLine * pt), firstLineChars: hundredths(indent.firstLine) };
    const paragraph = { indent: { left: pointTwips(indent.left * pt), ...first } };
    return [{ reference: list, levels: [{ level: 0, format: number.format, text: number.text, suffix: number.suffix, style: { ...(isBound && { style: styleIds[style] }), paragraph } }] }];
  };
  return [
    ...option(countedLists.chapter, numbers.chapters, 'heading1', true),
    ...option(countedLists.motion, numbers.motions, 'sectionHeading', false),
    ...option(countedLists.paragraph, numbers.paragraphs, 'body', false),
  ];
}

/** Where the number of a paragraph comes from: the list, its level and its instance. */
export function numberPlace(number: PrintNumber, lists: Lists): { reference: string; level: number; instance: number } {
  const reference = number.of ? countedLists[number.of] : itemList;
  return { reference, level: number.level - 1, instance: number.of === 'chapter' ? 0 : lists.instance(number) };
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
