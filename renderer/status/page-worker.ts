/** Composes the pages of a record beside the window's own thread: keys never wait for it. */
import { layoutOf } from '#shared/layouts/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { compose } from '#shared/pages/compose.ts';
import { placesOf } from './page-places.ts';

addEventListener('message', ({ data: document }: MessageEvent<MinutesDocument>) => {
  const layout = layoutOf(document.meta.layout);
  postMessage(placesOf(compose(printDocument(document, layout), layout)));
});
