/** 審議通過: what was considered and what came of it, told in a sentence or in the 案由／說明／辦法／決議 form. */
import { plain } from '../../inline.ts';
import { decisionLine, form, matterKind, outcome } from '../../motion.ts';
import { defineSection, type SectionLayout, term } from '../../section.ts';
import { decisionData } from '../../votes/decision.ts';

export const resolution = defineSection({
  kind: 'resolution',
  label: { 'zh-Hant': '審議通過', 'zh-Hans': '审议通过', en: 'Resolution' },
  offer: { group: 'deciding', common: true, names: 'sytg jy jueyi 決議 决议 審議 审议 提案 案由 討論事項 表決 motion decision' },
  fields: {
    matter: { label: { 'zh-Hant': '案由', 'zh-Hans': '审议事项', en: 'Matter' }, required: true },
    decision: { label: { 'zh-Hant': '決議文字', 'zh-Hans': '决议文字', en: 'Wording of the decision' }, required: false },
  },
  choices: { form, matterKind, outcome },
  data: decisionData,
  layout: (values, region) =>
    values.form === 'narrative'
      ? ({
          heading: [],
          before: [],
          after: [],
          aside: ['matter', 'decision'],
          outline: [{ field: 'matter' }],
        } satisfies SectionLayout<'matter' | 'decision'>)
      : {
          heading: [{ text: term('案由：', '案由：') }, { field: 'matter' }],
          before: [],
          after: [decisionLine(values.outcome, region)],
          aside: [],
        },
  fixtures: [
    {
      id: 'reso00000001',
      kind: 'resolution',
      heading: null,
      fields: { matter: '《志工管理辦法》修訂案', decision: '' },
      values: { form: 'narrative', matterKind: 'rules', outcome: 'passed' },
      body: [{ id: 'reso00000002', kind: 'paragraph', inline: plain('會議審議通過了《志工管理辦法》修訂案。') }],
    },
    {
      id: 'reso00000003',
      kind: 'resolution',
      heading: null,
      fields: { matter: '增聘園藝顧問二名', decision: '' },
      values: { form: 'itemised', matterKind: 'personnel', outcome: 'noObjection' },
      body: [{ id: 'reso00000004', kind: 'paragraph', inline: plain('說明：現任顧問任期將屆。') }],
    },
    {
      id: 'reso00000005',
      kind: 'resolution',
      heading: null,
      fields: { matter: '修訂章程第七條', decision: '' },
      values: { form: 'narrative', matterKind: 'charter', outcome: 'amended' },
      body: [{ id: 'reso00000006', kind: 'paragraph', inline: plain('出席理事18人，贊成15票、反對2票、棄權1票，修改後通過修訂章程第七條。') }],
      data: {
        mover: '石仲平',
        seconder: '柳思源',
        vote: { method: 'hands', seat: '理事', inPerson: 18, inFavour: 15, against: 2, abstained: 1 },
        amendedText: '第七條　理事任期三年，連選得連任一次。',
      },
    },
  ],
});
