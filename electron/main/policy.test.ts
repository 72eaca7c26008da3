import { describe, expect, test } from 'vitest';
import { isOwnPage, isOwnRequest, isTrustedFrame, webPreferences, windowOptions } from './policy.ts';

test('the window is walled off from Node, from other programs and from the network', () => {
  const preferences = webPreferences('/preload.cjs', false);
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    plugins: false,
    spellcheck: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    devTools: false,
  });
  expect(windowOptions({ x: 5, y: 6 }, preferences)).toMatchObject({ x: 5, y: 6, width: 1280, height: 800, show: false, webPreferences: preferences });
});

describe('addresses', () => {
  test.each(['minutebook://app/', 'minutebook://app/index.html', 'minutebook://app/assets/a.js'])('%s is ours', (url) => {
    expect(isOwnPage(url)).toBe(true);
    expect(isOwnRequest(url, false)).toBe(true);
  });

  test.each([
    'minutebook://application/',
    'minutebook://app.example/',
    'https://app/',
    'file:///etc/passwd',
    'https://minutes.example/?minutebook://app/',
    'javascript:alert(1)',
    'about:blank',
    '',
  ])('“%s” is not', (url) => {
    expect(isOwnPage(url)).toBe(false);
    expect(isOwnRequest(url, false)).toBe(false);
  });

  test('pictures in memory are, pages in memory are not', () => {
    expect(isOwnRequest('blob:minutebook://app/1b4e28ba', false)).toBe(true);
    expect(isOwnRequest('data:image/png;base64,AAAA', false)).toBe(true);
    expect(isOwnRequest('blob:https://minutes.example/1b4e28ba', false)).toBe(false);
    expect(isOwnRequest('data:text/html,<p>', false)).toBe(false);
  });

  test('the developer tools load only where they are allowed', () => {
    expect(isOwnRequest('devtools://devtools/bundled/x.js', true)).toBe(true);
    expect(isOwnRequest('devtools://devtools/bundled/x.js', false)).toBe(false);
  });
});

describe('a sender', () => {
  const main = { parent: null, url: 'minutebook://app/' };

  test('is trusted in the main frame of our page', () => {
    expect(isTrustedFrame(main)).toBe(true);
  });

  test.each([
    ['is gone', null],
    ['is a frame inside the page', { parent: main as never, url: 'minutebook://app/' }],
    ['has left for another page', { parent: null, url: 'https://minutes.example/' }],
    ['is a page of nothing', { parent: null, url: 'about:blank' }],
  ])('is refused when it %s', (_, frame) => {
    expect(isTrustedFrame(frame)).toBe(false);
  });
});
