/** A record on its way to paper: in the script that is asked for, in the words of the layout. */
import type { Script } from '../language.ts';
import type { LayoutProfile } from '../layouts/layout.ts';
import type { MinutesDocument } from './document.ts';
import { inScript } from './script.ts';

/** 'keep' = the letters of the record; null = those of the layout, where it has any. */
export type ScriptChoice = Script | 'keep' | null;

/** The record as a layout has it, for paper only. Loads the dictionaries of the two scripts: import it where something goes out. */
export function forPaper(document: MinutesDocument, { writing }: LayoutProfile, choice: ScriptChoice): MinutesDocument {
  const { meta } = document;
  const script = choice === 'keep' ? meta.script : (choice ?? writing.script ?? meta.script);
  return inScript(document, script, writing.region ?? meta.region);
}
