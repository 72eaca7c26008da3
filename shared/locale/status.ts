/** The status line. */
import { defineStrings } from './strings.ts';

export const status = defineStrings({
  'zh-Hant': {
    characters: '{{count}} 字',
    blanks: '待填 {{count}}',
    blanksHint: '跳到下一個待填處',
    zoom: '顯示比例',
    zoomValue: '{{percent}} %',
    zoomIn: '放大',
    zoomOut: '縮小',
  },
  'zh-Hans': {
    characters: '{{count}} 字',
    blanks: '待填 {{count}}',
    blanksHint: '跳到下一个待填处',
    zoom: '显示比例',
    zoomValue: '{{percent}} %',
    zoomIn: '放大',
    zoomOut: '缩小',
  },
  en: {
    characters: '{{count}} characters',
    blanks: '{{count}} to fill in',
    blanksHint: 'Go to the next blank',
    zoom: 'Zoom',
    zoomValue: '{{percent}} %',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
  },
});
