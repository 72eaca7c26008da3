/** What a motion is, whether it stood on the agenda or was made at the meeting: its form, its kind and its outcome. */
import type { Region } from '../language.ts';
import { outcomes, type Outcome, outcomeTerm } from './outcomes.ts';
import { type Part, term } from './section.ts';
import { matters } from './votes/matters.ts';

/** 敘述式 tells the decision in a sentence, 條列式 in lines: 案由, 說明, 辦法, 決議. */
export const form = {
  label: { 'zh-Hant': '寫法', 'zh-Hans': '写法', en: 'Form' },
  options: {
    narrative: { 'zh-Hant': '敘述式', 'zh-Hans': '叙述式', en: 'Narrative' },
    itemised: { 'zh-Hant': '條列式', 'zh-Hans': '分条式', en: 'Itemised' },
  },
  initial: 'narrative',
  recurs: true,
} as const;

export const matterKind = {
  label: { 'zh-Hant': '事項類別', 'zh-Hans': '事项类别', en: 'Kind of matter' },
  options: matters,
  initial: 'general',
} as const;

export const outcome = {
  label: { 'zh-Hant': '決議', 'zh-Hans': '决议', en: 'Outcome' },
  options: outcomes,
  initial: 'open',
} as const;

/** 「決議：…」: the wording of the decision, or the fixed words of the outcome while it has none. */
export function decisionLine(came: Outcome, region: Region): Part<'decision'>[] {
  const fallback = outcomeTerm(came, region);
  return [{ text: term('決議：', '决议：') }, { field: 'decision', ...(fallback && { fallback }) }];
}
