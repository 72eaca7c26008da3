/** What a decision can be. 決議 is the outcome of a vote; 備查 and 聽取 belong to report items only. */
import type { Region, Words } from '../language.ts';
import { type Term, term } from './section.ts';

export const outcomes = {
  open: { 'zh-Hant': '未決', 'zh-Hans': '未决', en: 'Open' },
  passed: { 'zh-Hant': '審議通過', 'zh-Hans': '审议通过', en: 'Passed' },
  unanimous: { 'zh-Hant': '一致通過', 'zh-Hans': '一致通过', en: 'Passed unanimously' },
  noObjection: { 'zh-Hant': '無異議通過', 'zh-Hans': '无异议通过', en: 'Passed without objection' },
  amended: { 'zh-Hant': '修正通過', 'zh-Hans': '修改后通过', en: 'Passed as amended' },
  inPrinciple: { 'zh-Hant': '原則通過', 'zh-Hans': '原则通过', en: 'Passed in principle' },
  partly: { 'zh-Hant': '部分通過', 'zh-Hans': '部分通过', en: 'Passed in part' },
  ratified: { 'zh-Hant': '追認', 'zh-Hans': '追认', en: 'Ratified' },
  noted: { 'zh-Hant': '備查', 'zh-Hans': '备案', en: 'Noted' },
  referred: { 'zh-Hant': '交付審查', 'zh-Hans': '转交研究', en: 'Referred' },
  deferred: { 'zh-Hant': '緩議', 'zh-Hans': '缓议', en: 'Deferred' },
  withdrawn: { 'zh-Hant': '撤案', 'zh-Hans': '撤回', en: 'Withdrawn' },
  rejected: { 'zh-Hant': '不予通過', 'zh-Hans': '未获通过', en: 'Rejected' },
  elected: { 'zh-Hant': '當選', 'zh-Hans': '当选', en: 'Elected' },
  appointed: { 'zh-Hant': '聘任', 'zh-Hans': '聘任', en: 'Appointed' },
} as const satisfies Record<string, Words>;

export type Outcome = keyof typeof outcomes;

/** Where a region says it otherwise on paper: 照案通過 is Taiwan's word for what is passed as it was moved. */
const regionTerms: Readonly<Partial<Record<Outcome, Readonly<Partial<Record<Region, Term>>>>>> = {
  passed: { TW: term('照案通過', '照案通过'), HK: term('通過', '通过') },
  amended: { CN: term('修改後通過', '修改后通过') },
  noted: { CN: term('聽取', '听取') },
  referred: { CN: term('轉交研究', '转交研究') },
  deferred: { HK: term('擱置', '搁置') },
  withdrawn: { CN: term('撤回', '撤回') },
  rejected: { CN: term('未獲通過', '未获通过'), HK: term('否決', '否决') },
};

/** The fixed words of an outcome as they print after 「決議：」; undefined for an open matter, which prints nothing. */
export function outcomeTerm(outcome: Outcome, region: Region): Term | undefined {
  if (outcome === 'open') return undefined;
  const words = outcomes[outcome];
  const { Hant, Hans } = regionTerms[outcome]?.[region] ?? term(words['zh-Hant'], words['zh-Hans']);
  return term(`${Hant}。`, `${Hans}。`);
}
