/** Judged by another reader of PNG: Chromium itself. */
import { expect, test } from 'vitest';
import { launchChromium } from '#electron/loopback/e2e/setup/app.ts';
import { smallerPng } from './screenshots-png.ts';

test('a screenshot becomes smaller and keeps every pixel', async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 480, height: 300 } });
    await page.setContent(`<body style="background:linear-gradient(#f5f4f2,#eee)"><p style="font:16px serif">${'會議審議通過了《志工管理辦法》修訂案。'.repeat(20)}</p>`);
    const before = await page.screenshot();
    const after = smallerPng(before);
    expect(after.length).toBeLessThan(before.length);
    const pixels = (png: Buffer) =>
      page.evaluate(async (base64) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        const data = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        return data.join();
      }, png.toString('base64'));
    expect(await pixels(after)).toBe(await pixels(before));
  } finally {
    await browser.close();
  }
});
