/** Word export of a record of 30 pages. */
import { associationLayout, printToDocx } from '#electron/docx/index.ts';
import { longRecord } from '#shared/minutes/fixtures.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { type Figure, figure, measure } from './figures.ts';

/** From the record to the bytes of the file; the first export of a run, which loads the library, stands apart. */
export async function exportFigures(): Promise<Figure[]> {
  const record = longRecord(30);
  const write = () => printToDocx(printDocument(record, { layout: 'association' }), { layout: associationLayout, asset: () => Promise.resolve(null) });
  const first = await measure(1, write, 0);
  const later = await measure(20, write);
  return [figure('Word export, 30 pages, the first of a run', first), figure('Word export, 30 pages', later, { at: 'p50', most: 300 })];
}
