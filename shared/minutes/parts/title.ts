import { charactersOf } from '../../layouts/measures.ts';
import { titleLines } from '../../text/title-lines.ts';
import { lined } from './lines.ts';
import type { Part } from './part.ts';

/** Whether the organisation stands above the title: not where the title names it already. */
export const organisationPrints = (organisation: string, title: string): boolean => !title.includes(organisation);

/** The title, broken between words where it is longer than a line, with the organisation above it unless a mark names it. */
export const title: Part = ({ meta: { organisation, title } }, layout) => {
  const isMarked = layout.parts.before.includes('mark');
  const lines = [!isMarked && organisationPrints(organisation, title) ? organisation : '', title].filter((line) => line !== '');
  if (lines.length === 0) return [];
  const width = charactersOf(layout, layout.styles.title);
  return [{ type: 'paragraph', style: 'title', align: 'center', runs: lined(lines.flatMap((line) => titleLines(line, width))) }];
};
