import { widthOf } from '../../text/width.ts';
import { term } from '../section.ts';
import type { PrintParagraph, PrintRun } from '../print.ts';
import type { Part } from './part.ts';

const signer = term('簽發人：', '签发人：');

/**
 * 第×期 and the document number in the middle; where somebody signed for it to go out, the number on the left and they on
 * the right, two of them a line (GB/T 9704-2012, 7.2.5 and 7.2.6).
 */
export const number: Part = ({ meta: { official = {}, documentNumber, script } }) => {
  const { issue, signers = [] } = official;
  const issued = issue === undefined ? '' : `第${issue}期`;
  if (signers.length > 0) return [...centred([issued]), ...signed(documentNumber, signers, signer[script], issued !== '')];
  return centred([issued, documentNumber]);
};

const centred = (lines: readonly string[]): PrintParagraph[] =>
  lines
    .filter((line) => line !== '')
    .map((text, index) => ({ type: 'paragraph', style: 'documentNumber', runs: [{ type: 'text', text }], ...(index > 0 && { own: { before: 0 } }) }));

/** The number stands on the last line of the names; names are as wide as the widest, so that they stand under each other. */
function signed(documentNumber: string, signers: readonly string[], label: string, follows: boolean): PrintParagraph[] {
  const widest = Math.max(...signers.map(widthOf));
  const pairs = signers.flatMap((_, index) => (index % 2 === 0 ? [signers.slice(index, index + 2)] : []));
  return pairs.map((pair, index) => {
    const isLast = index === pairs.length - 1;
    const names = signers.length === 1 ? pair : [...pair, ...(pair.length === 1 ? [''] : [])].map((name) => name + '\u3000'.repeat(Math.max(Math.round(widest - widthOf(name)), 0)));
    const runs: PrintRun[] = [
      ...(isLast && documentNumber !== '' ? [{ type: 'text' as const, text: documentNumber }] : []),
      { type: 'tab' },
      { type: 'text', text: index === 0 ? label : '\u3000'.repeat(label.length) },
      { type: 'text', text: names.join('\u3000'), face: 'kai' },
    ];
    const before = index > 0 || follows ? { before: 0 } : {};
    return { type: 'paragraph', style: 'documentNumber', align: 'start', own: { ...before, indent: { left: 1, right: 1 } }, runs };
  });
}
