/** 會議記錄 in Hong Kong: what is usual there. */
import type { Rule } from './rule.ts';

const practice = '慣例';

export const hongkong: readonly Rule[] = [
  { id: 'paper', source: practice, strength: 'usual', check: { of: 'page', mm: { width: 210, height: 297 }, within: 0.5 } },
  { id: 'runningNumbers', source: practice, strength: 'usual', check: { of: 'running' } },
  { id: 'recordWord', source: practice, strength: 'usual', check: { of: 'never', pattern: '會議紀錄$|會議紀錄(?=\\n)|^紀錄：', like: '會議記錄|^記錄：', example: '記錄' } },
  { id: 'quotes', source: practice, strength: 'usual', check: { of: 'never', pattern: '[\\u3400-\\u9fff][“”]|[“”][\\u3400-\\u9fff]', like: '「[^」]*」', example: '「　」' } },
  { id: 'signatures', source: practice, strength: 'usual', check: { of: 'told', behindHead: true, each: [['主席', '^主\\s?席(?:簽署|簽名)?[：:\\t　 ]'], ['秘書', '(?:^|[\\t　 ])(?:秘書|祕書|記錄)(?:簽署|簽名)?(?: [A-Za-z ]+)?[：:]']] } },
];
