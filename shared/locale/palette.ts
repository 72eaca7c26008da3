/** The palette. */
import { defineStrings } from './strings.ts';

export const palette = defineStrings({
  'zh-Hant': {
    title: '命令與搜尋',
    placeholder: '輸入命令，或會議裡的字句',
    commands: '命令',
    meetings: '會議',
    none: '沒有符合的命令或會議。',
  },
  'zh-Hans': {
    title: '命令与搜索',
    placeholder: '输入命令，或会议里的字句',
    commands: '命令',
    meetings: '会议',
    none: '没有符合的命令或会议。',
  },
  en: {
    title: 'Commands and search',
    placeholder: 'Type a command, or words of a meeting',
    commands: 'Commands',
    meetings: 'Meetings',
    none: 'No command or meeting matches.',
  },
});
