import { layouts } from '../layouts/index.ts';
import { describe, expect, it } from 'vitest';
import { printToText } from '../print/text.ts';
import { collectBlanks } from './blanks.ts';
import { minutesDocumentSchema } from './document.ts';
import { boardMeeting, councilMeeting, longRecord } from './fixtures.ts';
import { openDocument } from './opening.ts';
import { printDocument } from './printing.ts';
import { documentText, plainCharacters } from './text.ts';

const records = { councilMeeting: councilMeeting(), boardMeeting: boardMeeting(), longRecord: longRecord(30) };

describe.each(Object.entries(records))('%s', (name, record) => {
  it('is a whole record: valid, opens as it is, nothing left to fill in', () => {
    expect(minutesDocumentSchema.safeParse(record).error).toBeUndefined();
    expect(openDocument(JSON.parse(JSON.stringify(record)))).toEqual({ state: 'editable', document: record });
    expect(collectBlanks(record)).toEqual([]);
  });

  it('is the same each time', () => {
    const again = { councilMeeting: councilMeeting(), boardMeeting: boardMeeting(), longRecord: longRecord(30) };
    expect(again[name as keyof typeof again]).toEqual(record);
  });
});

it('the paper of the board meeting reads as such a record does', () => {
  expect(printToText(printDocument(boardMeeting(), layouts.association))).toBe(
    [
      '社團法人松濤讀書會',
      '第六屆第二次理監事聯席會議紀錄',
      '時間：114年3月11日（星期二）下午2時至4時10分',
      '地點：松濤書屋三樓',
      '主席：石仲平',
      '紀錄：唐以安',
      '出席：石仲平、柳思源、唐以安',
      '列席：方若蘭、溫書瑜',
      '請假：葛明遠',
      '應出席理事四人，實際出席三人，已達法定人數，主席宣布開會。',
      '壹、主席致詞',
      '感謝各位理監事撥冗出席。',
      '貳、報告事項',
      '一、上次會議決議案執行情形：均已辦理完畢。',
      '決定：洽悉。',
      '二、會務報告：本季舉辦讀書會六場。',
      '決定：洽悉。',
      '參、討論提案',
      '案由：新申請入會會員資格審查案',
      '說明：新申請入會者三人，名單如附件。',
      '辦法：通過後通知繳納會費。',
      '決議：照案通過。',
      '案由：年度工作計畫及收支預算案',
      '說明：依章程第十二條規定辦理。',
      '決議：照案通過。',
      '肆、臨時動議',
      '無。',
      '伍、散會',
      '下午四時十分散會。',
      '',
    ].join('\n'),
  );
});

it('a long record has about 700 characters a page', () => {
  const characters = plainCharacters(documentText(records.longRecord)) / 30;
  expect(characters).toBeGreaterThan(500);
  expect(characters).toBeLessThan(900);
});
