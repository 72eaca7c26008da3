/** New sections, with the phrases of the program's templates and the places to fill in. */
import { type Block, type SectionKind, sections } from '#shared/minutes/blocks/index.ts';
import { emptySection } from '#shared/minutes/empty-section.ts';
import { instantiateSection } from '#shared/minutes/templates/instantiate.ts';
import type { Template } from '#shared/minutes/templates/template.ts';
import { noteFocus } from '../app/note-focus.ts';
import { showInspector } from '../inspector/show.ts';
import type { Client } from '../rpc/client.ts';
import { isOwn, knowOwn } from '../own/own.ts';
import type { CommandContext } from './command.ts';

/** The templates of sections, by their order; empty while the store does not answer. */
export async function sectionTemplates(client: Client): Promise<readonly Template[]> {
  const { templates } = await knowOwn(client);
  return (templates ?? []).filter(({ scope }) => scope === 'section');
}

/** Inserts a section after the one at the caret: from a template, else from the program's first of its kind, else empty. */
export async function insertSection({ app, session, client }: CommandContext, kind: SectionKind, template?: Template): Promise<void> {
  if (!session) return;
  // The templates are there at once, unless the window has only just asked for them.
  const place = session.holdPlace();
  const mayFocus = noteFocus();
  const chosen = template ?? (await sectionTemplates(client)).find((one) => !isOwn(one) && one.blocks[0]?.kind === kind);
  const { region, script } = session.view.getState().meta;
  const blocks: Block[] = chosen ? instantiateSection(chosen, { region, script }) : [emptySection(kind)];
  await session.composed();
  session.insertBlocks(blocks, place);
  if (mayFocus()) session.focus();
  // What is a list alone is written beside the paper: there is nothing to type on it.
  if (isListAlone(kind)) showInspector(app, 'section');
}

const isListAlone = (kind: SectionKind): boolean => Object.keys(sections[kind].section.fields).length === 0 && 'data' in sections[kind].section;

/** Inserts what a template holds, whatever it is. */
export function insertTemplate({ session }: CommandContext, template: Template): void {
  if (!session) return;
  const { region, script } = session.view.getState().meta;
  session.insertBlocks(instantiateSection(template, { region, script }));
  session.focus();
}
