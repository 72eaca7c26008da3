/** Composes the pages of a record beside the window's own thread: keys never wait for it. */
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { placesOnPaper } from './places-on-paper.ts';

let asked = 0;

addEventListener('message', async ({ data: { document, layout } }: MessageEvent<{ document: MinutesDocument; layout: LayoutProfile }>) => {
  const own = (asked += 1);
  const places = await placesOnPaper(document, layout);
  if (own === asked) postMessage(places);
});
