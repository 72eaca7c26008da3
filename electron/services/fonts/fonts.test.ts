import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faceKey } from '#shared/proof/faces.ts';
import { familyNames } from './family-names.ts';
import { installedFaces } from './index.ts';

test.skipIf(process.platform !== 'linux' || spawnSync('fc-list', ['--version']).status !== 0)('finds every face that fontconfig lists from files of fonts', async () => {
  const listed = execFileSync('fc-list', [':', 'file', 'family'], { encoding: 'utf8' }).split('\n').filter((line) => /\.(?:ttf|ttc|otf|otc): /i.test(line));
  const names = listed.flatMap((line) => line.slice(line.indexOf(': ') + 2).split(',')).map((name) => faceKey(name.replaceAll('\\', '')));
  const found = await installedFaces();
  expect(names.filter((name) => !found?.has(name))).toEqual([]);
  expect(names.length).toBeGreaterThan(0);
});

test('a file that is no font, or a broken one, has no names', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-fonts-'));
  const file = (name: string, content: Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const lying = Buffer.alloc(40, 0xff);
  lying.write('OTTO', 0, 'latin1');
  expect(await Promise.all([join(folder, 'none.ttf'), file('text.ttf', Buffer.from('甲乙丙')), file('cut.otf', Buffer.from('OTTO')), file('lies.otf', lying), file('bomb.ttc', Buffer.concat([Buffer.from('ttcf'), lying]))].map(familyNames))).toEqual([[], [], [], [], []]);
  rmSync(folder, { recursive: true });
});
