/** 臨時動議: a motion made at the meeting, by whom and seconded by whom, and what came of it. */
import { plain } from '../../inline.ts';
import { decisionLine, form, matterKind, outcome } from '../../motion.ts';
import { defineSection, type SectionLayout, term } from '../../section.ts';
import { decisionData } from '../../votes/decision.ts';

type Field = 'matter' | 'mover' | 'seconder' | 'decision';

export const extemporeMotion = defineSection({
  kind: 'extemporeMotion',
  label: { 'zh-Hant': '臨時動議', 'zh-Hans': '临时动议', en: 'Extempore motion' },
  offer: { group: 'deciding', names: 'lsdy linshi dongyi 其他事項 其他事项 動議 动议 附議 和議 any other business' },
  fields: {
    matter: { label: { 'zh-Hant': '案由', 'zh-Hans': '案由', en: 'Matter' }, required: true },
    mover: { label: { 'zh-Hant': '動議人', 'zh-Hans': '动议人', en: 'Moved by' }, required: false },
    seconder: { label: { 'zh-Hant': '附議人', 'zh-Hans': '附议人', en: 'Seconded by' }, required: false },
    decision: { label: { 'zh-Hant': '決議文字', 'zh-Hans': '决议文字', en: 'Wording of the decision' }, required: false },
  },
  data: decisionData,
  choices: { form: { ...form, initial: 'itemised' }, matterKind, outcome },
  layout: (values, region) =>
    values.form === 'narrative'
      ? ({
          heading: [],
          before: [],
          after: [],
          aside: ['matter', 'mover', 'seconder', 'decision'],
          outline: [{ field: 'matter' }],
        } satisfies SectionLayout<Field>)
      : ({
          heading: [{ text: term('案由：', '案由：') }, { field: 'matter' }],
          before: [
            [{ text: term('動議人：', '动议人：') }, { field: 'mover' }],
            // Hong Kong's word for who seconds.
            [{ text: region === 'HK' ? term('和議人：', '和议人：') : term('附議人：', '附议人：') }, { field: 'seconder' }],
          ],
          after: [decisionLine(values.outcome, region)],
          aside: [],
        } satisfies SectionLayout<Field>),
  fixtures: [
    {
      id: 'exte00000001',
      kind: 'extemporeMotion',
      heading: null,
      fields: { matter: '會館屋頂漏水修繕案', mover: '唐以安', seconder: '方若蘭', decision: '請秘書處取得兩家估價後辦理。' },
      values: { form: 'itemised', matterKind: 'general', outcome: 'passed' },
      body: [{ id: 'exte00000002', kind: 'paragraph', inline: plain('說明：三樓屋頂連日漏水。') }],
      data: { vote: { method: 'hands', inPerson: 9, inFavour: 7, against: 1, abstained: 1 }, owner: '秘書處', due: '2025-04-30' },
    },
    {
      id: 'exte00000003',
      kind: 'extemporeMotion',
      heading: null,
      fields: { matter: '延長展覽', mover: '唐以安', seconder: '葛明遠', decision: '' },
      values: { form: 'narrative', matterKind: 'general', outcome: 'unanimous' },
      body: [{ id: 'exte00000004', kind: 'paragraph', inline: plain('唐以安理事動議延長展覽一週，葛明遠理事附議，會議一致通過。') }],
    },
  ],
});
