/** Old records come in: a thousand made-up files of Word and text become records. */
import { printToDocx } from '#electron/docx/index.ts';
import { foreignDocx, p } from '#electron/docx/reading/testing/foreign.ts';
import { readRecord } from '#electron/services/reading/index.ts';
import { layouts } from '#shared/layouts/index.ts';
import { longRecord } from '#shared/minutes/fixtures.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { textOf } from './meetings.ts';
import type { Figure } from './figures.ts';

const count = 1000;

/** Files a second, from bytes to a checked record; a third each of text, of Word by others, and of Word by this program. */
export async function importFigures(): Promise<Figure[]> {
  const texts = Array.from({ length: 40 }, (_, index) => textOf(index));
  const own = await printToDocx(printDocument(longRecord(7), layouts.association), { layout: layouts.association, asset: () => Promise.resolve(null) });
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const files = Array.from({ length: count }, (_, index): [string, Uint8Array] => {
    const text = texts[index % texts.length] ?? '';
    if (index % 3 === 0) return [`11301${String(index % 28).padStart(2, '0')}_三屆${index}次理事會.txt`, new TextEncoder().encode(text)];
    return [`${index}.docx`, index % 3 === 1 ? foreignDocx(text.split('\n').map((line) => p(escaped(line) || ' ')).join('')) : own];
  });
  const start = performance.now();
  for (const [name, bytes] of files) {
    const read = await readRecord(bytes, name);
    if (!read.ok) throw new Error(`${name}: ${read.error.code}`);
  }
  const seconds = (performance.now() - start) / 1000;
  return [{ name: `files of about 5,000 characters that become records, of ${count}`, unit: 'files/s', p50: count / seconds }];
}
