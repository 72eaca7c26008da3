import { expect, test } from 'vitest';
import { titleLines } from './title-lines.ts';
import { widthOf } from './width.ts';

test('a title that fits is one line', () => {
  expect(titleLines('青禾綠化協會第三屆理事會第四次會議記錄', 20)).toEqual(['青禾綠化協會第三屆理事會第四次會議記錄']);
});

test.each([
  ['青禾绿化协会第三届理事会第四次会议暨2024年度工作部署会议纪要', /^青禾绿化协会第三届理事会第四次会议$/],
  ['关于修订《志愿者管理办法》的会议纪要及其说明材料', /^关于修订《志愿者管理办法》的/],
  ['青禾绿化协会第三届理事会第四次会议纪要草案', /第三届(理事会)?$/],
])('%s ends its first line at the end of a word', (title, first) => {
  expect(titleLines(title, 20)[0]).toMatch(first);
});

test.each([
  ['社團法人松濤讀書會理監事聯席會議紀要', ['社團法人松濤讀書會', '理監事聯席會議紀要']],
  ['社团法人松涛读书会常务理事会会议纪要', ['社团法人松涛读书会', '常务理事会会议纪要']],
])('the name of a body stays whole: %s', (mark, lines) => {
  expect(titleLines(mark, 16)).toEqual(lines);
});

test.each(['关于进一步加强社区老树养护和志愿者培训工作若干问题的专题会议纪要', '中国国际经济技术合作促进会关于召开第六届理事会第四次全体会议暨二〇二四年年会筹备工作领导小组第一次会议的纪要', '青禾绿化协会第三届理事会第四次会议纪要草案'])(
  'no line of %s is an orphan, and none is too long',
  (title) => {
    const lines = titleLines(title, 20);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(title);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(20);
    expect(Math.min(...lines.map(widthOf))).toBeGreaterThanOrEqual(4);
  },
);

test('what cannot be broken stays whole', () => {
  expect(titleLines('x'.repeat(90), 20)).toEqual(['x'.repeat(90)]);
});
