import { describe, expect, test } from 'vitest';
import type { Region, Script } from '../language.ts';
import { toScript } from './script.ts';

describe('toScript', () => {
  test.each<[string, Script, Region, string]>([
    ['理事會會議紀錄', 'Hant', 'TW', '理事會會議紀錄'],
    ['理事會會議紀錄', 'Hans', 'CN', '理事会会议记录'],
    ['理事會會議紀錄', 'Hant', 'CN', '理事會會議記錄'],
    ['理事會會議紀錄', 'Hant', 'HK', '理事會會議記錄'],
    ['理事會會議紀錄', 'Hans', 'TW', '理事会会议纪录'],
    ['方若蘭副局長致詞', 'Hans', 'CN', '方若兰副局长致辞'],
    ['上次會議決議執行情形', 'Hans', 'CN', '上次会议决议执行情形'],
    ['《志工管理辦法》修訂案', 'Hans', 'CN', '《志愿者管理办法》修订案'],
    ['隨著著作權法修正', 'Hans', 'CN', '随着著作权法修正'],
    ['後勤、里程、乾燥、乾坤', 'Hans', 'CN', '后勤、里程、干燥、乾坤'],
    ['提出「四個堅持」『甲』', 'Hans', 'CN', '提出“四个坚持”‘甲’'],
    ['提出「四個堅持」', 'Hans', 'TW', '提出「四个坚持」'],
    ['衛生組在會館裡', 'Hant', 'HK', '衞生組在會館裏'],
    ['', 'Hans', 'CN', ''],
  ])('%s in %s of %s is %s', (text, script, region, converted) => {
    expect(toScript(text, script, region)).toBe(converted);
  });
});
