/** 會議紀錄 in Taiwan: what is usual there, and what 會議規範 wants a record to say. */
import type { Rule } from './rule.ts';

const practice = '慣例';
const meetingRules = '會議規範';
const text = ['title', 'metaLine', 'heading1', 'heading2', 'heading3', 'heading4', 'sectionHeading', 'body', 'item1', 'item2', 'item3', 'item4', 'attendance', 'signature'] as const;

export const taiwan: readonly Rule[] = [
  { id: 'paper', source: practice, strength: 'usual', check: { of: 'page', mm: { width: 210, height: 297 }, within: 0.5 } },
  { id: 'margins', source: practice, strength: 'usual', check: { of: 'page', mm: { top: 25, right: 25, bottom: 25, left: 25 }, within: 1 } },
  { id: 'textFace', source: practice, strength: 'usual', roles: text, check: { of: 'look', face: 'biaukai' } },
  { id: 'republicDate', source: practice, strength: 'usual', check: { of: 'never', pattern: '(?:19|20)\\d{2} ?年 ?\\d{1,2} ?月', like: '(?:民國)?\\d{2,3}年\\d{1,2}月\\d{1,2}日', example: '114年3月11日' } },
  { id: 'recordWord', source: practice, strength: 'usual', check: { of: 'never', pattern: '會議記錄$|會議記錄(?=\\n)|^記錄：', like: '會議紀錄|^紀錄：', example: '紀錄' } },
  { id: 'quotes', source: practice, strength: 'usual', check: { of: 'never', pattern: '[\\u3400-\\u9fff][“”]|[“”][\\u3400-\\u9fff]', like: '「[^」]*」', example: '「　」' } },
  {
    id: 'recordItems',
    source: meetingRules,
    strength: 'usual',
    check: {
      of: 'told',
      each: [
        ['時間', '^(?:\\S{0,3})?時間：'],
        ['地點', '^(?:\\S{0,3})?地點：'],
        ['出席', '^出\\s?席|出席(?:人員|者|委員|理事|監事)?：'],
        ['主席', '^主\\s?席'],
        ['紀錄', '^紀\\s?錄'],
      ],
    },
  },
  { id: 'signatures', source: meetingRules, strength: 'usual', check: { of: 'told', behindHead: true, each: [['主席', '^主\\s?席(?:簽名|簽章|簽署)?[：:\\t　 ]'], ['紀錄', '(?:^|[\\t　 ])紀\\s?錄(?:簽名|簽章|簽署)?[：:]']] } },
];
