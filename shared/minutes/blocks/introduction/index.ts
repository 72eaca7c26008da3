/** 介紹: somebody introduces a subject. */
import { plain } from '../../inline.ts';
import { defineSection, term } from '../../section.ts';
import { speakerFields, speakerParts } from '../../speaker.ts';

export const introduction = defineSection({
  kind: 'introduction',
  label: { 'zh-Hant': '介紹', 'zh-Hans': '介绍', en: 'Introduction' },
  offer: { group: 'hearing', names: 'js jieshao 說明 说明 通報 通报 情況介紹 情况介绍 presentation briefing' },
  tone: 'green',
  fields: {
    ...speakerFields({ name: 'required' }),
    subject: { label: { 'zh-Hant': '介紹什麼', 'zh-Hans': '介绍什么', en: 'Subject' }, required: false },
  },
  choices: {},
  layout: () => ({
    heading: [...speakerParts, { text: term('作', '作') }, { field: 'subject' }, { text: term('介紹', '介绍') }],
    before: [],
    after: [],
    aside: [],
  }),
  fixtures: [
    {
      id: 'intr00000001',
      kind: 'introduction',
      heading: null,
      fields: { organisation: '', name: '柳思源', title: '秘書長', subject: '苗圃規劃' },
      values: {},
      body: [{ id: 'intr00000002', kind: 'paragraph', inline: plain('柳思源秘書長以「社區苗圃的今天與明天」為題，介紹了苗圃規劃的情況。') }],
    },
  ],
});
