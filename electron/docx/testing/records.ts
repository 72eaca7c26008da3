/** Records that the tests of the exporter print. Made-up people and bodies. */
import { layouts } from '#shared/layouts/index.ts';
import type { Region, Script } from '#shared/language.ts';
import { type Block, blocks } from '#shared/minutes/blocks/index.ts';
import { type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import type { PrintDocument, PrintNode, PrintParagraph, PrintRun } from '#shared/minutes/print.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { printToDocx } from '../index.ts';

/** One pixel. */
export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A paper form with these nodes. */
export function paper(nodes: PrintNode[], given: Partial<PrintDocument> = {}): PrintDocument {
  return { title: '理事會會議紀錄', organisation: '青禾綠化協會', region: 'TW', script: 'Hant', language: 'zh-TW', date: '2024-01-19', nodes, foot: [], ...given };
}

/** A paragraph of body text, or of another style. */
export function paragraph(text: string | PrintRun[], given: Partial<PrintParagraph> = {}): PrintParagraph {
  return { type: 'paragraph', style: 'body', runs: typeof text === 'string' ? [{ type: 'text', text }] : text, ...given };
}

/** A record that holds every example of every kind of block. */
export function everyKindRecord(region: Region, script: Script): MinutesDocument {
  const document = newMinutes({
    region,
    script,
    title: '青禾綠化協會第三屆第二次理事會會議紀錄',
    organisation: '青禾綠化協會',
    start: '2024-01-19T09:30',
    end: '2024-01-19T12:00',
    place: '本會三樓會議室',
    chair: '石仲平理事長',
    recorder: '林秘書',
  });
  document.blocks = Object.values(blocks).flatMap((kind): Block[] => kind.fixtures);
  return document;
}

/** Its paper form in the association's layout. */
export const everyKind = (region: Region = 'TW', script: Script = 'Hant'): PrintDocument => printDocument(everyKindRecord(region, script), layouts.association);

/** The file of a paper form in the association's layout; every picture is one pixel unless the store says otherwise. */
export function exported(print: PrintDocument, asset: (hash: string) => Uint8Array | null = () => png): Promise<Uint8Array> {
  return printToDocx(print, { layout: layouts.association, asset: (hash) => Promise.resolve(asset(hash)) });
}
