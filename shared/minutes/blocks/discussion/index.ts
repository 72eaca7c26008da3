/** 分組討論: the meeting discusses in groups. Words of discussion, never of decision. */
import { plain } from '../../inline.ts';
import { defineSection, term } from '../../section.ts';

export const discussion = defineSection({
  kind: 'discussion',
  label: { 'zh-Hant': '分組討論', 'zh-Hans': '分组讨论', en: 'Group discussion' },
  offer: { group: 'hearing', names: 'fztl tl taolun fenzu 討論 讨论 座談 座谈 交流 綜合座談 workshop' },
  fields: {
    topic: { label: { 'zh-Hant': '主題', 'zh-Hans': '主题', en: 'Topic' }, required: false },
    moderator: { label: { 'zh-Hant': '召集人', 'zh-Hans': '召集人', en: 'Moderator' }, required: false },
  },
  choices: {},
  layout: () => ({
    heading: [{ text: term('分組討論', '分组讨论') }],
    before: [
      [{ text: term('主題：', '主题：') }, { field: 'topic' }],
      [{ text: term('召集人：', '召集人：') }, { field: 'moderator' }],
    ],
    after: [],
    aside: [],
  }),
  fixtures: [
    {
      id: 'disc00000001',
      kind: 'discussion',
      heading: null,
      fields: { topic: '社區苗圃的管理', moderator: '溫書瑜' },
      values: {},
      body: [{ id: 'disc00000002', kind: 'paragraph', inline: plain('與會代表圍繞苗圃的管理進行了討論。代表們認為，苗圃要由居民自己管起來。') }],
    },
  ],
});
