/** What a decision can be about, where the charter may ask for more than an ordinary majority. */
import type { Words } from '../../language.ts';

/** 事項類別: the kinds of matter, in the order in which they are offered. */
export const matters = {
  general: { 'zh-Hant': '一般', 'zh-Hans': '一般', en: 'General' },
  charter: { 'zh-Hant': '章程', 'zh-Hans': '章程', en: 'Charter' },
  rules: { 'zh-Hant': '規章制度', 'zh-Hans': '规章制度', en: 'Rules' },
  membership: { 'zh-Hant': '會員', 'zh-Hans': '会员', en: 'Membership' },
  expulsion: { 'zh-Hant': '除名', 'zh-Hans': '除名', en: 'Expulsion' },
  personnel: { 'zh-Hant': '人事', 'zh-Hans': '人事', en: 'Personnel' },
  recall: { 'zh-Hant': '罷免', 'zh-Hans': '罢免', en: 'Recall' },
  election: { 'zh-Hant': '選舉', 'zh-Hans': '选举', en: 'Election' },
  establishment: { 'zh-Hant': '機構設置', 'zh-Hans': '机构设置', en: 'Establishment' },
  finance: { 'zh-Hant': '財務', 'zh-Hans': '财务', en: 'Finance' },
  property: { 'zh-Hant': '財產處分', 'zh-Hans': '财产处分', en: 'Disposal of property' },
  merger: { 'zh-Hant': '合併分立', 'zh-Hans': '合并分立', en: 'Merger or division' },
  dissolution: { 'zh-Hant': '解散', 'zh-Hans': '解散', en: 'Dissolution' },
} as const satisfies Record<string, Words>;

export type Matter = keyof typeof matters;
export const matterKeys = Object.keys(matters) as [Matter, ...Matter[]];
