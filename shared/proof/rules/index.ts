/** The rules of each layout: what binds or is usual where it is used, and then what the layout says itself. */
import type { DocumentLanguage, LayoutProfile } from '../../layouts/layout.ts';
import { gbt9704 } from './gbt9704.ts';
import { hongkong } from './hongkong.ts';
import { layoutRules } from './layout.ts';
import type { Rule } from './rule.ts';
import { taiwan } from './taiwan.ts';

const ruled: Readonly<Record<string, readonly Rule[]>> = { gbt9704, taiwan, hongkong };

/** The layout that one of her own was most likely made from. */
function likeness({ parts, writing }: LayoutProfile): string {
  if (parts.before.includes('redRule')) return 'gbt9704';
  return writing.region === 'TW' ? 'taiwan' : writing.region === 'HK' ? 'hongkong' : '';
}

/** Everything that a file in a layout is held against. A layout of her own goes by the rules of the one that it was made from, as far as they can be told. */
export function rulesOf(layout: LayoutProfile, language: DocumentLanguage): Rule[] {
  const others = ruled[layout.id] ?? ruled[likeness(layout)] ?? [];
  return [...others, ...layoutRules(layout, language, others)];
}
