/** The rules that a layout is by itself: its page, and the face and size of each of its styles. */
import type { DocumentLanguage, LayoutProfile } from '../../layouts/layout.ts';
import type { StyleName } from '../../minutes/styles.ts';
import type { Rule } from './rule.ts';

/** Everything of a layout that no rule of `others` speaks of. The mark is as large as its words allow. */
export function layoutRules(layout: LayoutProfile, language: DocumentLanguage, others: readonly Rule[]): Rule[] {
  const { top, right, bottom, left, width, height } = layout.page;
  const isRuled = (id: string): boolean => others.some((rule) => rule.id === id);
  const hasLook = new Set(others.flatMap(({ check, roles }) => (check.of === 'look' && check.face !== undefined && check.pt !== undefined ? (roles ?? []) : [])));
  const page: Rule[] = [
    { id: 'paper', source: '', strength: 'layout', check: { of: 'page', mm: { width, height }, within: 0.5 } },
    { id: 'margins', source: '', strength: 'layout', check: { of: 'page', mm: { top, right, bottom, left }, within: 0.5 } },
  ];
  const styles = (Object.keys(layout.styles) as StyleName[]).filter((name) => !hasLook.has(name));
  return [
    ...page.filter(({ id }) => !isRuled(id) && !(id === 'margins' && isRuled('marginTop'))),
    ...styles.flatMap((name): Rule[] => {
      const { face, pt, align } = layout.styles[name];
      const names = layout.faces[face]?.[language]?.eastAsia;
      return [
        { id: 'styleLook', source: '', strength: 'layout', roles: [name], check: { of: 'look', ...(name !== 'mark' && { pt }), ...(names && { face: names }) } },
        ...(align === 'center' ? [{ id: 'styleAlign', source: '', strength: 'layout' as const, roles: [name], check: { of: 'align' as const, align } }] : []),
      ];
    }),
  ];
}
