import { layouts } from '../../../layouts/index.ts';
import { expect, it } from 'vitest';
import { printToText } from '../../../print/text.ts';
import { newMinutes } from '../../document.ts';
import { printDocument } from '../../printing.ts';
import { followUp } from './index.ts';

const paper = (region: 'TW' | 'CN' | 'HK', script: 'Hant' | 'Hans') =>
  printToText(printDocument({ ...newMinutes({ region, script }), blocks: [followUp.fixtures[0]!] }, layouts.association));

it('prints what became of each decision: in her words, else in those of the region', () => {
  expect(paper('TW', 'Hant')).toBe(
    [
      '前次會議決議執行情形',
      '項次\t決議事項\t承辦人\t執行情形',
      '1\t《志工管理辦法》修訂案（第三屆第四次第1案）\t柳思源\t已辦理完畢',
      '2\t增聘園藝顧問二名\t\t已洽定一名，另一名接洽中',
      '3\t苗圃續租\t唐以安\t尚未辦理',
      '',
    ].join('\n'),
  );
  expect(paper('CN', 'Hans')).toContain('上次会议决议落实情况\n序号\t决议事项\t责任人\t落实情况\n');
  expect(paper('CN', 'Hans')).toContain('已落实');
  expect(paper('HK', 'Hant')).toContain('續議事項\n項目\t上次會議議決\t負責人\t跟進情況\n');
});
