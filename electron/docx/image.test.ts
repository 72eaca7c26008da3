import { layouts } from '#shared/layouts/index.ts';
import { describe, expect, test } from 'vitest';
import type { PrintImage } from '#shared/minutes/print.ts';
import { unshownImages } from './index.ts';
import { pictureSize } from '#shared/print/picture-size.ts';
import { imageType } from './image.ts';
import { all, at, openDocx, textOf, val } from './testing/opened.ts';
import { exported, paper, paragraph, png } from './testing/records.ts';

const image = (given: Partial<PrintImage> = {}): PrintImage => ({
  type: 'image',
  asset: 'a'.repeat(64),
  mime: 'image/png',
  width: 800,
  height: 400,
  paperWidth: null,
  alt: '會場全景',
  ...given,
});
const webp = Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1');

describe('a picture', () => {
  test('stands in a line of its own with its description and its file', async () => {
    const file = openDocx(await exported(paper([image(), paragraph('圖一', { style: 'caption' })])));
    const [own, caption] = file.paragraphs;
    expect(val(own, 'w:pStyle')).toBe('Picture');
    expect(val(caption, 'w:pStyle')).toBe('Caption');
    expect(at(own, 'wp:docPr')?.attributes['descr']).toBe('會場全景');
    expect(file.names).toContain('word/media/image1.png');
    // An exact line height would clip it.
    expect(at(file.style('Picture'), 'w:spacing')?.attributes['w:lineRule']).toBe('auto');
  });

  test('is stored once however often it is shown', async () => {
    const file = openDocx(await exported(paper([image(), image()])));
    expect(file.names.filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
    expect(all(file.body, 'wp:docPr').map((each) => each.attributes['id'])).toEqual(['1', '2']);
  });

  test.each([
    ['PNG', png, 'png'],
    ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'jpg'],
    ['GIF', Buffer.from('GIF89a'), 'gif'],
    ['WebP', webp, null],
    ['an empty file', Buffer.alloc(0), null],
  ])('%s is known by its first bytes', (_, data, type) => {
    expect(imageType(data)).toBe(type);
  });

  test.each([
    ['as wide as asked', { paperWidth: 120 }, { width: 6803, height: 3401 }],
    ['natural at 96 dpi', { width: 96, height: 48 }, { width: 1440, height: 720 }],
    ['never wider than the type area', { paperWidth: 400 }, { width: 8844, height: 4422 }],
    ['never taller than a page', { width: 100, height: 4000 }, { width: 295, height: 11807 }],
  ])('%s', (_, given, size) => {
    expect(pictureSize(layouts.association, image(given))).toEqual(size);
  });

  test.each([
    ['that Word does not know', webp],
    ['that is not in the store', null],
  ])('%s leaves a marked line with its description', async (_, data) => {
    const file = openDocx(await exported(paper([image({ anchor: 'pic1' })]), () => data));
    expect(textOf(file.paragraphs[0]!)).toBe('〔圖片未能放入：會場全景〕');
    expect(val(file.paragraphs[0], 'w:highlight')).toBe('yellow');
    expect(at(file.paragraphs[0], 'w:bookmarkStart')?.attributes['w:name']).toBe('n_pic1');
    const asset = () => Promise.resolve(data);
    expect(await unshownImages(paper([image(), paragraph('一')]), asset)).toEqual([image()]);
  });

  test('a picture that Word shows is not reported', async () => {
    expect(await unshownImages(paper([image()]), () => Promise.resolve(png))).toEqual([]);
  });
});
