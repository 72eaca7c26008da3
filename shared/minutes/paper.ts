/** A record on its way to paper: in the script that is asked for, in the words of the layout. */
import type { LayoutProfile } from '../layouts/layout.ts';
import type { MinutesDocument } from './document.ts';
import { paperWriting, type ScriptChoice } from './paper-writing.ts';
import { inScript } from './script.ts';

/** The record as a layout has it, for paper only. Loads the dictionaries of the two scripts: import it where something goes out. */
export function forPaper(document: MinutesDocument, layout: LayoutProfile, choice: ScriptChoice): MinutesDocument {
  const { script, region } = paperWriting(document.meta, layout, choice);
  return inScript(document, script, region);
}
