/** Hangs the policy onto Electron's sessions and pages. */
import type { Protocol, Session, WebContents } from 'electron';
import { contentSecurityPolicy } from '#electron/host/csp.ts';
import { staticFile } from '#electron/host/static-file.ts';
import { isOwnPage, isOwnRequest, origin, scheme } from './policy.ts';

/** The session of the page. */
export function secureSession(session: Session, devTools: boolean): void {
  closeSession(session, (url) => isOwnRequest(url, devTools));
}

/** No permissions, no downloads, no request that is not `allowed`. */
export function closeSession(session: Session, allowed: (url: string) => boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !allowed(details.url) }));
}

/** No new windows, no leaving the page, no pages inside the page. */
export function secureContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => stay(event));
  contents.on('will-frame-navigate', (event) => stay(event));
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function stay(event: { url: string; preventDefault(): void }): void {
  if (!isOwnPage(event.url)) event.preventDefault();
}

/** Serves the built page under the program's own scheme. */
export function servePage(protocol: Protocol, page: string): void {
  protocol.handle(scheme, (request) => answerPage(request, page));
}

/** The answer to one request of the page. */
export async function answerPage(request: Pick<Request, 'method' | 'url'>, page: string): Promise<Response> {
  const url = new URL(request.url);
  const file = request.method === 'GET' && `${url.protocol}//${url.host}` === origin ? await staticFile(page, url.pathname) : null;
  const headers = { 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff' };
  if (!file) return new Response(null, { status: 404, headers });
  return new Response(file.bytes, { headers: { ...headers, 'content-type': file.type } });
}
