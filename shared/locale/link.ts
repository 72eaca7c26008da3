/** The words of the small window that sets a link. */
import { defineStrings } from './strings.ts';

export const link = defineStrings({
  'zh-Hant': {
    title: '連結',
    url: '網址',
    'url.hint': 'https:// 或電子郵件',
    text: '顯示文字',
    invalid: '請輸入 http、https 網址或電子郵件地址。',
    apply: '套用',
    remove: '移除連結',
    cancel: '取消',
  },
  'zh-Hans': {
    title: '链接',
    url: '网址',
    'url.hint': 'https:// 或电子邮件',
    text: '显示文字',
    invalid: '请输入 http、https 网址或电子邮件地址。',
    apply: '应用',
    remove: '移除链接',
    cancel: '取消',
  },
  en: {
    title: 'Link',
    url: 'Address',
    'url.hint': 'https:// or e-mail',
    text: 'Text shown',
    invalid: 'Enter an http or https address, or an e-mail address.',
    apply: 'Apply',
    remove: 'Remove link',
    cancel: 'Cancel',
  },
});
