/** `npm run layout-pictures`: a made-up record in each layout, exported and laid out by LibreOffice; its first and last page side by side in docs/layouts/. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium } from '#electron/loopback/e2e/setup/app.ts';
import { measurePdf, pagePng, pdfOf } from '#electron/docx/testing/paper.ts';
import { projectFolder } from '#electron/host/places.ts';
import { contentOf, noMeans } from '#electron/services/exports.ts';
import { type LayoutId, layoutIds, layouts } from '#shared/layouts/index.ts';
import type { BlockOf } from '#shared/minutes/blocks/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { boardMeeting, councilMeeting } from '#shared/minutes/fixtures.ts';
import { plain } from '#shared/minutes/inline.ts';
import { smallerPng } from './screenshots-png.ts';

const folder = join(projectFolder(), 'docs', 'layouts');
/** Dots per inch: a page is 579 points wide in the picture. */
const resolution = 70;

/** Final, so that no watermark hides what is to be seen. */
const final = (record: MinutesDocument, official?: MinutesDocument['meta']['official']): MinutesDocument => ({
  ...record,
  meta: { ...record.meta, draftMark: 'none', ...(official && { official, documentNumber: '' }) },
});

const attendance: BlockOf<'attendance'> = {
  id: 'picture00001',
  kind: 'attendance',
  heading: null,
  fields: { chair: '', present: '石仲平、柳思源、唐以安', proxy: '', inAttendance: '方若蘭、溫書瑜', leave: '葛明遠', absent: '' },
  values: { form: 'lists' },
  body: [],
};
const annexes: BlockOf<'annexes'> = {
  id: 'picture00002',
  kind: 'annexes',
  heading: null,
  fields: {},
  values: {},
  body: [{ id: 'picture00003', kind: 'paragraph', inline: plain('第一條　為了規範志願服務，制定本辦法。') }],
  data: { names: ['志願者管理辦法'] },
};

/** A mainland record for the mainland's layout, with everything that an official document has. */
function officialRecord(): MinutesDocument {
  const council = final(councilMeeting(), { issue: 3, copiesTo: '各會員單位，市園林局，市民政局，各區綠化辦公室，和風園藝社，松濤讀書會', printedOn: '2024-01-22' });
  return { ...council, blocks: [...council.blocks.filter(({ kind }) => kind !== 'attendance'), attendance, annexes] };
}

const records: Readonly<Record<LayoutId, () => MinutesDocument>> = {
  association: () => final(councilMeeting()),
  gbt9704: officialRecord,
  taiwan: () => final(boardMeeting()),
  hongkong: () => final(boardMeeting()),
};

await mkdir(folder, { recursive: true });
const browser = await launchChromium();
try {
  for (const id of layoutIds) {
    const file = await contentOf(records[id](), 'docx', noMeans, { layout: id, script: layouts[id].writing.script, copy: 'circulation', template: null });
    if (!file.ok || typeof file.value === 'string') throw new Error(`${id} could not be exported`);
    const pdf = await pdfOf(file.value);
    const pages = measurePdf(pdf).length;
    const shown = [...new Set([1, pages])].map((page) => `<img src="data:image/png;base64,${pagePng(pdf, page, resolution).toString('base64')}">`);
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.setContent(`<body style="margin:0;width:max-content;display:flex;gap:10px;padding:10px;background:#d8d6d2">${shown.join('')}</body>`);
    const picture = smallerPng(await page.locator('body').screenshot());
    await page.close();
    await writeFile(join(folder, `${id}.png`), picture);
    console.log(`docs/layouts/${id}.png: ${pages} pages, ${Math.round(picture.length / 1024)} KB`);
  }
} finally {
  await browser.close();
}
