import { describe, expect, it } from 'vitest';
import { newMeta } from '#shared/minutes/meta.ts';
import { exportName } from './export-name.ts';

describe('檔名', () => {
  it('names the date, the meeting of the body and what it is', () => {
    const meta = { ...newMeta('TW'), body: '理事會', term: 6, session: 4, start: '2024-01-19T09:30' };
    expect(exportName(meta, 'docx')).toBe('20240119_六屆四次理事會_紀錄.docx');
    expect(exportName({ ...meta, region: 'CN' }, 'html')).toBe('20240119_六屆四次理事會_記錄.html');
    expect(exportName({ ...newMeta('CN'), body: '理事会', term: 6, session: 12 }, 'txt')).toBe('六届十二次理事会_记录.txt');
  });

  it('takes the title where the body is not known, and does not say 紀錄 twice', () => {
    expect(exportName({ ...newMeta('TW'), title: '青禾綠化協會春季座談' }, 'json')).toBe('青禾綠化協會春季座談_紀錄.json');
    expect(exportName({ ...newMeta('TW'), title: '青禾綠化協會會議紀錄' }, 'docx')).toBe('青禾綠化協會會議紀錄.docx');
    expect(exportName(newMeta('TW'), 'docx')).toBe('紀錄.docx');
  });

  it('leaves out what a file system does not take', () => {
    expect(exportName({ ...newMeta('TW'), title: ' ..\\a/b:c*d?e"f<g>h|i\u202e\n ' }, 'txt')).toBe('abcdefghi_紀錄.txt');
    expect(exportName({ ...newMeta('TW'), title: '會'.repeat(300) }, 'docx').length).toBeLessThan(200);
  });
});
