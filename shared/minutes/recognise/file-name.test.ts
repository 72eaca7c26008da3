import { expect, it } from 'vitest';
import { fromFileName } from './file-name.ts';

it.each([
  ['20240119_六屆四次理事會_紀要.docx', { start: '2024-01-19', term: 6, session: 4, body: '理事會', title: '六屆四次理事會紀要' }],
  ['113.01.19 理監事會議紀錄.doc', { start: '2024-01-19', body: '理監事會', title: '理監事會議紀錄' }],
  ['第六届第四次理事会会议记录.docx', { term: 6, session: 4, body: '理事会', title: '第六届第四次理事会会议记录' }],
  ['民國113年1月19日青禾綠化協會會員大會.docx', { start: '2024-01-19', body: '會員大會', title: '青禾綠化協會會員大會' }],
  ['2024-01-19 第3屆第12次常務理事會.docx', { start: '2024-01-19', term: 3, session: 12, body: '常務理事會', title: '第3屆第12次常務理事會' }],
  ['2024年1月9日会议纪要（1）.docx', { start: '2024-01-09', title: '会议纪要' }],
  ['1130119理事會.docx', { start: '2024-01-19', body: '理事會', title: '理事會' }],
  ['112年/三屆四次/會議紀錄_定稿_v2.docx', { title: '會議紀錄' }],
  ['會議紀錄 - 複本.docx', { title: '會議紀錄' }],
  ['第廿一次理監事聯席會議紀錄.docx', { session: 21, body: '理監事聯席會議', title: '第廿一次理監事聯席會議紀錄' }],
  ['20241399 理事會.docx', { body: '理事會', title: '理事會' }],
  ['C:\\會議\\113-2-30 監事會.doc', { body: '監事會', title: '113-2-30監事會' }],
  ['24.1.19 理事会.docx', { start: '2024-01-19', body: '理事会', title: '理事会' }],
  ['98.1.19 理事會.doc', { start: '2009-01-19', body: '理事會', title: '理事會' }],
  ['20240119.docx', { start: '2024-01-19' }],
])('%s', (name, said) => {
  expect(fromFileName(name)).toEqual(said);
});
