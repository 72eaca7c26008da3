/** What the tests of the text do with an open meeting. */
import type { Page, Route } from 'playwright-core';

/** Makes an empty meeting and waits for its paper. */
export async function newBlankMeeting(page: Page): Promise<void> {
  await page.keyboard.press('Control+Alt+n');
  await page.locator('.template-card', { hasText: '空白' }).click();
  await page.locator('button[form="new-meeting-form"]').click();
  await page.locator('.mb-paper').waitFor();
  await page.locator('.mb-paper > .mb-paragraph').first().click();
  await page.waitForTimeout(60);
}

/** Pastes into what has the focus, as the browser would from a clipboard with these forms. */
export async function paste(page: Page, forms: Readonly<Record<string, string>>, picture?: string): Promise<void> {
  await page.evaluate(
    ({ forms, picture }) => {
      const data = new DataTransfer();
      for (const [type, text] of Object.entries(forms)) data.setData(type, text);
      if (picture) {
        const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], 'photo.png', { type: 'image/png' }));
      }
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    { forms, picture },
  );
  await page.waitForTimeout(80);
}

/** Carries out a command by its name in the palette. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('.palette-input').fill(name);
  await page.locator('.palette-item', { has: page.getByText(name, { exact: true }) }).click();
  await page.locator('.palette').waitFor({ state: 'detached' });
  await page.waitForTimeout(80);
}

/** The lines of the paper below the head, as they read. */
export const lines = (page: Page): Promise<string[]> =>
  page
    .locator('.mb-paper')
    .evaluate((paper) => [...paper.querySelectorAll('.mb-paragraph, .mb-item, .mb-bullet, .mb-heading, .mb-quote')].map((line) => line.textContent));

/** Keeps what the page asks of the store in one call from it, as a slow store would; what it gives lets it through. */
export async function holdBack(page: Page, call: string): Promise<() => Promise<void>> {
  const url = `**/rpc/store/${call}`;
  let end!: () => void;
  const isOver = new Promise<void>((resolve) => {
    end = resolve;
  });
  const held: Promise<void>[] = [];
  const hold = (route: Route): Promise<void> => {
    const passed = isOver.then(() => route.continue());
    held.push(passed);
    return passed;
  };
  await page.route(url, hold);
  return async () => {
    end();
    await Promise.all(held);
    await page.unroute(url, hold);
  };
}

/** Collects what the page throws; a test ends with none. */
export function failuresOf(page: Page): string[] {
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  return failures;
}
