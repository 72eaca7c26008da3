import { describe, expect, it } from 'vitest';
import type { Region, Script } from '../language.ts';
import type { Block } from './blocks/index.ts';
import { type MinutesDocument, newMinutes } from './document.ts';
import { councilMeeting } from './fixtures.ts';
import { type Inline, plain } from './inline.ts';
import { inScript } from './script.ts';
import { documentText } from './text.ts';

const record = (text: string | Inline[], given: { region?: Region; script?: Script; names?: string[] } = {}): MinutesDocument => ({
  ...newMinutes({ region: given.region ?? 'CN', script: given.script ?? 'Hans' }),
  roster: (given.names ?? []).map((name, index) => ({ id: `person00000${index}`, name, organisation: '', title: '理事', attendance: 'present' })),
  blocks: [{ id: 'para00000001', kind: 'paragraph', inline: typeof text === 'string' ? plain(text) : text }],
});
const inlineOf = ({ blocks: [block] }: MinutesDocument): Inline[] => (block as Extract<Block, { kind: 'paragraph' }>).inline;
const written = (document: MinutesDocument): string => inlineOf(document).map((part) => (part.type === 'text' ? part.text : `〔${part.type === 'blank' ? part.label : ''}〕`)).join('');
const turned = (text: string, script: Script, region: Region, given: Parameters<typeof record>[1] = {}) => written(inScript(record(text, given), script, region));

describe('from 简 to 繁', () => {
  it.each([
    ['最后恢复头发护理，皇后饭店后勤，范围与规范', '最後恢復頭髮護理，皇后飯店後勤，範圍與規範', 'TW'],
    ['干部在干燥的面粉厂里制造机制', '幹部在乾燥的麵粉廠裡製造機制', 'TW'],
    ['位于二楼，于2024年起由于人手不足', '位於二樓，於2024年起由於人手不足', 'TW'],
    ['280余人、其余款项、余额', '280餘人、其餘款項、餘額', 'TW'],
    ['沿着河边，里面的群众卫生', '沿著河邊，裡面的群眾衛生', 'TW'],
    ['沿着河边，里面的卫生', '沿着河邊，裏面的衞生', 'HK'],
  ] as const)('%s', (text, expected, region) => {
    expect(turned(text, 'Hant', region)).toBe(expected);
  });

  it('leaves the surnames of the roster alone wherever they stand', () => {
    const names = ['于利', '范小宁', '余云', '后来', '叶明'];
    expect(turned('于利于会后表示，范围由范小宁确定，余云负责余款，叶明记。', 'Hant', 'TW', { names })).toBe('于利於會後表示，範圍由范小宁確定，余云負責餘款，葉明記。');
  });

  it('converts the roster with the text', () => {
    const { roster } = inScript(record('', { names: ['方若兰', '钟乐', '万俟卫'] }), 'Hant', 'TW');
    expect(roster.map(({ name, title }) => name + title)).toEqual(['方若蘭理事', '鍾樂理事', '万俟衛理事']);
  });

  it('knows a name that is on no list by what stands around it', () => {
    expect(turned('会长范维和院士指出，理事于利莉、余安补充，协会范安东会长表示赞同。', 'Hant', 'TW')).toBe('會長范維和院士指出，理事于利莉、余安補充，協會范安東會長表示贊同。');
    expect(turned('本会于会员代表大会后公布，关于理事长人选；会后理事长表示，其余理事同意。', 'Hant', 'TW')).toBe('本會於會員代表大會後公佈，關於理事長人選；會後理事長表示，其餘理事同意。');
  });

  it('converts a word that is half bold as one word, and keeps marks and people', () => {
    const inline: Inline[] = [{ type: 'text', text: '头' }, { type: 'text', text: '发', marks: ['bold'] }, { type: 'break' }, { type: 'text', text: '发展', person: 'person000001' }, { type: 'blank', label: '会议日期' }];
    expect(inlineOf(inScript(record(inline), 'Hant', 'TW'))).toEqual([
      { type: 'text', text: '頭' }, { type: 'text', text: '髮', marks: ['bold'] }, { type: 'break' }, { type: 'text', text: '發展', person: 'person000001' }, { type: 'blank', label: '會議日期' },
    ]);
  });
});

describe('from 繁 to 简', () => {
  it('converts word by word', () => {
    expect(turned('乾坤與乾燥，著作與隨著，瞭解裏面的情況', 'Hans', 'CN', { region: 'TW', script: 'Hant' })).toBe('乾坤与干燥，著作与随着，了解里面的情况');
  });

  it('leaves 乾 in a name', () => {
    expect(turned('王乾理事提案', 'Hans', 'CN', { region: 'TW', script: 'Hant', names: ['王乾'] })).toBe('王乾理事提案');
  });
});

describe('the usage of a region', () => {
  it.each([
    ['他說：「我們提出『四個堅持』。」', 'TW', 'CN', '他說：“我們提出‘四個堅持’。”'],
    ['他說：“我們提出‘四個堅持’，don’t stop。”', 'CN', 'HK', '他說：「我們提出『四個堅持』，don’t stop。」'],
    ['上次會議紀錄由紀錄人記錄在案', 'TW', 'HK', '上次會議記錄由記錄人記錄在案'],
    ['會議記錄：由秘書負責記錄', 'CN', 'TW', '會議紀錄：由秘書負責記錄'],
    ['來賓致辭', 'HK', 'TW', '來賓致詞'],
  ] as const)('%s from %s to %s', (text, from, to, expected) => {
    expect(turned(text, 'Hant', to, { region: from, script: 'Hant' })).toBe(expected);
  });

  it('is that of the paper in 简 too', () => {
    expect(turned('「理事會」會議紀錄', 'Hans', 'CN', { region: 'TW', script: 'Hant' })).toBe('“理事会”会议记录');
    expect(turned('主席致詞', 'Hans', 'CN', { region: 'TW', script: 'Hant' })).toBe('主席致辞');
    expect(turned('主席致辞', 'Hans', 'TW', { region: 'CN', script: 'Hans' })).toBe('主席致词');
  });
});

it('is the record itself where nothing changes', () => {
  const document = councilMeeting();
  expect(inScript(document, 'Hant', 'CN')).toBe(document);
});

it('reaches every field of a record, and comes back to the same letters', () => {
  const document = councilMeeting();
  const there = inScript(document, 'Hans', 'CN');
  expect(there.meta).toMatchObject({ script: 'Hans', title: '青禾绿化协会第三届理事会第四次会议记录', organisation: '青禾绿化协会', documentNumber: '青绿字〔2024〕4号' });
  expect(documentText(there)).not.toMatch(/[會議協員記錄]/);
  // Of two ways to write a word the dictionary has one.
  expect(documentText(inScript(there, 'Hant', 'CN'))).toBe(documentText(document).replace('複壯', '復壯'));
  expect(document.meta.script).toBe('Hant');
});
