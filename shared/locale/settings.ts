/** Preferences. */
import { defineStrings } from './strings.ts';

export const settings = defineStrings({
  'zh-Hant': {
    title: '偏好設定',
    language: '介面語言',
    'language.system': '跟隨系統',
    theme: '外觀',
    'theme.system': '跟隨系統',
    'theme.light': '淺色',
    'theme.dark': '深色',
    lightPaper: '深色外觀時，紙張保持白色',
    suggestPhrases: '打字時提示以前用過的片語（Tab 採用）',
    zoom: '顯示比例',
    done: '完成',
  },
  'zh-Hans': {
    title: '偏好设置',
    language: '界面语言',
    'language.system': '跟随系统',
    theme: '外观',
    'theme.system': '跟随系统',
    'theme.light': '浅色',
    'theme.dark': '深色',
    lightPaper: '深色外观时，纸张保持白色',
    suggestPhrases: '输入时提示以前用过的短语（Tab 采用）',
    zoom: '显示比例',
    done: '完成',
  },
  en: {
    title: 'Preferences',
    language: 'Language',
    'language.system': 'As the system',
    theme: 'Appearance',
    'theme.system': 'As the system',
    'theme.light': 'Light',
    'theme.dark': 'Dark',
    lightPaper: 'Keep the paper white in dark appearance',
    suggestPhrases: 'Offer phrases used before while typing (Tab takes them)',
    zoom: 'Zoom',
    done: 'Done',
  },
});
