import { layouts } from '../../../layouts/index.ts';
import { expect, it } from 'vitest';
import { printToText } from '../../../print/text.ts';
import { newMinutes } from '../../document.ts';
import { printDocument } from '../../printing.ts';
import { documentText } from '../../text.ts';
import { actions } from './index.ts';

const paper = (region: 'TW' | 'CN' | 'HK', script: 'Hant' | 'Hans', rows = actions.fixtures[0]?.data?.rows ?? []) =>
  printToText(printDocument({ ...newMinutes({ region, script }), blocks: [{ ...actions.fixtures[0]!, data: { rows } }] }, layouts.association));

it('print as a table in the words of the region, without what was marked afterwards', () => {
  expect(paper('TW', 'Hant')).toBe(
    '交辦事項\n項次\t交辦事項\t承辦人\t期限\t備註\n1\t修訂《志工管理辦法》並公告\t柳思源\t113年3月15日\t\n2\t洽詢苗圃續租\t唐以安\t下次會議前\t併同預算提出\n',
  );
  expect(paper('CN', 'Hans')).toContain('序号\t工作事项\t责任人\t完成时限');
  expect(paper('HK', 'Hant')).toContain('跟進事項\n項目\t跟進事項\t負責人\t限期');
});

it('have no column that is empty, and no table without rows', () => {
  expect(paper('TW', 'Hant', [{ id: 'row000001', task: '公告', owner: '柳思源', due: '', note: '' }])).toBe('交辦事項\n項次\t交辦事項\t承辦人\t期限\n1\t公告\t柳思源\t\n');
  expect(paper('TW', 'Hant', [])).toBe('交辦事項\n');
});

it('are found by search', () => {
  expect(documentText({ ...newMinutes(), blocks: [actions.fixtures[0]!] })).toContain('洽詢苗圃續租');
});
