/** Keys that come faster than the browser tells where the caret is. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Block } from '#shared/minutes/blocks/index.ts';
import { newMinutes } from '#shared/minutes/document.ts';
import { inlineText, plain } from '#shared/minutes/inline.ts';
import { type Bench, startBench } from './setup/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

it('Enter acts where the caret is, even before the browser has told of its move', async () => {
  const paragraph: Block = { id: 'para00000001', kind: 'paragraph', inline: plain('會議開始。') };
  await bench.open({ ...newMinutes({ title: '理事會會議紀錄' }), blocks: [paragraph] });
  await bench.page.locator('[data-block-id="para00000001"]').click();
  await bench.press('Home');
  await bench.page.evaluate(() => {
    const text = document.querySelector('[data-block-id="para00000001"] span')?.firstChild;
    if (!text) throw new Error('the paragraph has no text');
    getSelection()?.collapse(text, 2);
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true }));
  });
  await bench.page.waitForTimeout(100);
  const lines = (await bench.document()).blocks.map((block) => ('inline' in block ? inlineText(block.inline) : block.kind));
  expect(lines).toEqual(['會議', '開始。']);
});
