import { lineHeight } from '../../layouts/measures.ts';
import type { LayoutProfile } from '../../layouts/layout.ts';
import type { MinutesDocument } from '../document.ts';
import { secrecyWords, urgencyWords } from '../official.ts';
import type { PrintParagraph, PrintRun } from '../print.ts';
import type { Part } from './part.ts';

/** 份號 in six figures, 密級★期限, 緊急程度: a line each from the upper left corner, in this order (GB/T 9704-2012, 7.2.1–7.2.3). */
export const grade: Part = ({ meta: { official = {}, script } }) => {
  const { copyNumber = '', secrecy, secrecyPeriod = '', urgency } = official;
  const secret = secrecy ? secrecyWords[secrecy][script] + (secrecyPeriod === '' ? '' : `★${secrecyPeriod}`) : '';
  const lines: PrintRun[] = [
    { type: 'text', text: /^\d+$/.test(copyNumber) ? copyNumber.padStart(6, '0') : copyNumber, face: 'text' },
    { type: 'text', text: secret },
    { type: 'text', text: urgency ? urgencyWords[urgency][script] : '' },
  ];
  return lines.filter((run) => run.type === 'text' && run.text !== '').map((run): PrintParagraph => ({ type: 'paragraph', style: 'grade', runs: [run] }));
};

/** The height of those lines, in points. */
export const gradeHeight = (document: MinutesDocument, layout: LayoutProfile): number => grade(document, layout).length * lineHeight(layout.styles.grade);
