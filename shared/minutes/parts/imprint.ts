import { term } from '../section.ts';
import type { PrintParagraph, PrintRun } from '../print.ts';
import { formatDay } from '../../text/dates.ts';
import type { Part } from './part.ts';

const words = { printed: term('印發', '印发'), day: term('印發日期', '印发日期') };

/**
 * 版記: 抄送, wrapped under the first character after its colon and ended with 。; then 印發機關 on the left and the day with
 * 印發 on the right, both one character in (GB/T 9704-2012, 7.4). A day that nobody gave is a place to fill in.
 */
export const imprint: Part = ({ meta: { official = {}, organisation, region, script } }) => {
  const { copiesTo = '', printedBy = organisation, printedOn } = official;
  const copies = copiesTo.replace(/[。.]$/, '');
  const lines: PrintParagraph[] = copies === '' ? [] : [{ type: 'paragraph', style: 'imprint', runs: [{ type: 'text', text: `抄送：${copies}。` }] }];
  if (printedBy === '') return lines;
  const day: PrintRun = printedOn ? { type: 'text', text: formatDay(printedOn, region, { weekday: false }) } : { type: 'blank', label: words.day[script] };
  return [
    ...lines,
    { type: 'paragraph', style: 'imprint', own: { indent: { left: 1, hanging: 0 } }, runs: [{ type: 'text', text: printedBy }, { type: 'tab' }, day, { type: 'text', text: words.printed[script] }] },
  ];
};
