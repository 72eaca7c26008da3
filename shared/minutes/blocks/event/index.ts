/** 活動: what happened beside the meeting: a visit, a reception, a signing. */
import { plain } from '../../inline.ts';
import { form } from '../../motion.ts';
import { defineSection, type SectionLayout, term } from '../../section.ts';

type Field = 'what' | 'time' | 'place';

export const event = defineSection({
  kind: 'event',
  label: { 'zh-Hant': '活動', 'zh-Hans': '活动', en: 'Event' },
  offer: { group: 'closing', names: 'hd huodong 參觀 参观 考察 團拜 团拜 聯誼 联谊 頒獎 颁奖 簽約 签约 餐敘 visit ceremony' },
  fields: {
    what: { label: { 'zh-Hant': '活動', 'zh-Hans': '活动', en: 'What' }, required: true },
    time: { label: { 'zh-Hant': '時間', 'zh-Hans': '时间', en: 'When' }, required: false },
    place: { label: { 'zh-Hant': '地點', 'zh-Hans': '地点', en: 'Where' }, required: false },
  },
  choices: { form },
  layout: (values) =>
    values.form === 'narrative'
      ? ({ heading: [], before: [], after: [], aside: ['what', 'time', 'place'], outline: [{ field: 'what' }] } satisfies SectionLayout<Field>)
      : {
          heading: [{ field: 'what' }],
          before: [
            [{ text: term('時間：', '时间：') }, { field: 'time' }],
            [{ text: term('地點：', '地点：') }, { field: 'place' }],
          ],
          after: [],
          aside: [],
        },
  fixtures: [
    {
      id: 'even00000001',
      kind: 'event',
      heading: null,
      fields: { what: '新春團拜會', time: '1月19日晚', place: '' },
      values: { form: 'narrative' },
      body: [{ id: 'even00000002', kind: 'paragraph', inline: plain('1月19日晚，協會舉辦了新春團拜會。') }],
    },
    {
      id: 'even00000003',
      kind: 'event',
      heading: null,
      fields: { what: '參觀青禾苗圃', time: '下午2時', place: '青禾苗圃' },
      values: { form: 'itemised' },
      body: [{ id: 'even00000004', kind: 'paragraph', inline: plain('由唐以安常務理事導覽。') }],
    },
  ],
});
