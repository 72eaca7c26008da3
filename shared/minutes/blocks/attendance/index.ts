/** 出席: who was there. 出席 may vote, 列席 may speak only. */
import { plain } from '../../inline.ts';
import { defineSection, term } from '../../section.ts';

export const attendance = defineSection({
  kind: 'attendance',
  label: { 'zh-Hant': '出席', 'zh-Hans': '出席', en: 'Attendance' },
  offer: { group: 'opening', common: true, names: 'cx chuxi 出席名單 列席 請假 与会 attendees' },
  fields: {
    /** The chair of the day; prints with the data at the head of the record. */
    chair: { label: { 'zh-Hant': '當日主席', 'zh-Hans': '当日主持', en: 'Chair of the day' }, required: false, recurs: true },
    present: { label: { 'zh-Hant': '出席', 'zh-Hans': '出席', en: 'Present' }, required: false, recurs: true },
    proxy: { label: { 'zh-Hant': '委託出席', 'zh-Hans': '委托出席', en: 'By proxy' }, required: false, recurs: true },
    inAttendance: { label: { 'zh-Hant': '列席', 'zh-Hans': '列席', en: 'In attendance' }, required: false, recurs: true },
    leave: { label: { 'zh-Hant': '請假', 'zh-Hans': '请假', en: 'Apologies' }, required: false, recurs: true },
    absent: { label: { 'zh-Hant': '缺席', 'zh-Hans': '缺席', en: 'Absent' }, required: false, recurs: true },
  },
  choices: {
    /** How it is written when it is filled in from the roster; each form is text that can be edited. */
    form: {
      label: { 'zh-Hant': '寫成', 'zh-Hans': '写成', en: 'Written as' },
      options: {
        lists: { 'zh-Hant': '分項名單', 'zh-Hans': '分项名单', en: 'Labelled lists' },
        narrative: { 'zh-Hant': '一段文字', 'zh-Hans': '一段文字', en: 'A paragraph' },
        table: { 'zh-Hant': '簽到表', 'zh-Hans': '签到表', en: 'Sign-in table' },
      },
      initial: 'lists',
      recurs: true,
    },
  },
  // What a field holds prints in every form, so that no choice hides a name.
  layout: () => ({
    heading: [],
    before: [
      [{ text: term('出席：', '出席：') }, { field: 'present' }],
      [{ text: term('委託出席：', '委托出席：') }, { field: 'proxy' }],
      [{ text: term('列席：', '列席：') }, { field: 'inAttendance' }],
      [{ text: term('請假：', '请假：') }, { field: 'leave' }],
      [{ text: term('缺席：', '缺席：') }, { field: 'absent' }],
    ],
    after: [],
    aside: ['chair'],
    outline: [{ text: term('出席', '出席') }],
  }),
  fixtures: [
    {
      id: 'atte00000001',
      kind: 'attendance',
      heading: null,
      fields: {
        chair: '石仲平',
        present: '石仲平、方若蘭、柳思源、唐以安',
        proxy: '',
        inAttendance: '監事溫書瑜',
        leave: '理事葛明遠',
        absent: '',
      },
      values: { form: 'lists' },
      body: [{ id: 'atte00000002', kind: 'paragraph', inline: plain('應到五人，實到四人，已達法定人數。') }],
    },
    {
      id: 'atte00000003',
      kind: 'attendance',
      heading: null,
      fields: { chair: '石仲平', present: '', proxy: '', inAttendance: '', leave: '', absent: '' },
      values: { form: 'narrative' },
      body: [
        {
          id: 'atte00000004',
          kind: 'paragraph',
          inline: plain('青禾綠化協會理事長石仲平，副理事長方若蘭、唐以安出席會議。理事葛明遠請假。會議由石仲平理事長主持。'),
        },
      ],
    },
  ],
});
