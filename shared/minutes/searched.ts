/** What search finds of a record, line by line: everything that it says, as the paper says it, and what is beside it. */
import { type Block, blocks, isSectionKind, type Section, type SectionKind, sections } from './blocks/index.ts';
import type { MinutesDocument } from './document.ts';
import type { Meta } from './meta.ts';
import { personName } from './roster.ts';
import { type AnySection, type Part, partsText, type SectionBlock, sectionData, sectionHeading } from './section.ts';
import { blocksWithin } from './walk.ts';

/** Where in a record a line stands: at its head, in a section of a kind, or in the text outside of sections. */
export const searchedParts = ['head', 'text', ...(Object.keys(sections) as SectionKind[])] as const;
export type SearchedPart = 'head' | 'text' | SectionKind;

export interface SearchedLine {
  part: SearchedPart;
  /** The innermost block that holds it; null for what stands at the head of the record. */
  blockId: string | null;
  text: string;
}

/** Everything in a record that search finds, in the order of the paper. Empty lines are not among them. */
export function* searchedLines({ meta, roster, blocks: all }: MinutesDocument): Generator<SearchedLine> {
  const head = [meta.title, meta.organisation, meta.body, meta.documentNumber, meta.place, meta.chair, meta.recorder, ...roster.map(personName)];
  for (const text of head) if (text !== '') yield { part: 'head', blockId: null, text };
  for (const top of all) {
    const part = isSectionKind(top.kind) ? top.kind : 'text';
    if (!isSection(top)) yield* linesWithin(top, part);
    else {
      const { before, after } = sectionLines(top, meta);
      for (const text of before) yield { part, blockId: top.id, text };
      for (const inner of top.body) yield* linesWithin(inner, part);
      for (const text of after) yield { part, blockId: top.id, text };
    }
  }
}

const isSection = (block: Block): block is Section => isSectionKind(block.kind);

function* linesWithin(top: Block, part: SearchedPart): Generator<SearchedLine> {
  for (const block of blocksWithin(top)) {
    const definition = blocks[block.kind] as { toText(block: Block, context: { text(): string[] }): string[] };
    // Its own lines only: what is inside it comes by itself, under its own id.
    for (const text of definition.toText(block, { text: () => [] })) if (text.trim() !== '') yield { part, blockId: block.id, text };
  }
}

/** A section's lines around its body with their fixed words, and the fields that are data only. */
function sectionLines(block: Section, { region, script }: Meta): { before: string[]; after: string[] } {
  const definition = sections[block.kind] as unknown as AnySection;
  const section = block as unknown as SectionBlock;
  const layout = definition.section.layout(section.values, region);
  const line = (parts: readonly Part<string>[]): string => partsText(parts, section.fields, script);
  const shown = new Set([layout.heading, ...layout.before, ...layout.after].flat().flatMap((part) => ('field' in part ? [part.field] : [])));
  // Fields that a heading written by hand took the place of are still in the record.
  const isBeside = (name: string): boolean => !shown.has(name) || (section.heading !== null && layout.heading.some((part) => 'field' in part && part.field === name));
  const beside = Object.keys(section.fields).filter(isBeside).map((name) => section.fields[name] ?? '');
  const isThere = (text: string): boolean => text !== '';
  return {
    before: [sectionHeading(definition, section, region, script), ...layout.before.map(line)].filter(isThere),
    after: [...(definition.section.data?.toText(sectionData(definition, section)) ?? []), ...layout.after.map(line), ...beside].filter(isThere),
  };
}
