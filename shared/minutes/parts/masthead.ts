import { blankLine } from '../../layouts/measures.ts';
import { formatDay } from '../../text/dates.ts';
import type { Meta } from '../meta.ts';
import { number } from './number.ts';
import type { Part } from './part.ts';

/** Whether a record goes out as a letter that is signed: to somebody, or released by somebody. Others name office and day over the red rule. */
export const isLetter = ({ official }: Pick<Meta, 'official'>): boolean => (official?.addressee ?? '') !== '' || (official?.signers ?? []).length > 0;

/** The day that a record bears: when it was printed, or else of the meeting. '' where neither is known. */
export const dayOf = ({ official, start, region }: Pick<Meta, 'official' | 'start' | 'region'>): string =>
  formatDay(official?.printedOn ?? start ?? '', region, { weekday: false });

/** 編發單位 on the left and the day on the right, over the red rule; two blank lines under the mark where no number is. */
export const masthead: Part = (document, layout) => {
  const { meta } = document;
  const day = dayOf(meta);
  const office = meta.official?.printedBy ?? meta.organisation;
  if (isLetter(meta) || (office === '' && day === '')) return [];
  const isFirst = number(document, layout).length === 0;
  return [{ type: 'paragraph', style: 'masthead', ...(isFirst && { own: { before: 2 * blankLine(layout) } }), runs: [{ type: 'text', text: office }, { type: 'tab' }, { type: 'text', text: day }] }];
};
