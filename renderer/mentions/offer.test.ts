import { describe, expect, test } from 'vitest';
import { begun, fitting, type Offered } from './offer.ts';

const people: Offered[] = [
  ['石仲平', '青禾綠化協會', '理事長'],
  ['方若蘭', '市園林局', '副局長'],
  ['方明', '', '理事'],
  ['溫書瑜', '', '監事'],
].map(([name = '', organisation = '', title = '']) => ({ id: name, source: 'roster', name, organisation, title }));

describe('whom an @ offers', () => {
  test.each([
    ['', ['石仲平', '方若蘭', '方明', '溫書瑜']],
    ['方', ['方若蘭', '方明']],
    ['方若兰', ['方若蘭']],
    ['frl', ['方若蘭']],
    ['ㄈㄖ', ['方若蘭']],
    ['理事', ['石仲平', '方明']],
    ['園林', ['方若蘭']],
    ['jianshi', []],
    ['js', ['溫書瑜']],
    ['zzz', []],
  ])('「%s」', (query, names) => expect(fitting(people, query).map(({ name }) => name)).toEqual(names));
});

describe('whose name has begun', () => {
  test.each([
    ['會議由石', '石仲平', 1],
    ['石仲', '石仲平', 2],
    ['方若', '方若蘭', 2],
    ['方', '方若蘭', 1],
    ['方明', null, 0],
    ['石仲平', null, 0],
    ['', null, 0],
    ['會議', null, 0],
    ['s', null, 0],
  ])('「%s」: %s', (before, name, typed) => {
    const found = begun(people, before);
    expect(found && found.person.name).toBe(name);
    expect(found?.typed ?? 0).toBe(typed);
  });
});
