/** 散會與簽署: when the meeting ended, when it meets again, and the lines to sign on. */
import type { Region } from '../../../language.ts';
import { plain } from '../../inline.ts';
import { defineSection, type Term, term } from '../../section.ts';

/** What a region calls the lines. 紀錄 is the noun in Taiwan; a Hong Kong society's minutes are signed by its secretary. */
const words: Readonly<Record<Region, Readonly<Record<'time' | 'next' | 'chair' | 'recorder', Term>>>> = {
  CN: { next: term('下次會議時間：', '下次会议时间：'), time: term('散會：', '散会：'), chair: term('主持人：', '主持人：'), recorder: term('記錄：', '记录：') },
  TW: { next: term('下次會議日期：', '下次会议日期：'), time: term('散會：', '散会：'), chair: term('主席：', '主席：'), recorder: term('紀錄：', '纪录：') },
  HK: { next: term('下次會議日期：', '下次会议日期：'), time: term('散會時間：', '散会时间：'), chair: term('主席：', '主席：'), recorder: term('秘書：', '秘书：') },
};

/** Where nobody is named there is room to sign by hand. */
const room = term('＿＿＿＿＿＿＿＿', '＿＿＿＿＿＿＿＿');

export const adjournment = defineSection({
  kind: 'adjournment',
  label: { 'zh-Hant': '散會與簽署', 'zh-Hans': '散会与签署', en: 'Adjournment and signatures' },
  offer: { group: 'closing', names: 'sh sanhui qs qianshu 散會 散会 簽署 签署 簽名 签名 閉會 闭会 下次會議 close signature' },
  fields: {
    time: { label: { 'zh-Hant': '散會時間', 'zh-Hans': '散会时间', en: 'Adjourned at' }, required: false },
    next: { label: { 'zh-Hant': '下次會議日期', 'zh-Hans': '下次会议时间', en: 'Next meeting' }, required: false },
    chair: { label: { 'zh-Hant': '主席', 'zh-Hans': '主持人', en: 'Chair' }, required: false, recurs: true },
    recorder: { label: { 'zh-Hant': '紀錄', 'zh-Hans': '记录人', en: 'Recorder' }, required: false, recurs: true },
  },
  choices: {
    signatures: {
      label: { 'zh-Hant': '簽署', 'zh-Hans': '签署', en: 'Signatures' },
      options: {
        lines: { 'zh-Hant': '主席與紀錄簽名', 'zh-Hans': '主持人与记录人签名', en: 'Chair and recorder sign' },
        none: { 'zh-Hant': '不簽名', 'zh-Hans': '不签名', en: 'None' },
      },
      initial: 'lines',
      recurs: true,
    },
  },
  layout: ({ signatures }, region) => ({
    heading: [],
    before: [
      [{ text: words[region].next }, { field: 'next' }],
      [{ text: words[region].time }, { field: 'time' }],
    ],
    after:
      signatures === 'none'
        ? []
        : [
            [{ text: words[region].chair }, { field: 'chair', fallback: room }],
            [{ text: words[region].recorder }, { field: 'recorder', fallback: room }],
          ],
    aside: [],
    outline: [{ text: term('散會', '散会') }],
  }),
  fixtures: [
    {
      id: 'adjo00000001',
      kind: 'adjournment',
      heading: null,
      fields: { time: '下午4時10分', next: '114年6月11日', chair: '', recorder: '唐以安' },
      values: { signatures: 'lines' },
      body: [{ id: 'adjo00000002', kind: 'paragraph', inline: plain('主席宣布散會。') }],
    },
  ],
});
