import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { desktopPdf } from './pdf.ts';

/** What a window and a session of the desktop do, without one. */
function setUp(print: () => Promise<Uint8Array> = async () => new TextEncoder().encode('%PDF-1.4')) {
  type Answer = (request: { url: string }) => Response;
  let answer: Answer = () => new Response();
  let allowed: (url: string) => boolean = () => true;
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
    setSpellCheckerEnabled: vi.fn(),
    protocol: { handle: (_: string, handler: Answer) => (answer = handler) },
    webRequest: {
      onBeforeRequest: (handler: (details: { url: string }, say: (response: { cancel: boolean }) => void) => void) => {
        allowed = (url) => {
          let cancelled = true;
          handler({ url }, ({ cancel }) => (cancelled = cancel));
          return !cancelled;
        };
      },
    },
  });
  const seen = { options: [] as BrowserWindowConstructorOptions[], pages: [] as Response[], destroyed: 0 };
  const printToPDF = vi.fn(print);
  const open = (options: BrowserWindowConstructorOptions) => {
    seen.options.push(options);
    const loadURL = async (url: string) => void seen.pages.push(answer({ url }));
    return { loadURL, webContents: { printToPDF }, destroy: () => (seen.destroyed += 1) } as unknown as BrowserWindow;
  };
  return { pdf: desktopPdf(session as unknown as Session, open, 200), seen, printToPDF, allowed: (url: string) => allowed(url), answer: (url: string) => answer({ url }) };
}

test('a window that nobody sees prints the page, with bookmarks and selectable text', async () => {
  const { pdf, seen, printToPDF } = setUp();
  expect(await pdf('<h1>紀錄</h1>')).toEqual({ ok: true, value: new TextEncoder().encode('%PDF-1.4') });
  expect(printToPDF).toHaveBeenCalledWith(expect.objectContaining({ preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true }));
  expect(await seen.pages[0]?.text()).toBe('<h1>紀錄</h1>');
  expect(seen.destroyed).toBe(1);
});

test('that window has no Node, no scripts and no way out', async () => {
  const { pdf, seen, allowed, answer } = setUp();
  await pdf('<p>');
  const options = seen.options[0];
  expect(options).toMatchObject({ show: false, webPreferences: { sandbox: true, nodeIntegration: false, contextIsolation: true, javascript: false, webSecurity: true } });
  expect(options?.webPreferences).not.toHaveProperty('preload');
  expect(seen.pages[0]?.headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
  for (const url of ['https://minutes.example/', 'file:///etc/passwd', 'minutebook://app/', 'data:text/html,x']) expect(allowed(url)).toBe(false);
  expect(allowed('data:image/png;base64,AAAA')).toBe(true);
  // What was printed is not kept.
  expect(answer('minutebook://paper/1').status).toBe(404);
});

test.each([
  ['fails', () => Promise.reject(new Error('no'))],
  ['never ends', () => new Promise<never>(() => undefined)],
])('printing that %s is said, and its window goes', async (_, print) => {
  const { pdf, seen } = setUp(print);
  expect(await pdf('<p>')).toEqual({ ok: false, error: { code: 'pdf.failed' } });
  expect(seen.destroyed).toBe(1);
});
