import type { Region, Script } from '../language.ts';
import { type Block, isSectionKind, type Section, sections } from './blocks/index.ts';
import { inlineText } from './inline.ts';
import { type AnySection, type SectionBlock, sectionName } from './section.ts';

/** What a section is called: its heading, its matter, its first words, or its kind. Never empty. */
export function nameOfSection(block: Section, region: Region, script: Script): string {
  return sectionName(sections[block.kind] as unknown as AnySection, block as unknown as SectionBlock, region, script);
}

/** What the outline calls a heading or section, on one line; null for other kinds. */
export function entryName(block: Block, region: Region, script: Script): string | null {
  if (block.kind === 'heading') return inlineText(block.inline).replaceAll('\n', ' ');
  return isSection(block) ? nameOfSection(block, region, script) : null;
}

const isSection = (block: Block): block is Section => isSectionKind(block.kind);
