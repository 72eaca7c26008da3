import { expect, test } from 'vitest';
import { fitting } from './fit.ts';

const names: [string, ...string[]][] = [['匯入封存檔…', '导入封存档…', 'Import archive…'], ['匯出…', '导出…', 'Export…', 'dc'], ['匯入…', '导入…', 'Import…', 'dr'], ['插入匯入的表格', '插入导入的表格', 'Insert']];
const found = (asked: string): string[] => fitting(names, asked, (one) => one).map(([name]) => name);

test('what is called just so comes first, then what begins so, then what has it in its name', () => {
  expect(found('匯入')).toEqual(['匯入…', '匯入封存檔…', '插入匯入的表格']);
  expect(found('匯入…')).toEqual(['匯入…', '匯入封存檔…', '插入匯入的表格']);
  expect(found('匯')).toEqual(['匯入封存檔…', '匯出…', '匯入…', '插入匯入的表格']);
});

test('names of other languages and short forms come after', () => {
  expect(found('import')).toEqual(['匯入封存檔…', '匯入…']);
  expect(found('DR')).toEqual(['匯入…']);
  expect(found('导入')).toEqual(['匯入封存檔…', '匯入…', '插入匯入的表格']);
  expect(found('表決')).toEqual([]);
});

test('nothing asked leaves everything as it is', () => expect(found('')).toEqual(names.map(([name]) => name)));
