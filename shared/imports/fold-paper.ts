/** What was changed in the file of a record, found by reading the file as it went out and as it came back. */
import type { MinutesDocument } from '../minutes/document.ts';
import type { DataPaper } from '../minutes/printing.ts';
import type { Doubt } from './doubt.ts';
import { foldBack } from './fold-back.ts';
import { likeSent } from './like-sent.ts';
import { withPrintedData, withReadData } from './printed-data.ts';

/**
 * The record `sent` with the changes of its file, and a doubt of kind `data` for each section where lines that it makes of its
 * data were changed so that no data say it.
 */
export function foldPaper(sent: MinutesDocument, asSent: MinutesDocument, asReturned: MinutesDocument, paper: DataPaper): { document: MinutesDocument; doubts: Doubt[] } {
  const laid = withPrintedData(sent.blocks, paper);
  const whole = { ...sent, blocks: laid.blocks };
  const asLaid = (read: MinutesDocument): MinutesDocument => ({ ...read, blocks: likeSent(read, whole, paper) });
  const folded = foldBack(whole, asLaid(asSent), asLaid(asReturned));
  const { blocks, doubts } = withReadData(sent.blocks, laid, folded.blocks, paper);
  return { document: { ...folded, blocks }, doubts };
}
