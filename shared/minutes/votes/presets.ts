/**
 * Rules to begin with, by region and kind of body. They are what is common and not what a given charter says: each is
 * marked as a preset, and the window asks to have it checked.
 */
import type { Region } from '../../language.ts';
import type { Words } from '../../language.ts';
import { foldScript } from '../../text/fold.ts';
import type { Matter } from './matters.ts';
import type { Base, Comparator, QuorumRule, RuleTable, VoteRule } from './rule.ts';

type Share = readonly [Comparator, number, number];
const majority: Share = ['moreThan', 1, 2];
const half: Share = ['atLeast', 1, 2];
const twoThirds: Share = ['atLeast', 2, 3];

const quorum = ([comparator, numerator, denominator]: Share, proxies: boolean): QuorumRule => ({
  fraction: { numerator, denominator },
  comparator,
  proxies,
});

/** One rule for several matters. */
function rules(list: readonly Matter[], base: Base, [comparator, numerator, denominator]: Share, needs: QuorumRule | null, note: string): VoteRule[] {
  return list.map((matter) => ({ matter, base, fraction: { numerator, denominator }, comparator, quorum: needs, note, preset: true }));
}

const taiwanMajor: readonly Matter[] = ['charter', 'expulsion', 'recall', 'property', 'dissolution'];

export const presets = {
  cnAssembly: {
    label: { 'zh-Hant': '大陸社團：會員（代表）大會', 'zh-Hans': '大陆社团：会员（代表）大会', en: 'Mainland association: general assembly' },
    rules: [
      ...rules(['general'], 'present', half, quorum(twoThirds, false), '章程示范文本：到会会员（代表）半数以上'),
      ...rules(['charter', 'merger', 'dissolution'], 'present', twoThirds, quorum(twoThirds, false), '章程示范文本：到会会员（代表）三分之二以上'),
    ],
  },
  cnBoard: {
    label: { 'zh-Hant': '大陸社團：理事會', 'zh-Hans': '大陆社团：理事会', en: 'Mainland association: council' },
    rules: rules(['general'], 'present', twoThirds, quorum(twoThirds, false), '章程示范文本：到会理事三分之二以上'),
  },
  twAssembly: {
    label: { 'zh-Hant': '台灣人民團體：會員（代表）大會', 'zh-Hans': '台湾人民团体：会员（代表）大会', en: 'Taiwan association: general assembly' },
    rules: [
      ...rules(['general'], 'present', majority, quorum(majority, true), '人民團體法：過半數出席，出席過半數同意'),
      ...rules(taiwanMajor, 'present', twoThirds, quorum(majority, true), '人民團體法：出席人數三分之二以上同意'),
    ],
  },
  twBoard: {
    label: { 'zh-Hant': '台灣人民團體：理事會', 'zh-Hans': '台湾人民团体：理事会', en: 'Taiwan association: board' },
    rules: rules(['general'], 'present', majority, quorum(majority, false), '人民團體法：理事過半數親自出席，出席過半數同意'),
  },
  hkSociety: {
    label: { 'zh-Hant': '香港社團', 'zh-Hans': '香港社团', en: 'Hong Kong society' },
    rules: [
      ...rules(['general'], 'valid', majority, null, '投票者過半數；法定人數見會章'),
      ...rules(['charter', 'dissolution'], 'present', twoThirds, null, '出席者三分之二以上；法定人數見會章'),
    ],
  },
} as const satisfies Record<string, { label: Words; rules: RuleTable }>;

export type PresetKey = keyof typeof presets;

/** The preset that is nearest to a body, told by its name (理事會, 會員大會). */
export function presetOf(region: Region, body: string): PresetKey {
  if (region === 'HK') return 'hkSociety';
  const isAssembly = /大会|代表会/.test(foldScript(body));
  if (region === 'TW') return isAssembly ? 'twAssembly' : 'twBoard';
  return isAssembly ? 'cnAssembly' : 'cnBoard';
}
