import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateMeeting } from '#electron/db/generate.ts';
import { png } from '#electron/docx/testing/records.ts';
import { chromiumPdf } from '#electron/host/chromium-pdf.ts';
import { layouts } from '#shared/layouts/index.ts';
import { blocks } from '#shared/minutes/blocks/index.ts';
import { compose } from '#shared/pages/compose.ts';
import { asItIs } from '#shared/export/options.ts';
import { ok } from '#shared/result.ts';
import { chromiumPath } from '../../scripts/chromium.ts';
import { contentOf, paperOf } from './exports.ts';
import { outlineOf } from './testing/outline.ts';

const canRead = spawnSync('pdftotext', ['-v']).status === 0;
const browser = await chromiumPath();

const bare = (text: string): string => text.replace(/\s/g, '');

/** Some pages of headings, items, tables and a picture. */
const record = (() => {
  const document = generateMeeting(3, { characters: 2500 });
  return { ...document, blocks: [...document.blocks, ...blocks.image.fixtures] };
})();

describe.each(['association', 'gbt9704'] as const)('the PDF of a record in the layout %s', (id) => {
  const layout = layouts[id];
  const pages = compose(paperOf(record, asItIs, layout).print, layout);
  let pdf: Uint8Array;
  beforeAll(async () => {
    const made = await contentOf(record, 'pdf', { pictures: { read: async () => ok(png) }, pdf: chromiumPdf(() => [browser]) }, { ...asItIs, layout: id });
    if (!made.ok) throw new Error(made.error.code);
    pdf = made.value as Uint8Array;
  }, 60_000);

  test.skipIf(!canRead)('has the composed pages, of the size of the paper, with every line as text in its order', () => {
    const text = Buffer.from(pdf).toString('latin1');
    const sizes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(sizes).toHaveLength(pages.pages.length);
    for (const [, width, height] of sizes) {
      expect(Math.abs(Number(width) - pages.width)).toBeLessThan(1);
      expect(Math.abs(Number(height) - pages.height)).toBeLessThan(1);
    }
    const written = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).split('\f').map(bare);
    for (const [index, { paragraphs }] of pages.pages.entries()) {
      let from = 0;
      for (const { pieces } of paragraphs.flatMap(({ lines }) => lines)) {
        const line = bare(pieces.map(({ text: piece }) => piece).join(''));
        const at = written[index]?.indexOf(line, from) ?? -1;
        expect({ line, found: at >= from }).toEqual({ line, found: true });
        from = at + line.length;
      }
    }
  });

  test('has a bookmark for every heading', () => {
    const headings = pages.pages.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ outline, lines }) => (outline === undefined ? [] : [lines.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')])),
    );
    expect(headings.length).toBeGreaterThan(1);
    expect(outlineOf(pdf).map(bare)).toEqual(headings.map(bare));
  });

  test('says nothing of the computer, the hour or the browser', () => {
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).not.toMatch(/\/(Creator|Producer|CreationDate|ModDate)\b/);
    expect(text).not.toContain('Mozilla');
  });
});
