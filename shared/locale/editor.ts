/** What the paper itself says that is not part of the record. */
import { defineStrings } from './strings.ts';

export const editorStrings = defineStrings({
  'zh-Hant': {
    paper: '會議紀錄',
    'head.body': '會議體',
    'head.term': '屆',
    'head.session': '次',
    'head.when': '時間',
    'head.start': '開始',
    'head.end': '結束',
    'heading.derived': '自動標題',
    'heading.hand': '自訂標題',
    'heading.none': '無標題',
    'heading.switch': '改為{{next}}',
  },
  'zh-Hans': {
    paper: '会议记录',
    'head.body': '会议体',
    'head.term': '届',
    'head.session': '次',
    'head.when': '时间',
    'head.start': '开始',
    'head.end': '结束',
    'heading.derived': '自动标题',
    'heading.hand': '自定标题',
    'heading.none': '无标题',
    'heading.switch': '改为{{next}}',
  },
  en: {
    paper: 'Minutes',
    'head.body': 'Body',
    'head.term': 'Term',
    'head.session': 'Meeting no.',
    'head.when': 'Time',
    'head.start': 'From',
    'head.end': 'To',
    'heading.derived': 'Made from fields',
    'heading.hand': 'Own heading',
    'heading.none': 'No heading',
    'heading.switch': 'Change to: {{next}}',
  },
});
