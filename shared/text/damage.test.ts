import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyRepairs, findDamage } from './damage.ts';

const decoder = new TextDecoder('gbk');
const gbk = (bytes: Uint8Array) => decoder.decode(bytes);
const repaired = (text: string) => applyRepairs(text, findDamage(text, gbk).repairs);

describe('pinyin after characters', () => {
  test.each([
    ['會議現(xiàn)場', '會議現場'],
    ['學(xué)習(xí)綠(lǜ)化', '學習綠化'],
    ['理事們(men)認(rèn)為', '理事們認為'],
    ['機(jī)構(gòu)(以下簡稱協(xié)會)', '機構(以下簡稱協會)'],
    ['𠮷(jí)野', '𠮷野'],
    ['強(qiánɡ)調(diào)', '強調'],
  ])('%s becomes %s', (text, clean) => {
    expect(repaired(text)).toBe(clean);
  });

  test.each([
    '青禾苗木(廈門)有限公司',
    '植樹面積十二公頃(ha)',
    '園區平臺(app)上線',
    '甲方(A)、乙方(b)',
    '樹高(tāllér)',
    '見附件(一)',
    '(xiàn)開頭',
  ])('%s stays', (text) => {
    expect(repaired(text)).toBe(text);
  });

  test('a unit in an annotated text is left and named', () => {
    const damage = findDamage('種(zhǒng)植十二公頃(ha)', gbk);
    expect(damage.counts.pinyin).toBe(1);
    expect(damage.unresolved).toEqual([{ kind: 'pinyin', start: 13, end: 17, text: '(ha)' }]);
  });
});

describe('a lost lead byte', () => {
  test.each([
    ['發(fā)展?fàn)顩r良好', '發展狀況良好'],
    ['企業(yè)經(jīng)?fàn)I情形', '企業經營情形'],
    ['苗木生長狀況與?fàn)顟B', '苗木生長狀況與狀態'],
    ['苗木生長顟B良好', '苗木生長狀態良好'],
  ])('%s becomes %s', (text, clean) => {
    expect(repaired(text)).toBe(clean);
  });

  test.each(['項目計劃B與維生素B', '顧問A組', '如何(how?yes)', '面積多大?'])('%s stays', (text) => {
    expect(findDamage(text, gbk).counts.lostByte).toBe(0);
  });

  test('what cannot be decoded is named and stays', () => {
    const text = '苗木?fàn)，長勢';
    const damage = findDamage(text, gbk);
    expect(damage.repairs).toEqual([]);
    expect(damage.unresolved).toEqual([{ kind: 'lostByte', start: 2, end: 7, text: '?fàn)' }]);
    expect(repaired(text)).toBe(text);
  });
});

describe('script errors', () => {
  const context = '協會會員單位積極參與綠化設計與養護，';
  const found = (text: string, names?: string[]) =>
    applyRepairs(context + text, findDamage(context + text, gbk, names ? { names } : {}).repairs, ['script']).slice(context.length);

  test.each([
    ['最后處于規范', '最後處於規範'],
    ['云計算與先進制造', '雲計算與先進製造'],
    ['共280余人參加', '共280餘人參加'],
    ['會上發言，并一致同意合并', '會上發言，並一致同意合併'],
    ['機制作用、限制造成、批准備案、若干事項', '機制作用、限制造成、批准備案、若干事項'],
    ['范若梅院士、于利民秘書長、太后', '范若梅院士、于利民秘書長、太后'],
    ['規(guī)范', '規(guī)範'],
  ])('%s becomes %s', (text, clean) => {
    expect(found(text)).toBe(clean);
  });

  test('people on the roster are protected', () => {
    expect(found('由于利民主持', ['于利民'])).toBe('由于利民主持');
  });

  test('a simplified text has none', () => {
    expect(findDamage('会议最后通过了规范云计算的办法', gbk).counts.script).toBe(0);
  });
});

describe('half-width punctuation', () => {
  const found = (text: string) => applyRepairs(text, findDamage(text, gbk, { region: 'CN' }).repairs, ['punctuation']);
  test.each([
    ['會議指出,綠化要從社區做起;2024年完成.', '會議指出，綠化要從社區做起；2024年完成。'],
    ['提出"四點"希望:一是', '提出“四點”希望：一是'],
    ['青禾(廈門)公司', '青禾（廈門）公司'],
    ['共1,200株,用時9:30,見 a,b', '共1,200株，用時9:30，見 a,b'],
  ])('%s becomes %s', (text, clean) => {
    expect(found(text)).toBe(clean);
  });

  test('Taiwan has its own quotation marks', () => {
    const text = '提出"四點"';
    expect(applyRepairs(text, findDamage(text, gbk, { region: 'TW' }).repairs, ['punctuation'])).toBe('提出「四點」');
  });
});

describe('repairs', () => {
  test('are counted by class, are made by class, and say what they change', () => {
    const text = '青禾協(xié)會最后說明:生長?fàn)顩r';
    const damage = findDamage(text, gbk);
    expect(damage.counts).toEqual({ pinyin: 1, lostByte: 1, script: 1, punctuation: 1 });
    expect(applyRepairs(text, damage.repairs)).toBe('青禾協會最后說明:生長狀況');
    expect(applyRepairs(text, damage.repairs, [])).toBe(text);
    expect(applyRepairs(text, damage.repairs, ['pinyin', 'lostByte', 'script', 'punctuation'])).toBe('青禾協會最後說明：生長狀況');
    for (const repair of damage.repairs) expect(text.slice(repair.start, repair.end)).toBe(repair.before);
  });

  test('never overlap and are in order, in any text', () => {
    const soup = fc.array(
      fc.constantFrom('現', '(xiàn)', '(men)', '?fàn)', '顩r', '顟B', 'I', '規', '范', '最', '后', '(', ')', ',', '"', '?', '廈門', '\ufffd', '\n'),
    );
    fc.assert(
      fc.property(soup, (parts) => {
        const text = parts.join('');
        const { repairs } = findDamage(text, gbk);
        repairs.reduce((at, repair) => {
          expect(repair.start).toBeGreaterThanOrEqual(at);
          expect(text.slice(repair.start, repair.end)).toBe(repair.before);
          return repair.end;
        }, 0);
      }),
    );
  });
});

const sample = new URL('../../../shared/samples/council-meeting.txt', import.meta.url);
test.runIf(existsSync(sample))('a published record loses its 504 readings and keeps its parentheses', () => {
  const text = readFileSync(sample, 'utf8');
  const damage = findDamage(text, gbk);
  expect(damage.counts).toMatchObject({ pinyin: 504, lostByte: 1 });
  expect(damage.unresolved).toEqual([]);
  const clean = applyRepairs(text, damage.repairs);
  expect(clean).toContain('發展狀況');
  expect(clean.match(/[(][^)]*[)]/g)).toEqual(['(以下簡稱科信局)', '(廈門)']);
  expect(damage.repairs.filter((repair) => repair.kind === 'script').map((repair) => repair.after).join('')).toMatch(/^[餘於後雲製範鬥並係]+$/);
});
