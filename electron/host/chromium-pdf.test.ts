import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chromiumPath } from '../../scripts/chromium.ts';
import { chromiumPdf } from './chromium-pdf.ts';

const browser = await chromiumPath();
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'minutebook-printer-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A program in the place of a browser. */
function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('a Chromium of the computer prints with the paper of the page, and reaches nothing else', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => (asked.push(request.url ?? ''), response.end())).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const html = `<!doctype html><title>紀錄</title><style>@page { size: 400pt 300pt; margin: 0 }</style><h1>壹</h1><img src="${elsewhere}a.png"><script src="${elsewhere}b.js"></script>`;
  // A husk stands before it on the list.
  const pdf = await chromiumPdf(() => [join(folder, 'nowhere'), program('husk', 'exit 0')].concat(browser))(html);
  server.close();
  if (!pdf.ok) throw new Error(pdf.error.code);
  const text = Buffer.from(pdf.value).toString('latin1');
  expect(text).toMatch(/^%PDF-/);
  expect(text).toMatch(/\/MediaBox \[0 0 (399|400)(\.\d+)? (299|300)(\.\d+)?\]/);
  expect(text).toContain('/Outlines');
  expect(asked).toEqual([]);
});

test('a browser that never answers is ended with all that it started', async () => {
  const late = program('late', `echo "$@" > ${folder}/arguments; sleep 300 & echo $! > ${folder}/child; wait`);
  expect(await chromiumPdf(() => [late], 300)('<p>')).toEqual({ ok: false, error: { code: 'pdf.failed' } });
  const child = readFileSync(join(folder, 'child'), 'utf8').trim();
  // Nobody may have asked yet what became of it: then it is listed as what it is, a zombie.
  expect(spawnSync('ps', ['-o', 'stat=', '-p', child], { encoding: 'utf8' }).stdout).toMatch(/^(Z.*)?$/m);
  const profile = /--user-data-dir=(\S+)/.exec(readFileSync(join(folder, 'arguments'), 'utf8'))?.[1] ?? '';
  expect(profile).toContain('minutebook-pdf-');
  expect(existsSync(dirname(profile))).toBe(false);
});

test('where there is no browser, that is said', async () => {
  expect(await chromiumPdf(() => [])('<p>')).toEqual({ ok: false, error: { code: 'pdf.noBrowser' } });
});
