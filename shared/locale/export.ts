/** Export. */
import { defineStrings } from './strings.ts';

export const exporting = defineStrings({
  'zh-Hant': {
    'blanks.title': '還有 {{count}} 處待填',
    'blanks.text': '匯出的文件會在這些地方印出〔待填〕的名稱。',
    'blanks.more': '另外還有 {{count}} 處',
    anyway: '仍要匯出',
    back: '回去填寫',
    done: '已匯出「{{name}}」。',
    running: '正在匯出…',
    unsaved: '最新的文字還沒有儲存，所以沒有匯出。',
  },
  'zh-Hans': {
    'blanks.title': '还有 {{count}} 处待填',
    'blanks.text': '导出的文档会在这些地方印出〔待填〕的名称。',
    'blanks.more': '另外还有 {{count}} 处',
    anyway: '仍要导出',
    back: '回去填写',
    done: '已导出“{{name}}”。',
    running: '正在导出…',
    unsaved: '最新的文字还没有保存，所以没有导出。',
  },
  en: {
    'blanks.title': '{{count}} places still to fill in',
    'blanks.text': 'The exported file will show the name of each blank in its place.',
    'blanks.more': 'and {{count}} more',
    anyway: 'Export anyway',
    back: 'Go back and fill in',
    done: '“{{name}}” was exported.',
    running: 'Exporting…',
    unsaved: 'The latest text is not saved yet, so nothing was exported.',
  },
});
