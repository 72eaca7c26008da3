import { describe, expect, it } from 'vitest';
import { layouts } from '../layouts/index.ts';
import { type Meta, newMeta } from '../minutes/meta.ts';
import { exportName, paperName, unknownPlaces } from './export-name.ts';
import { fileName, mostBytes, uniqueNames } from './file-name.ts';

const board: Meta = { ...newMeta('TW'), organisation: '青禾綠化協會', body: '理事會', term: 6, session: 4, start: '2024-01-19T09:30', title: '第六屆理事會第四次會議紀錄', documentNumber: '青綠字〔2024〕3號' };
const name = (meta: Meta, pattern?: string, layout = layouts.association) => exportName(meta, layout, 'docx', pattern);

describe('檔名的樣式', () => {
  it.each([
    [undefined, '20240119_六屆四次理事會_紀錄.docx'],
    ['{單位}{屆次}{會議}{種類}', '青禾綠化協會六屆四次理事會紀錄.docx'],
    ['{日期} {標題}', '20240119 第六屆理事會第四次會議紀錄.docx'],
    // The title says 紀錄 by itself.
    ['{日期}_{標題}_{種類}', '20240119_第六屆理事會第四次會議紀錄.docx'],
    ['{文號}', '青綠字〔2024〕3號.docx'],
    ['會議-{date}-{term}{body}', '會議-20240119-六屆四次理事會.docx'],
    ['{日期}_{届次}{会议}_{种类}', '20240119_六屆四次理事會_紀錄.docx'],
    ['{年}/{日期}', '{年}20240119.docx'],
    ['', '未命名.docx'],
  ])('%s → %s', (pattern, expected) => expect(name(board, pattern)).toBe(expected));

  it('says 紀錄 as the layout and the region do', () => {
    expect(name(board, undefined, layouts.gbt9704)).toBe('20240119_六屆四次理事會_紀要.docx');
    expect(name({ ...board, region: 'CN' })).toBe('20240119_六屆四次理事會_記錄.docx');
    expect(name({ ...newMeta('CN'), body: '理事会', term: 6, session: 12 })).toBe('六届十二次理事会_记录.docx');
    expect(name({ ...newMeta('CN'), body: '理事会' }, undefined, layouts.gbt9704)).toBe('理事会_纪要.docx');
    expect(paperName(board, '簽到簿', 'docx')).toBe('20240119_六屆四次理事會_簽到簿.docx');
  });

  it('takes the title where the body is not known, and leaves out what stood beside what is missing', () => {
    expect(name({ ...newMeta('TW'), title: '青禾綠化協會春季座談' })).toBe('青禾綠化協會春季座談_紀錄.docx');
    expect(name({ ...newMeta('TW'), title: '青禾綠化協會會議紀錄' })).toBe('青禾綠化協會會議紀錄.docx');
    expect(name(newMeta('TW'))).toBe('紀錄.docx');
    expect(name({ ...board, start: null, title: '回顧——十年' }, '{日期} - {標題} - {文號}')).toBe('回顧——十年 - 青綠字〔2024〕3號.docx');
  });

  it('knows which places there are not', () => {
    expect(unknownPlaces('{日期}_{年月}{}')).toEqual(['年月', '']);
    expect(unknownPlaces('{日期}_{会议}_{title}')).toEqual([]);
  });
});

describe('每個系統都收的檔名', () => {
  it.each([
    ['a\\b/c:d*e?f"g<h>i|j', 'abcdefghij.txt'],
    [' ..會議\u202e\n紀錄. . ', '會議 紀錄.txt'],
    ['\u0000\u0007\ud800\ue000', '未命名.txt'],
    ['...', '未命名.txt'],
    ['CON', '_CON.txt'],
    ['nul', '_nul.txt'],
    ['com1.會議', '_com1.會議.txt'],
    ['LPT³', '_LPT³.txt'],
    ['console', 'console.txt'],
    ['COM10', 'COM10.txt'],
    ['.gitignore', 'gitignore.txt'],
    ['e\u0301', 'é.txt'],
  ])('%j → %s', (words, expected) => expect(fileName(words, 'txt')).toBe(expected));

  it('fits into the bytes of a name, and cuts no character apart', () => {
    const bytes = (text: string) => new TextEncoder().encode(text).length;
    for (const word of ['會', 'a', '𠮷', '葛\u{e0100}']) {
      const long = fileName(word.repeat(300), 'docx');
      expect(bytes(long)).toBeLessThanOrEqual(mostBytes);
      expect(/\p{Surrogate}/u.test(long)).toBe(false);
      expect(long.slice(0, -5).replaceAll(word, '')).toBe('');
    }
    expect(name({ ...board, organisation: '會'.repeat(300) }, '{單位}')).toHaveLength(78 + '.docx'.length);
  });

  it('tells apart what Windows and macOS hold for the same name', () => {
    const unique = uniqueNames();
    expect(['會議.docx', '會議.docx', 'A.docx', 'a.docx', '會議 (2).docx', 'a'].map(unique)).toEqual(['會議.docx', '會議 (2).docx', 'A.docx', 'a (2).docx', '會議 (2) (2).docx', 'a']);
  });
});
