/** PDF on the desktop: a window that nobody sees prints. */
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import { paperPolicy } from '#electron/host/csp.ts';
import type { PdfMaker } from '#electron/services/pdf.ts';
import { fail, ok } from '#shared/result.ts';
import { isPaperRequest, paperOptions, paperPage, scheme } from './policy.ts';
import { closeSession } from './security.ts';

/** How long one file may take. Milliseconds. */
const limit = 60_000;

/** Prints in windows of `open`, over a session that is used for nothing else. */
export function desktopPdf(session: Session, open: (options: BrowserWindowConstructorOptions) => BrowserWindow, patience = limit): PdfMaker {
  const papers = new Map<string, string>();
  let last = 0;
  closeSession(session, isPaperRequest);
  session.protocol.handle(scheme, ({ url }) => {
    const headers = { 'content-security-policy': paperPolicy, 'x-content-type-options': 'nosniff', 'content-type': 'text/html; charset=utf-8' };
    const html = papers.get(url);
    return html === undefined ? new Response(null, { status: 404, headers }) : new Response(html, { headers });
  });

  return async (html) => {
    const url = `${paperPage}${(last += 1)}`;
    papers.set(url, html);
    const window = open(paperOptions(session));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, failed) => (timer = setTimeout(() => failed(new Error('printing took too long')), patience)));
    try {
      await Promise.race([window.loadURL(url), late]);
      const pdf = await Promise.race([window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true }), late]);
      return ok(new Uint8Array(pdf));
    } catch {
      return fail('pdf.failed');
    } finally {
      clearTimeout(timer);
      papers.delete(url);
      window.destroy();
    }
  };
}
