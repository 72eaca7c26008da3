/** Files of the built page, by the path of an address. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Names of plain letters, no leading dot: nothing that climbs out of the folder can be spelled. */
const plainPath = /^(\/[\w-][\w.-]*)+$/;

export interface StaticFile {
  type: string;
  bytes: Buffer<ArrayBuffer>;
}

/** The file of `folder` for an address's path (`/` is `index.html`); null where there is none or its kind is not served. */
export async function staticFile(folder: string, path: string): Promise<StaticFile | null> {
  const name = path === '/' ? '/index.html' : path;
  const type = types[extname(name)];
  if (!type || !plainPath.test(name)) return null;
  try {
    return { type, bytes: await readFile(join(folder, name)) };
  } catch {
    return null;
  }
}
