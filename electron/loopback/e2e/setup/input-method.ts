import type { Page } from 'playwright-core';

/** Types through an input method: each step as it shows while composing, then what she chose. */
export async function compose(page: Page, steps: readonly string[], chosen: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  for (const text of steps) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(30);
  }
  await cdp.send('Input.insertText', { text: chosen });
  await page.waitForTimeout(40);
  await cdp.detach();
}
