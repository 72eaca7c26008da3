/** Composes the pages of a record beside the window's own thread: keys never wait for it. */
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { compose } from '#shared/pages/compose.ts';
import { placesOf } from './page-places.ts';

addEventListener('message', ({ data: { document, layout } }: MessageEvent<{ document: MinutesDocument; layout: LayoutProfile }>) => {
  postMessage(placesOf(compose(printDocument(document, layout), layout)));
});
