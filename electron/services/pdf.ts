/** PDF: how a page of HTML becomes one. Browsers print; hosts know where there is one. */
import { fail, type Result } from '#shared/result.ts';
import type { StoreMessage, StoreReply } from './store-messages.ts';

/** Prints a file of HTML that sets its own paper and shows nothing from elsewhere. Errors: pdf.noBrowser, pdf.failed. */
export type PdfMaker = (html: string) => Promise<Result<Uint8Array<ArrayBuffer>>>;

/** Where nothing prints. */
export const noPdf: PdfMaker = async () => fail('pdf.noBrowser');

/** The store's end of what its host prints for it. */
export function printOver(reply: (reply: StoreReply) => void): { pdf: PdfMaker; take(message: Extract<StoreMessage, { type: 'printed' }>): void } {
  const open = new Map<number, (pdf: Awaited<ReturnType<PdfMaker>>) => void>();
  let last = 0;
  return {
    pdf: (html) => {
      const key = (last += 1);
      const printed = new Promise<Awaited<ReturnType<PdfMaker>>>((done) => open.set(key, done));
      reply({ type: 'print', key, html });
      return printed;
    },
    take({ key, pdf }) {
      open.get(key)?.(pdf);
      open.delete(key);
    },
  };
}

/** The host's end: prints what the store wants printed. */
export async function answerPrint(reply: StoreReply, pdf: PdfMaker, send: (message: StoreMessage) => void): Promise<void> {
  if (reply.type !== 'print') return;
  const printed = await pdf(reply.html).catch(() => fail('pdf.failed'));
  send({ type: 'printed', key: reply.key, pdf: printed });
}

/** What a browser writes of itself, the computer and the hour: `/Creator (Mozilla/5.0 …)`, `/CreationDate (D:…)`. */
const traces = /\/(?:Creator|Producer|CreationDate|ModDate) \((?:[^()\\]|\\.)*\)/g;

/** A PDF without them. They are blanked in their place, because everything in the file is found by its distance from the start. */
export function withoutTraces(pdf: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  // The dictionary that names them is the first object of the file.
  const head = Buffer.from(pdf.buffer, pdf.byteOffset, Math.min(pdf.byteLength, 4096));
  const text = head.toString('latin1');
  const end = text.indexOf('endobj');
  for (const { 0: trace, index } of text.slice(0, end).matchAll(traces)) head.fill(' ', index, index + trace.length);
  return pdf;
}
