import { plain } from '../inline.ts';
import type { Part } from './part.ts';

/** Whether the organisation stands above the title: not where the title names it already. */
export const organisationPrints = (organisation: string, title: string): boolean => !title.includes(organisation);

/** The title, with the organisation above it. */
export const title: Part = ({ meta: { organisation, title } }) => {
  const lines = [organisationPrints(organisation, title) ? organisation : '', title].filter((line) => line !== '');
  if (lines.length === 0) return [];
  const runs = lines.flatMap((line, index) => (index === 0 ? plain(line) : [{ type: 'break' as const }, ...plain(line)]));
  return [{ type: 'paragraph', style: 'title', align: 'center', runs }];
};
