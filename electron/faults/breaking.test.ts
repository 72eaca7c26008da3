import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Breaking, breakOf, broken, breakings, loadedBroken, placeOf } from './breaking.ts';
import { runDiarist } from './diarist.ts';

describe('a build that is broken on purpose', () => {
  it.each(Object.keys(breakings) as Breaking[])('can still be broken so: %s', (breaking) => {
    const { replacements = [] } = breakOf(breaking);
    for (const replacement of replacements) expect(broken(readFileSync(placeOf(replacement.file), 'utf8'), replacement)).toContain(replacement.by);
    expect(loadedBroken(breaking)).toHaveLength(2);
  });

  it('is refused where the text is gone or stands there twice', () => {
    const replacement = { file: 'electron/db/open.ts', text: 'FULL', by: 'NORMAL' };
    expect(() => broken('synchronous', replacement)).toThrow('0 times');
    expect(() => broken('FULL or FULL', replacement)).toThrow('2 times');
  });

  it('is no failure of the program that runs in it', async () => {
    await expect(runDiarist({ databasePath: '/nowhere/at/all.db', seed: 1, saves: 1 })).rejects.toThrow('ended with 1');
  });
});
