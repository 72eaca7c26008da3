import { describe, expect, test } from 'vitest';
import type { Region } from '../language.ts';
import { type Block, blockSchema } from './blocks/index.ts';
import { inlineText } from './inline.ts';
import { mentionsOf, mentionText, renamed } from './mention.ts';
import { blockText } from './text.ts';
import { printBlocks } from './printing.ts';
import { newMinutes } from './document.ts';

const guest = { name: '方若蘭', organisation: '市園林局', title: '副局長' };
const own = { name: '石仲平', organisation: '青禾綠化協會', title: '理事長' };
const scholar = { name: '范若梅', organisation: '青協專家委', title: '主任委員、林業大學研究院院長、國家林學院院士' };

describe('the form of the region', () => {
  test.each<[Region, boolean, typeof guest, string]>([
    ['CN', true, guest, '市園林局副局長方若蘭'],
    ['CN', false, guest, '方若蘭副局長'],
    ['CN', true, own, '石仲平理事長'],
    ['CN', true, scholar, '青協專家委主任委員、林業大學研究院院長、國家林學院院士范若梅'],
    ['CN', false, scholar, '范若梅國家林學院院士'],
    ['TW', true, guest, '副局長方若蘭'],
    ['TW', false, own, '理事長石仲平'],
    ['HK', true, own, '石仲平理事長'],
    ['CN', false, { ...guest, title: '' }, '方若蘭'],
    ['TW', true, { name: 'Ann Lee', organisation: '', title: '' }, 'Ann Lee'],
  ])('%s, first: %s', (region, first, person, text) => expect(mentionText(person, region, { first, own: own.organisation })).toBe(text));
});

test.each([
  ['方若蘭副局長', '方若藍局長'],
  ['市園林局副局長方若蘭', '市綠化局局長方若藍'],
  ['方若蘭', '方若藍'],
  ['方女士', null],
])('%s after a rename', (text, after) => expect(renamed(text, guest, { name: '方若藍', organisation: '市綠化局', title: '局長' })).toBe(after));

describe('in a record', () => {
  const mention: Block = { id: 'para000001', kind: 'paragraph', inline: [{ type: 'text', text: '會議由' }, { type: 'text', text: '石仲平理事長', person: 'pers000001' }, { type: 'text', text: '主持。' }] };
  const document = { ...newMinutes(), blocks: [mention] };
  test('it is found, searched and printed as text', () => {
    expect(blockSchema.safeParse(mention).success).toBe(true);
    expect(mentionsOf([mention], ['pers000001'])).toEqual([{ blockId: 'para000001', text: '石仲平理事長' }]);
    expect(mentionsOf([mention], ['pers000002'])).toEqual([]);
    expect(blockText(mention)).toEqual(['會議由石仲平理事長主持。']);
    const [line] = printBlocks(document);
    expect(line?.type === 'paragraph' && inlineText(line.runs)).toBe('會議由石仲平理事長主持。');
  });
  test('a record without any opens as before', () => {
    expect(blockSchema.safeParse({ ...mention, inline: [{ type: 'text', text: '會議' }] }).success).toBe(true);
  });
});
