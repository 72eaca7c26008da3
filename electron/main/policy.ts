/** The desktop's security policy, as functions that need no Electron to be tested. */
import type { BrowserWindowConstructorOptions, Rectangle, Session, WebFrameMain, WebPreferences } from 'electron';

/** The program's own scheme: the page never comes from a file or from the network. */
export const scheme = 'minutebook';
export const origin = `${scheme}://app`;
export const homePage = `${origin}/`;

/** What the scheme may do: be an origin with its own policy, and fetch itself. */
export const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true } as const;

/** Whether an address is a page of the program. */
export function isOwnPage(url: string): boolean {
  return url === origin || url.startsWith(homePage);
}

/** Whether a request may be sent at all: the page's own files, pictures in memory, and nothing from elsewhere. */
export function isOwnRequest(url: string, devTools: boolean): boolean {
  if (isOwnPage(url) || url.startsWith(`blob:${homePage}`) || url.startsWith('data:image/')) return true;
  return devTools && url.startsWith('devtools://');
}

/** Where a window that prints finds what it prints. */
export const paperPage = `${scheme}://paper/`;

/** Whether a window that prints may ask for this: what it prints, and the pictures that are written in it. */
export const isPaperRequest = (url: string): boolean => url.startsWith(paperPage) || url.startsWith('data:image/');

/** Whether a message came from the main frame of our own page. A frame that is gone is nobody. */
export function isTrustedFrame(frame: Pick<WebFrameMain, 'parent' | 'url'> | null): boolean {
  return frame !== null && frame.parent === null && isOwnPage(frame.url);
}

/** The page's own. */
export const webPreferences = (preload: string, devTools: boolean): WebPreferences => ({ preload, ...walls(devTools) });

/** Everything that could loosen the walls of a page, said aloud. */
function walls(devTools: boolean): WebPreferences {
  return {
    devTools,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    plugins: false,
    // It would download dictionaries.
    spellcheck: false,
  };
}

/** A window that prints is never seen, and runs no script. */
export function paperOptions(session: Session): BrowserWindowConstructorOptions {
  return { show: false, skipTaskbar: true, webPreferences: { ...walls(false), session, javascript: false } };
}

/** The window, hidden until its page is drawn. */
export function windowOptions(bounds: Partial<Rectangle>, preferences: WebPreferences): BrowserWindowConstructorOptions {
  return { width: 1280, height: 800, ...bounds, minWidth: 800, minHeight: 560, show: false, title: '議事簿', webPreferences: preferences };
}
