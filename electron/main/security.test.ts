import { EventEmitter } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session, WebContents } from 'electron';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answerPage, secureContents, secureSession } from './security.ts';
import { isPrevented } from './testing.ts';

describe('the session', () => {
  type Request = (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void;
  const setUp = () => {
    const session = Object.assign(new EventEmitter(), {
      setPermissionRequestHandler: vi.fn(),
      setPermissionCheckHandler: vi.fn(),
      setDevicePermissionHandler: vi.fn(),
      setSpellCheckerEnabled: vi.fn(),
      webRequest: { onBeforeRequest: vi.fn<(handler: Request) => void>() },
    });
    secureSession(session as unknown as Session, false);
    return session;
  };

  test.each(['geolocation', 'media', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen'])('denies %s, asked or checked', (permission) => {
    const session = setUp();
    const answer = vi.fn();
    session.setPermissionRequestHandler.mock.calls[0]![0](null, permission, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(session.setPermissionCheckHandler.mock.calls[0]![0](null, permission)).toBe(false);
    expect(session.setDevicePermissionHandler.mock.calls[0]![0]({ deviceType: 'usb' })).toBe(false);
  });

  test('sends no request that is not ours, and downloads nothing', () => {
    const session = setUp();
    const cancelled = (url: string): boolean => {
      let cancel = false;
      session.webRequest.onBeforeRequest.mock.calls[0]![0]({ url }, (response) => (cancel = response.cancel));
      return cancel;
    };
    expect(cancelled('minutebook://app/index.html')).toBe(false);
    for (const url of ['https://minutes.example/', 'http://127.0.0.1/', 'ws://minutes.example/', 'file:///etc/passwd']) expect(cancelled(url)).toBe(true);
    expect(isPrevented(session, 'will-download')).toBe(true);
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
  });
});

describe('a page', () => {
  const setUp = () => {
    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() });
    secureContents(contents as unknown as WebContents);
    return contents;
  };

  test('opens no windows and no pages inside', () => {
    const contents = setUp();
    expect(contents.setWindowOpenHandler.mock.calls[0]![0]({ url: 'https://minutes.example/' })).toEqual({ action: 'deny' });
    expect(isPrevented(contents, 'will-attach-webview')).toBe(true);
  });

  test.each(['will-navigate', 'will-frame-navigate'])('stays where it is (%s), but may load itself again', (name) => {
    const contents = setUp();
    expect(isPrevented(contents, name, { url: 'https://minutes.example/' })).toBe(true);
    expect(isPrevented(contents, name, { url: 'file:///home' })).toBe(true);
    expect(isPrevented(contents, name, { url: 'minutebook://app/' })).toBe(false);
  });

  test('is never sent on', () => {
    expect(isPrevented(setUp(), 'will-redirect', { url: 'minutebook://app/' })).toBe(true);
  });
});

describe('the scheme', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'minutebook-scheme-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html>');
  });
  afterAll(() => rm(folder, { recursive: true }));
  const answer = (url: string, method = 'GET') => answerPage({ url, method }, folder);

  test('serves the page under its policy', async () => {
    const response = await answer('minutebook://app/');
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each(['minutebook://other/', 'minutebook://app/..%2findex.html', 'minutebook://app/none.js'])('has nothing at %s', async (url) => {
    expect((await answer(url)).status).toBe(404);
  });

  test('takes nothing in', async () => {
    expect((await answer('minutebook://app/', 'POST')).status).toBe(404);
  });
});
