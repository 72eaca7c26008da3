import { type Section, type SectionKind, sections } from './blocks/index.ts';
import { newId } from './id.ts';
import type { ChoiceDefinition } from './section.ts';

/** A section with empty fields and an empty body. */
export function emptySection(kind: SectionKind): Section {
  const { fields, choices } = sections[kind].section;
  return {
    id: newId(),
    kind,
    heading: null,
    fields: Object.fromEntries(Object.keys(fields).map((name) => [name, ''])),
    values: Object.fromEntries(Object.entries(choices as Record<string, ChoiceDefinition<string>>).map(([name, { initial }]) => [name, initial])),
    body: [{ id: newId(), kind: 'paragraph', inline: [] }],
  } as unknown as Section;
}
