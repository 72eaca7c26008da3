/** Rules as charters write them: 「三分之二以上」「過半數」「全體理事過半數出席，出席過半數同意」, in either script. */
import { foldScript } from '../../text/fold.ts';
import { numeralPattern, parseNumeral } from '../../text/numerals.ts';
import { type Base, type Comparator, type Fraction, fractionSchema, type QuorumRule, type VoteRule } from './rule.ts';

export type WrittenRule = Pick<VoteRule, 'base' | 'fraction' | 'comparator' | 'quorum'>;

interface Share {
  start: number;
  end: number;
  fraction: Fraction;
  comparator: Comparator;
}

const number = `(${numeralPattern}{1,6})`;
/** 超過, 逾, 多於 before a fraction; 以上 behind it. */
const before = '(超过|逾|多于|大于|过|达到|达|不少于|不低于|至少)?';
const after = '(?:\\(含\\))?(以上|或以上)?';
const written = new RegExp(`${before}(?:全体的?)?(?:${number}分之${number}|(\\d{1,3})/(\\d{1,3})|(\\d{1,3})%|(半)数|(全)票|(一致))${after}`, 'g');

/** Reads the rule that a clause of a charter states; null where it states no share. */
export function readRuleWords(words: string): WrittenRule | null {
  const text = foldScript(words);
  let quorum: QuorumRule | null = null;
  let vote: WrittenRule | null = null;
  let from = 0;
  for (const share of sharesOf(text)) {
    const clause = clauseAround(text, from, share);
    const around = clause.ahead + text.slice(share.start, share.end) + clause.behind;
    from = share.end;
    if (isQuorum(clause.behind)) quorum ??= { fraction: share.fraction, comparator: share.comparator, proxies: !/亲自|本人/.test(around) };
    else vote ??= { base: baseIn(around), fraction: share.fraction, comparator: share.comparator, quorum: null };
  }
  return vote && { ...vote, quorum };
}

function sharesOf(text: string): Share[] {
  return [...text.matchAll(written)].flatMap((match) => {
    const [whole, sign, denominator, numerator, over, under, percent, half, all, unanimous, ending] = match;
    const fraction = fractionOf(numerator ?? over, denominator ?? under, percent, half ?? all ?? unanimous);
    if (!fraction) return [];
    const total = all !== undefined || unanimous !== undefined;
    const comparator: Comparator = total ? 'atLeast' : comparatorOf(sign, ending);
    return [{ start: match.index, end: match.index + whole.length, fraction, comparator }];
  });
}

function fractionOf(numerator: string | undefined, denominator: string | undefined, percent: string | undefined, word: string | undefined): Fraction | null {
  if (word === '半') return { numerator: 1, denominator: 2 };
  if (word !== undefined) return { numerator: 1, denominator: 1 };
  const value = (text: string | undefined): number => (text === '百' ? 100 : (parseNumeral(text ?? '') ?? 0));
  const read = percent === undefined ? { numerator: value(numerator), denominator: value(denominator) } : { numerator: Number(percent), denominator: 100 };
  const checked = fractionSchema.safeParse(read);
  return checked.success ? checked.data : null;
}

/** 過半數 and 超過 are more than; 以上, 達, 不少於 at least; neither is not settled. */
function comparatorOf(sign: string | undefined, ending: string | undefined): Comparator {
  if (ending === '以上' || ending === '或以上') return 'atLeast';
  if (sign === undefined) return 'unresolved';
  return ['超过', '逾', '多于', '大于', '过'].includes(sign) ? 'moreThan' : 'atLeast';
}

/** The words before a share, from the share before it, and those behind it, to the end of the clause. */
function clauseAround(text: string, from: number, { start, end }: Share): { ahead: string; behind: string } {
  const ahead = text.slice(from, start);
  const cut = Math.max(...[',', ';', '。', '、'].map((sign) => ahead.lastIndexOf(sign)));
  const [behind = ''] = text.slice(end).split(/[,;。]/);
  return { ahead: ahead.slice(cut + 1), behind };
}

/** A share that attends: 「…以上之會員出席」, and not 「…以上出席會員之同意」. */
const isQuorum = (behind: string): boolean => {
  const agreed = behind.search(/同意|通过|赞成|表决|决议|决定|票/);
  const there = /(?:出席|到会|与会|到场)(?!(?:的|之)?(?:会员|理事|监事|代表|委员|成员|人|者|总))/.exec(behind);
  return there !== null && (agreed === -1 || there.index < agreed);
};

function baseIn(clause: string): Base | null {
  if (/有效(?:选|投)?票/.test(clause)) return 'valid';
  if (/投票(?:总|人|者|数)|总票|所投/.test(clause)) return 'cast';
  if (/出席|到会|与会|在场/.test(clause)) return 'present';
  return /全体|总数|应到|总额/.test(clause) ? 'all' : null;
}
