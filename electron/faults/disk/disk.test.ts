import { describe, expect, it } from 'vitest';
import { dice } from '../dice.ts';
import { createDisk, cutModes, type DiskState } from './disk.ts';
import type { DiskEvent } from './log.ts';

const bytes = (text: string): Buffer => Buffer.from(text);
const after = (events: DiskEvent[]) => {
  const disk = createDisk();
  for (const event of events) disk.apply(event);
  return disk;
};
const texts = (state: DiskState): Record<string, string> => Object.fromEntries([...state].map(([path, content]) => [path, content.toString()]));

const begun: DiskEvent[] = [
  { kind: 'open', file: 3, path: '', made: false },
  { kind: 'open', file: 4, path: 'a', made: true },
  { kind: 'write', file: 4, at: 0, bytes: bytes('one two') },
];
const named: DiskEvent[] = [...begun, { kind: 'sync', file: 4, folder: false }, { kind: 'sync', file: 3, folder: true }];

describe('a disk whose power is cut', () => {
  it('has what was flushed, and its name only where the folder was flushed too', () => {
    for (const mode of cutModes) expect(texts(after(named).cut(mode, dice(1)))).toEqual({ a: 'one two' });
    expect(texts(after([...begun, { kind: 'sync', file: 4, folder: false }]).cut('dropped', dice(1)))).toEqual({});
    expect(texts(after([...begun, { kind: 'sync', file: 3, folder: true }]).cut('dropped', dice(1)))).toEqual({ a: '' });
  });

  it('may have any part of what was not', () => {
    const disk = after([...named, { kind: 'write', file: 4, at: 0, bytes: bytes('ONE') }, { kind: 'write', file: 4, at: 4, bytes: bytes('TWO') }]);
    const roll = dice(7);
    const found = new Set(Array.from({ length: 100 }, () => texts(disk.cut('some', roll))['a']));
    expect(found).toEqual(new Set(['one two', 'ONE two', 'one TWO', 'ONE TWO']));
    expect(texts(disk.seen())).toEqual({ a: 'ONE TWO' });
  });

  it('tears a write where a sector ends', () => {
    const disk = after([...named, { kind: 'write', file: 4, at: 0, bytes: Buffer.alloc(8192, 'x') }, { kind: 'sync', file: 4, folder: false }]);
    disk.apply({ kind: 'write', file: 4, at: 0, bytes: Buffer.alloc(8192, 'y') });
    const roll = dice(3);
    const torn = Array.from({ length: 20 }, () => disk.cut('torn', roll).get('a')?.toString() ?? '');
    expect(torn.some((text) => text.includes('x') && text.includes('y'))).toBe(true);
    for (const text of torn) expect(text).toMatch(/^(x{512}|y{512})*$/);
  });

  it('has either name of a file that was renamed, until the folder is flushed', () => {
    const renamed: DiskEvent[] = [...named, { kind: 'rename', from: 'a', to: 'b' }];
    expect(texts(after(renamed).cut('dropped', dice(1)))).toEqual({ a: 'one two' });
    expect(texts(after(renamed).cut('kept', dice(1)))).toEqual({ b: 'one two' });
    expect(texts(after([...renamed, { kind: 'sync', file: 3, folder: true }]).cut('dropped', dice(1)))).toEqual({ b: 'one two' });
  });

  it('lacks what lies in a folder that was never flushed', () => {
    const events: DiskEvent[] = [
      { kind: 'mkdir', path: 'f' },
      { kind: 'open', file: 5, path: 'f', made: false },
      { kind: 'open', file: 6, path: 'f/b', made: true },
      { kind: 'sync', file: 5, folder: true },
    ];
    expect(texts(after([...named, ...events]).cut('dropped', dice(1)))).toEqual({ a: 'one two' });
    expect(texts(after([...named, ...events, { kind: 'sync', file: 3, folder: true }]).cut('dropped', dice(1)))).toEqual({ a: 'one two', 'f/b': '' });
  });
});
