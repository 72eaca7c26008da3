/** In which script and for which region a foreign record was written. */
import type { Region, Script } from '#shared/language.ts';
import type { Line, Paper } from '#shared/minutes/recognise/build.ts';
import { recogniseLines } from '#shared/minutes/recognise/index.ts';
import { foldScript } from '#shared/text/fold.ts';

/** 繁 where the text holds characters that 简 writes in another way. */
export function scriptOf(text: string): Script {
  // Signs and letters fold too, in either script.
  const characters = text.replace(/[^\p{Script=Han}]/gu, '');
  const folded = foldScript(characters);
  let traditional = 0;
  for (let at = 0; at < characters.length; at++) if (characters[at] !== folded[at]) traditional++;
  return traditional > characters.length / 20 ? 'Hant' : 'Hans';
}

/** The script that a language tag says; null where it says none. */
export const scriptOfTag = (tag: string): Script | null => (/^zh-(?:CN|SG|Hans)/.test(tag) ? 'Hans' : /^zh-(?:TW|HK|MO|Hant)/.test(tag) ? 'Hant' : null);

/** The head of a record is not longer than this. Lines. */
const headLines = 15;

/** Words and dates that only one region's records have. */
const signs: readonly (readonly [Region, RegExp])[] = [
  ['TW', /民國|社團法人|財團法人|理監事|案由|(?<!\d)1[0-2]\d年\d{1,2}月|(?:會議|主席|理事長?)[\s　]*[：:]?.{0,8}紀錄[：:]|紀錄$/m],
  ['HK', /香港|由.{2,8}動議|和議|會議記錄$|列席者|缺席者|檔號/m],
  ['CN', /记录|紀要|中共|街道办|居委会|民政局/],
];

/**
 * The region of a record: that in whose form its head prints exactly as it stands, else that whose words it uses, else
 * the one of the file's language, else Taiwan. 简 is of the mainland.
 */
export function regionOf(lines: readonly Line[], script: Script, language: string): Region {
  if (script === 'Hans') return 'CN';
  const head = lines.slice(0, headLines);
  const text = head.map((line) => line.text).join('\n');
  const score = (region: Region): number => {
    const paper: Paper = { region, script };
    const exact = recogniseLines(head, paper).taken.length * 4;
    const named = signs.some(([of, form]) => of === region && form.test(text)) ? 2 : 0;
    const tagged = { TW: 'zh-TW', HK: 'zh-HK', CN: 'zh-CN' }[region] === language ? 1 : 0;
    return exact + named + tagged;
  };
  return (['TW', 'CN', 'HK'] as const).map((region) => ({ region, score: score(region) })).reduce((best, one) => (one.score > best.score ? one : best)).region;
}
