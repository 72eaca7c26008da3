/** 選舉: who was elected to what. Ballots and candidates are its data; they print as a table and a sentence. */
import { plain } from '../../inline.ts';
import { defineSection, term } from '../../section.ts';
import type { ElectionData } from '../../votes/election.ts';
import { electionData } from '../../votes/election-paper.ts';

export const election = defineSection({
  kind: 'election',
  label: { 'zh-Hant': '選舉', 'zh-Hans': '选举', en: 'Election' },
  offer: { group: 'deciding', names: 'xj xuanju 改選 改选 補選 补选 投票 當選 当选 候選 候选 ballot vote' },
  tone: 'plum',
  fields: {
    office: { label: { 'zh-Hant': '選舉何職', 'zh-Hans': '选举何职', en: 'Office' }, required: true },
    tellers: { label: { 'zh-Hant': '發票、唱票、計票', 'zh-Hans': '发放选票、唱票、计票', en: 'Tellers' }, required: false },
    scrutineers: { label: { 'zh-Hant': '監票', 'zh-Hans': '监票', en: 'Scrutineers' }, required: false },
  },
  choices: {},
  data: electionData,
  layout: () => ({
    heading: [{ text: term('選舉', '选举') }, { field: 'office' }],
    before: [
      [{ text: term('計票：', '计票：') }, { field: 'tellers' }],
      [{ text: term('監票：', '监票：') }, { field: 'scrutineers' }],
    ],
    after: [],
    aside: [],
  }),
  fixtures: [
    {
      id: 'elec00000001',
      kind: 'election',
      heading: null,
      fields: { office: '第四屆常務理事', tellers: '溫書瑜', scrutineers: '葛明遠' },
      values: {},
      body: [{ id: 'elec00000002', kind: 'paragraph', inline: plain('以無記名單記法投票。') }],
      data: {
        seats: 2,
        alternates: 1,
        method: 'secret',
        marks: 1,
        issued: 9,
        returned: 9,
        valid: 8,
        void: 1,
        candidates: [
          { id: 'elec00000003', name: '石仲平', votes: 4 },
          { id: 'elec00000004', name: '柳思源', votes: 3 },
          { id: 'elec00000005', name: '唐以安', votes: 1 },
        ],
      } satisfies ElectionData,
    },
  ],
});
