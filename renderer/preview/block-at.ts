import type { Page } from '#shared/pages/page.ts';

/** The block whose text or picture stands nearest to a place on the page, in points; null on a page without any. */
export function blockAt({ paragraphs, pictures }: Pick<Page, 'paragraphs' | 'pictures'>, x: number, y: number): string | null {
  const boxes = [
    ...pictures.flatMap(({ anchor, ...box }) => (anchor === undefined ? [] : [{ anchor, ...box }])),
    ...paragraphs.flatMap(({ anchor, lines }) =>
      anchor === undefined
        ? []
        : lines.flatMap(({ y: top, height, pieces }) => {
            const [first, last] = [pieces[0], pieces.at(-1)];
            return first && last ? [{ anchor, x: first.x, y: top, width: last.x + last.width - first.x, height }] : [];
          }),
    ),
  ];
  const outside = (at: number, from: number, length: number): number => Math.max(from - at, 0, at - from - length);
  let nearest: { anchor: string; far: number } | null = null;
  for (const box of boxes) {
    // Lines are read across: what stands at the same height is nearer than what stands above it.
    const far = outside(y, box.y, box.height) * 10 + outside(x, box.x, box.width);
    if (nearest === null || far < nearest.far) nearest = { anchor: box.anchor, far };
  }
  return nearest?.anchor ?? null;
}
