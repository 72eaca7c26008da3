/** 致辭 (致詞, 講話): somebody speaks for a body. */
import { plain } from '../../inline.ts';
import { defineSection, term } from '../../section.ts';
import { speakerFields, speakerParts } from '../../speaker.ts';

export const speech = defineSection({
  kind: 'speech',
  label: { 'zh-Hant': '致辭', 'zh-Hans': '致辞', en: 'Speech' },
  offer: { group: 'hearing', common: true, names: 'zc zhici 致詞 致词 講話 讲话 發言 发言 address' },
  fields: {
    ...speakerFields({ name: 'required' }),
  },
  choices: {
    genre: {
      label: { 'zh-Hant': '體裁', 'zh-Hans': '体裁', en: 'Genre' },
      options: {
        address: { 'zh-Hant': '致辭', 'zh-Hans': '致辞', en: 'Address' },
        talk: { 'zh-Hant': '講話', 'zh-Hans': '讲话', en: 'Talk' },
      },
      initial: 'address',
      recurs: true,
    },
  },
  layout: ({ genre }, region) => ({
    heading: [
      ...speakerParts,
      // 致詞 is Taiwan's way to write it.
      { text: genre === 'talk' ? term('講話', '讲话') : region === 'TW' ? term('致詞', '致词') : term('致辭', '致辞') },
    ],
    before: [],
    after: [],
    aside: [],
  }),
  fixtures: [
    {
      id: 'spee00000001',
      kind: 'speech',
      heading: null,
      fields: { organisation: '市園林局', name: '方若蘭', title: '副局長' },
      values: { genre: 'address' },
      body: [
        {
          id: 'spee00000002',
          kind: 'paragraph',
          inline: plain('方若蘭副局長代表市園林局致辭，對大會召開表示祝賀。她指出，綠化工作要從社區做起。'),
        },
      ],
    },
    {
      id: 'spee00000003',
      kind: 'speech',
      heading: '來賓講話',
      fields: { organisation: '', name: '', title: '' },
      values: { genre: 'talk' },
      body: [{ id: 'spee00000004', kind: 'paragraph', inline: [] }],
    },
  ],
});
