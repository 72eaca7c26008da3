import { describe, expect, test } from 'vitest';
import { foldScript } from './fold.ts';

describe('foldScript', () => {
  test.each([
    ['審議通過', '审议通过'],
    ['會議紀錄', '会议纪录'],
    ['青禾綠化協會第三屆理事會', '青禾绿化协会第三届理事会'],
    ['裡裏里', '里里里'],
    ['著作、瞭解、餘額', '着作、了解、余额'],
    ['ＡＢＣ　１２３', 'abc 123'],
    ['「四點」與『五點』', '“四点”与‘五点’'],
    ['主席：石仲平，', '主席:石仲平,'],
    ['Word 文件', 'WORD 文件'],
    ['金額', '金额'],
  ])('%s is found as %s', (one, other) => {
    expect(foldScript(one)).toBe(foldScript(other));
  });

  test('different words stay different', () => {
    expect(foldScript('理事長')).not.toBe(foldScript('理事会'));
  });

  test('the folded text has the offsets of the text, and folding again changes nothing, for every code unit', () => {
    const all = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join('');
    const folded = foldScript(all);
    expect(folded).toHaveLength(all.length);
    expect(foldScript(folded)).toBe(folded);
  });

  test('a long text is folded whole', () => {
    expect(foldScript('𠮷會'.repeat(20_000))).toBe('𠮷会'.repeat(20_000));
  });
});
