/** Votes as sentences tell them, in either script: the numbers, and the words that say what came of it. */
import { foldScript } from '../../text/fold.ts';
import { numeralPattern, parseNumeral } from '../../text/numerals.ts';
import type { CountName } from './vote.ts';

/** What words can say of a vote. */
export type Said = 'unanimous' | 'noObjection' | 'carried' | 'rejected';

export interface ReadNumber {
  name: CountName;
  value: number;
  /** The words it was read from. */
  quote: string;
  /** Offsets of the number alone in the text that was read. */
  start: number;
  end: number;
}

export interface ReadWords {
  said: Said;
  quote: string;
  start: number;
  end: number;
}

export interface ReadSentence {
  /** Offsets in the text that was read; the sign at the end belongs to it. */
  start: number;
  end: number;
  text: string;
  numbers: ReadNumber[];
  said: ReadWords[];
  /** Whether it tells how many voted which way. */
  counts: boolean;
}

const number = `((?<![0-9])[0-9]{1,7}|${numeralPattern}{1,8})`;
const people = '[人名位]';
const gap = (most: number) => `[^0-9,;。、()]{0,${most}}?`;

/** Each number by the words around it, on folded text; the first group is the number. */
const counted: readonly (readonly [CountName, RegExp])[] = [
  ['members', new RegExp(`应(?:到|出席|到会|参会)${gap(12)}${number}${people}`, 'dg')],
  ['attending', new RegExp(`(?:实到|实际出席|(?<!应|委托|代理|亲自|本人|实际)出席)${gap(12)}${number}${people}`, 'dg')],
  ['inPerson', new RegExp(`(?:亲自|本人)(?:出席|到会)${gap(8)}${number}${people}`, 'dg')],
  ['proxies', new RegExp(`(?:委托|代理)(?:出席|到会|代表|他人)?${gap(4)}${number}${people}`, 'dg')],
  ['recused', new RegExp(`(?:回避|避席)${gap(6)}${number}${people}`, 'dg')],
  ['recused', new RegExp(`${number}${people}(?:理事|委员|会员|监事)?(?:回避|避席)`, 'dg')],
  ['voters', new RegExp(`有(?:表决|投票)权${gap(8)}${number}${people}`, 'dg')],
  ...(
    [
      ['inFavour', '(?<!不)(?:赞成|同意)'],
      ['against', '(?:反对|不同意|不赞成)'],
      ['abstained', '弃权'],
      ['notCast', '(?:未投票?|未表决)'],
    ] as const
  ).flatMap(([name, word]): [CountName, RegExp][] => [
    [name, new RegExp(`${word}(?:者|的|票数?)?(?:共|计|有|为|:)?${number}[票人名]`, 'dg')],
    [name, new RegExp(`${number}[票人名]${word}`, 'dg')],
  ]),
];
const ballotNames: ReadonlySet<CountName> = new Set(['inFavour', 'against', 'abstained', 'notCast']);

/** In this order: words that were taken are not read again. */
const words: readonly (readonly [Said, RegExp])[] = [
  ['rejected', /(?:未获?|不予|不获|没有|未能)(?:表决|审议)?通过|否决/g],
  ['unanimous', /一致(?:表决|举手|投票)?(?:同意|赞成|通过|决议|赞同)|全票(?:同意|赞成|通过)|全体(?:一致)?(?:同意|赞成|通过|赞同)/g],
  ['noObjection', /无异议(?:同意|认可|照案)?(?:通过|认可)?|鼓掌通过/g],
  ['carried', /(?:审议|表决|投票|举手|照案|修正|修改后|修订后|原则|部分|讨论)(?:并|后)?通过(?!后)|(?<![经将拟待未不获予])通过(?=[。,;了《]|本案|此案|该案|$)/g],
];

/** The sentences of a text that tell a vote or what came of one. */
export function readVotes(text: string): ReadSentence[] {
  const folded = foldScript(text);
  const sentences: ReadSentence[] = [];
  for (const match of folded.matchAll(/[^。;\n]+[。;]?/g)) {
    const [whole] = match;
    const source = text.slice(match.index, match.index + whole.length);
    const numbers = numbersIn(whole, source, match.index);
    const said = saidIn(whole, source, match.index);
    const votes = numbers.filter(({ name }) => ballotNames.has(name));
    // 「同意15人入會」 counts nobody's vote: a ballot is told in 票, or beside another.
    const counts = votes.length > 1 || votes.some(({ quote }) => quote.includes('票'));
    if (counts || said.length > 0) sentences.push({ start: match.index, end: match.index + whole.length, text: source, numbers: counts ? numbers : [], said, counts });
  }
  return sentences;
}

function numbersIn(folded: string, source: string, offset: number): ReadNumber[] {
  const found = new Map<CountName, ReadNumber>();
  for (const [name, pattern] of counted) {
    for (const match of folded.matchAll(pattern)) {
      const value = valueOf(match[1] ?? '');
      const [start, end] = match.indices?.[1] ?? [0, 0];
      const known = found.get(name);
      if (value === null || (known && known.start <= start + offset)) continue;
      found.set(name, { name, value, quote: source.slice(match.index, match.index + match[0].length), start: start + offset, end: end + offset });
    }
  }
  return [...found.values()];
}

const valueOf = (text: string): number | null => (/^[0-9]+$/.test(text) ? Number(text) : parseNumeral(text));

function saidIn(folded: string, source: string, offset: number): ReadWords[] {
  const said: ReadWords[] = [];
  let left = folded;
  for (const [name, pattern] of words) {
    for (const { 0: taken, index } of left.matchAll(pattern)) {
      said.push({ said: name, quote: source.slice(index, index + taken.length), start: index + offset, end: index + taken.length + offset });
    }
    left = left.replace(pattern, (taken) => '_'.repeat(taken.length));
  }
  return said;
}
