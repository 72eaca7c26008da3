/** Key to paint in a real Chromium: the time from a key event to the task after the frame that shows it. */
import type { Page } from 'playwright-core';

/** Flags without which frames wait for a 60 Hz clock and hide the difference. */
export const unthrottled = ['--disable-gpu-vsync', '--disable-frame-rate-limit'];

/**
 * Types `keys` letters at the caret and gives each one's key-to-paint time in milliseconds, the first `warmUp` left out.
 * The caret must stand in the text already.
 */
export async function keyToPaint(page: Page, keys = 120, warmUp = 20): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    window.addEventListener(
      'keydown',
      (event) => {
        const start = event.timeStamp;
        requestAnimationFrame(() => {
          // A message task runs after the frame of this callback was handed to the compositor.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => times.push(performance.now() - start);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  for (let index = 0; index < keys; index += 1) {
    await page.keyboard.press(index % 2 ? 'a' : 'b');
    await page.waitForFunction((count) => (window as unknown as { keyTimes: number[] }).keyTimes.length >= count, index + 1);
    await page.waitForTimeout(15);
  }
  return (await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)).slice(warmUp);
}
