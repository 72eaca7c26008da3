/** A rule in the words of the interface: 出席人數三分之二以上. */
import type { Language } from '../../language.ts';
import { votes } from '../../locale/votes.ts';
import { chineseNumeral } from '../../text/numerals.ts';
import { bases, type Comparator, type Fraction, type VoteRule } from './rule.ts';

function shareWords({ numerator, denominator }: Fraction, comparator: Comparator, language: Language): string {
  const words = votes[language];
  if (comparator === 'moreThan' && numerator === 1 && denominator === 2) return words['share.majority'];
  const fraction = language === 'en' ? `${numerator}/${denominator}` : `${chineseNumeral(denominator)}分之${chineseNumeral(numerator)}`;
  return words[`share.${comparator}`].replace('{{fraction}}', fraction);
}

/** What a rule asks for, with its quorum. */
export function ruleWords({ base, fraction, comparator, quorum }: VoteRule, language: Language): string {
  const words = votes[language];
  const share = shareWords(fraction, comparator, language);
  const asks = base === null ? words['share.noBase'].replace('{{share}}', share) : words['share.of'].replace('{{share}}', share).replace('{{base}}', bases[base][language]);
  if (!quorum) return asks;
  const there = words['share.quorum'].replace('{{share}}', shareWords(quorum.fraction, quorum.comparator, language));
  return `${there}${quorum.proxies ? '' : words['share.noProxies']}${language === 'en' ? '; ' : '，'}${asks}`;
}
