/** The words of the window in which a new table gets its size. */
import { defineStrings } from './strings.ts';

export const table = defineStrings({
  'zh-Hant': {
    title: '插入表格',
    size: '{{columns}} 欄 × {{rows}} 列',
    hint: '方向鍵選擇大小，Enter 插入',
    header: '第一列是標題列',
    insert: '插入',
    cancel: '取消',
  },
  'zh-Hans': {
    title: '插入表格',
    size: '{{columns}} 列 × {{rows}} 行',
    hint: '方向键选择大小，Enter 插入',
    header: '第一行是标题行',
    insert: '插入',
    cancel: '取消',
  },
  en: {
    title: 'Insert table',
    size: '{{columns}} columns × {{rows}} rows',
    hint: 'Arrow keys choose the size, Enter inserts',
    header: 'The first row is a header',
    insert: 'Insert',
    cancel: 'Cancel',
  },
});
