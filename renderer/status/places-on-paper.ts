/** Where what of a record stands when it is printed. For the worker: the window itself composes nothing before somebody looks. */
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { paperWriting } from '#shared/minutes/paper-writing.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { compose } from '#shared/pages/compose.ts';
import { type PagePlaces, placesOf } from './page-places.ts';

/** In the script and the words of the layout. The dictionaries are loaded only for a record that is written otherwise. */
export async function placesOnPaper(document: MinutesDocument, layout: LayoutProfile): Promise<PagePlaces> {
  const paper = paperWriting(document.meta, layout, null).isOther ? (await import('#shared/minutes/paper.ts')).forPaper(document, layout, null) : document;
  return placesOf(compose(printDocument(paper, layout), layout));
}
