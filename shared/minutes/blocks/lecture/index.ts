/** 演講: somebody lectures on a topic. */
import { plain } from '../../inline.ts';
import { defineSection, term } from '../../section.ts';
import { speakerFields, speakerParts } from '../../speaker.ts';

export const lecture = defineSection({
  kind: 'lecture',
  label: { 'zh-Hant': '演講', 'zh-Hans': '演讲', en: 'Lecture' },
  offer: { group: 'hearing', names: 'yj yanjiang zt ztyj 專題演講 主題演講 主题演讲 主旨演講 講座 讲座 talk' },
  tone: 'green',
  fields: {
    ...speakerFields({ name: 'required' }),
    topic: { label: { 'zh-Hant': '演講題目', 'zh-Hans': '演讲题目', en: 'Topic' }, required: false },
  },
  choices: {},
  // A mainland record names the topic in its text (作了題為“…”的主題演講); elsewhere it stands on a line of its own.
  layout: (_values, region) => ({
    heading: [...speakerParts, { text: region === 'CN' ? term('作演講', '作演讲') : region === 'TW' ? term('專題演講', '专题演讲') : term('演講', '演讲') }],
    before: region === 'CN' ? [] : [[{ text: region === 'TW' ? term('講題：', '讲题：') : term('題目：', '题目：') }, { field: 'topic' }]],
    after: [],
    aside: region === 'CN' ? ['topic'] : [],
  }),
  fixtures: [
    {
      id: 'lect00000001',
      kind: 'lecture',
      heading: null,
      fields: { organisation: '林業大學', name: '范若梅', title: '教授', topic: '城市樹木的水分管理' },
      values: {},
      body: [
        {
          id: 'lect00000002',
          kind: 'paragraph',
          inline: plain('范若梅教授作了題為「城市樹木的水分管理」的主題演講，圍繞老樹的養護提出三點建議。'),
        },
      ],
    },
  ],
});
