import { describe, expect, it } from 'vitest';
import { type Person, personSchema } from '../roster.ts';
import { readRuleWords } from './charter-words.ts';
import { presetOf, presets } from './presets.ts';
import { ruleFor, ruleTableSchema, type VoteRule } from './rule.ts';
import { ruleWords } from './rule-words.ts';
import { counts, voteSchema } from './vote.ts';
import { countVoters } from './voters.ts';

describe('the presets', () => {
  it('are tables of rules, each marked to be checked', () => {
    for (const { rules } of Object.values(presets)) {
      expect(ruleTableSchema.parse(rules)).toEqual(rules);
      expect(rules.every(({ preset }) => preset)).toBe(true);
    }
  });

  it('are told from region and name of the body, in both scripts', () => {
    expect(presetOf('TW', '理事會')).toBe('twBoard');
    expect(presetOf('TW', '會員代表大會')).toBe('twAssembly');
    expect(presetOf('CN', '会员代表大会')).toBe('cnAssembly');
    expect(presetOf('CN', '理事会')).toBe('cnBoard');
    expect(presetOf('HK', '執行委員會')).toBe('hkSociety');
  });

  it('ask in Taiwan for two thirds of those present where a charter changes, and for more than half otherwise', () => {
    const words = (matter: Parameters<typeof ruleFor>[1]) => ruleWords(ruleFor(presets.twAssembly.rules, matter) as VoteRule, 'zh-Hant');
    expect(words('charter')).toBe('過半數出席，出席人數三分之二以上');
    expect(words('recall')).toBe(words('charter'));
    expect(words('finance')).toBe('過半數出席，出席人數過半數');
    expect(ruleWords(ruleFor(presets.twBoard.rules, 'general') as VoteRule, 'zh-Hant')).toContain('（委託不計）');
  });

  it('have no ordinary majority for an election', () => {
    expect(ruleFor(presets.twAssembly.rules, 'election')).toBeNull();
    expect(ruleFor([], 'general')).toBeNull();
  });
});

describe('the words of a charter', () => {
  const short = (words: string) => {
    const rule = readRuleWords(words);
    if (!rule) return null;
    const share = ({ comparator, fraction }: Pick<VoteRule, 'comparator' | 'fraction'>) => `${comparator} ${fraction.numerator}/${fraction.denominator}`;
    return [rule.base, share(rule), rule.quorum && `${share(rule.quorum)}${rule.quorum.proxies ? '' : ' in person'}`];
  };

  it.each([
    ['三分之二以上', null, 'atLeast 2/3', null],
    ['三分之二', null, 'unresolved 2/3', null],
    ['超過三分之二', null, 'moreThan 2/3', null],
    ['超过三分之二', null, 'moreThan 2/3', null],
    ['達四分之三', null, 'atLeast 3/4', null],
    ['過半數', null, 'moreThan 1/2', null],
    ['半数以上', null, 'atLeast 1/2', null],
    ['2/3以上', null, 'atLeast 2/3', null],
    ['百分之七十五以上', null, 'atLeast 75/100', null],
    ['不少于75%', null, 'atLeast 75/100', null],
    ['全體一致同意', 'all', 'atLeast 1/1', null],
    ['全體理事過半數出席，出席過半數同意', 'present', 'moreThan 1/2', 'moreThan 1/2'],
    ['全体理事过半数出席，出席过半数同意', 'present', 'moreThan 1/2', 'moreThan 1/2'],
    ['應有理事過半數之親自出席，以出席人數三分之二以上之同意行之', 'present', 'atLeast 2/3', 'moreThan 1/2 in person'],
    ['会员大会须有2/3以上的会员（代表）出席方能召开，其决议须经到会会员（代表）半数以上表决通过方能生效', 'present', 'atLeast 1/2', 'atLeast 2/3'],
    ['出席會員三分之二以上之同意', 'present', 'atLeast 2/3', null],
    ['三分之二以上出席會員之同意', 'present', 'atLeast 2/3', null],
    ['全體會員三分之二以上同意', 'all', 'atLeast 2/3', null],
    ['有效票過半數', 'valid', 'moreThan 1/2', null],
    ['投票人数三分之二（含）以上', 'cast', 'atLeast 2/3', null],
  ])('%s', (words, ...expected) => {
    expect(short(words)).toEqual(expected);
  });

  it('that state no share are no rule', () => {
    expect(readRuleWords('由理事會決定')).toBeNull();
    expect(readRuleWords('')).toBeNull();
  });
});

describe('who may vote now', () => {
  const person = (name: string, patch: Partial<Person> = {}): Person => personSchema.parse({ id: `${name}0000`, name, organisation: '', title: '理事', attendance: 'present', ...patch });
  const roster = [
    person('first'),
    person('second', { left: '10:30' }),
    person('third'),
    person('proxied', { attendance: 'proxy', proxy: 'first0000' }),
    person('alone', { attendance: 'proxy', proxy: 'second0000' }),
    person('guest', { attendance: 'inAttendance' }),
    person('ill', { attendance: 'leave' }),
    person('gone', { attendance: 'absent' }),
  ];

  it('is who is there and has a vote, with proxies whose holder is there', () => {
    const { people, ...counts } = countVoters(roster);
    expect(counts).toEqual({ members: 7, inPerson: 2, proxies: 1, recused: 0 });
    expect(people.map(({ name }) => name)).toEqual(['first', 'third', 'proxied']);
    expect(countVoters(roster, [], '10:00')).toMatchObject({ inPerson: 3, proxies: 2 });
  });

  it('leaves out those who stand aside, and the proxies that they hold', () => {
    expect(countVoters(roster, ['third0000'])).toMatchObject({ inPerson: 2, proxies: 1, recused: 1 });
    expect(countVoters(roster, ['first0000'])).toMatchObject({ recused: 2 });
    expect(countVoters(roster, ['ill0000', 'guest0000']).recused).toBe(0);
  });
});

it('every number of a vote has a name', () => {
  const numbers = Object.entries(voteSchema.shape).filter(([name]) => !['method', 'seat'].includes(name));
  for (const [name] of numbers) expect(Object.keys(counts)).toContain(name);
});
