/** New sections, with the phrases of the program's templates and the places to fill in. */
import { type Block, type Section, type SectionKind, sections } from '#shared/minutes/blocks/index.ts';
import { newId } from '#shared/minutes/id.ts';
import type { ChoiceDefinition } from '#shared/minutes/section.ts';
import { instantiateSection } from '#shared/minutes/templates/instantiate.ts';
import type { Template } from '#shared/minutes/templates/template.ts';
import { showInspector } from '../inspector/show.ts';
import type { Client } from '../rpc/client.ts';
import type { CommandContext } from './command.ts';

const known = new WeakMap<Client, Promise<readonly Template[]>>();

/** The templates of sections, by their order. Asked for once; empty while the store does not answer. */
export function sectionTemplates(client: Client): Promise<readonly Template[]> {
  const before = known.get(client);
  if (before) return before;
  const templates = client.store.templates.list().then((listed) => {
    if (listed.ok) return listed.value.filter(({ scope }) => scope === 'section').sort((one, other) => one.order - other.order);
    known.delete(client);
    return [];
  });
  known.set(client, templates);
  return templates;
}

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

/** Inserts a section after the one at the caret: from a template, else from the first of its kind, else empty. */
export async function insertSection({ app, session, client }: CommandContext, kind: SectionKind, template?: Template): Promise<void> {
  if (!session) return;
  const chosen = template ?? (await sectionTemplates(client)).find(({ blocks }) => blocks[0]?.kind === kind);
  const { region, script } = session.view.getState().meta;
  const blocks: Block[] = chosen ? instantiateSection(chosen, { region, script }) : [emptySection(kind)];
  session.insertBlocks(blocks);
  session.focus();
  // What is a list alone is written beside the paper: there is nothing to type on it.
  if (isListAlone(kind)) showInspector(app, 'section');
}

const isListAlone = (kind: SectionKind): boolean => Object.keys(sections[kind].section.fields).length === 0 && 'data' in sections[kind].section;
