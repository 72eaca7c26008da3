/** The status line. */
import { defineStrings } from './strings.ts';

export const status = defineStrings({
  'zh-Hant': {
    page: '第 {{page}} 頁，共 {{pages}} 頁',
    pages: '共 {{pages}} 頁',
    pageHint: '插入點所在的頁與總頁數，依所選版面計算',
    characters: '{{count}} 字',
    blanks: '待填 {{count}}',
    blanksHint: '跳到下一個待填處',
    zoom: '顯示比例',
    zoomValue: '{{percent}}%',
    zoomIn: '放大',
    zoomOut: '縮小',
  },
  'zh-Hans': {
    page: '第 {{page}} 页，共 {{pages}} 页',
    pages: '共 {{pages}} 页',
    pageHint: '插入点所在的页与总页数，按所选版式计算',
    characters: '{{count}} 字',
    blanks: '待填 {{count}}',
    blanksHint: '跳到下一个待填处',
    zoom: '显示比例',
    zoomValue: '{{percent}}%',
    zoomIn: '放大',
    zoomOut: '缩小',
  },
  en: {
    page: 'Page {{page}} of {{pages}}',
    pages: 'Pages: {{pages}}',
    pageHint: 'The page of the cursor and the number of pages, by the layout of the record',
    characters: 'Characters: {{count}}',
    blanks: '{{count}} to fill in',
    blanksHint: 'Go to the next blank',
    zoom: 'Zoom',
    zoomValue: '{{percent}}%',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
  },
});
