/** 報告: somebody gives a report. */
import { plain } from '../../inline.ts';
import { defineSection, term } from '../../section.ts';
import { speakerFields, speakerParts } from '../../speaker.ts';

export const report = defineSection({
  kind: 'report',
  label: { 'zh-Hant': '報告', 'zh-Hans': '报告', en: 'Report' },
  offer: { group: 'hearing', common: true, names: 'bg baogao 工作報告 工作报告' },
  tone: 'green',
  fields: {
    ...speakerFields({ name: 'required', recurs: true }),
    report: { label: { 'zh-Hant': '報告名稱', 'zh-Hans': '报告名称', en: 'Report title' }, required: false },
  },
  choices: {},
  layout: () => ({
    heading: [
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
      id: 'repo00000001',
      kind: 'report',
      heading: null,
      fields: { organisation: '', name: '石仲平', title: '理事長', report: '年度工作報告' },
      values: {},
      body: [
        {
          id: 'repo00000002',
          kind: 'paragraph',
          inline: plain('石仲平理事長作了年度工作報告。報告從兩個方面總結：一是植樹三千株；二是新增會員十二家。'),
        },
        { id: 'repo00000003', kind: 'item', level: 1, inline: plain('植樹情形') },
        { id: 'repo00000004', kind: 'item', level: 1, inline: plain('會員情形') },
      ],
    },
  ],
});
