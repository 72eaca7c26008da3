/** A downloaded Word file, opened again. */
import { unzipSync } from 'fflate';
import type { Download } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { XMLParser } from 'fast-xml-parser';

export interface WordFile {
  name: string;
  bytes: Uint8Array;
  /** Everything that the body says, in order, a line a paragraph. */
  text: string;
  /** Names of the parts inside. */
  parts: string[];
}

type XmlNode = Record<string, unknown>;
const parser = new XMLParser({ preserveOrder: true, trimValues: false, parseTagValue: false });

/** Reads what was downloaded: the text of `w:t` in order, `w:br` and the end of `w:p` as line ends. */
export async function openDownload(download: Download): Promise<WordFile> {
  const bytes = new Uint8Array(await readFile(await download.path()));
  const entries = unzipSync(bytes);
  const body = entries['word/document.xml'];
  if (!body) throw new Error('there is no word/document.xml');
  return {
    name: download.suggestedFilename(),
    bytes,
    text: textOf(parser.parse(new TextDecoder().decode(body)) as XmlNode[]),
    parts: Object.keys(entries),
  };
}

function textOf(nodes: readonly XmlNode[]): string {
  return nodes
    .map((node) => {
      if ('w:t' in node) return (node['w:t'] as XmlNode[]).map((leaf) => String(leaf['#text'] ?? '')).join('');
      if ('w:br' in node) return '\n';
      const inner = Object.values(node).filter(Array.isArray).map((children) => textOf(children as XmlNode[])).join('');
      return 'w:p' in node ? `${inner}\n` : inner;
    })
    .join('');
}
