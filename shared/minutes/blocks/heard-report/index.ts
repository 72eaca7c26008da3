/** 聽取報告: the meeting heard a report and took note of it. */
import { plain } from '../../inline.ts';
import { defineSection, term } from '../../section.ts';
import { speakerFields, speakerParts } from '../../speaker.ts';

export const heardReport = defineSection({
  kind: 'heardReport',
  label: { 'zh-Hant': '聽取報告', 'zh-Hans': '听取报告', en: 'Report heard' },
  offer: { group: 'hearing', common: true, names: 'tq tqbg tingqu 聽取 听取 報告事項' },
  tone: 'teal',
  fields: {
    ...speakerFields({ name: 'optional', recurs: true }),
    report: { label: { 'zh-Hant': '報告名稱', 'zh-Hans': '报告名称', en: 'Report title' }, required: true },
  },
  choices: {},
  layout: () => ({
    heading: [
      { text: term('聽取', '听取') },
      ...speakerParts,
      { text: term('作', '作') },
      { field: 'report', fallback: term('報告', '报告') },
    ],
    before: [],
    after: [],
    aside: [],
  }),
  fixtures: [
    {
      id: 'hear00000001',
      kind: 'heardReport',
      heading: '',
      fields: { organisation: '', name: '柳思源', title: '秘書長', report: '年度財務收支報告' },
      values: {},
      body: [{ id: 'hear00000002', kind: 'paragraph', inline: plain('會議聽取了柳思源秘書長作的年度財務收支報告。') }],
    },
  ],
});
