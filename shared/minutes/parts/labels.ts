import type { Script } from '../../language.ts';
import type { LayoutProfile } from '../../layouts/layout.ts';
import type { Term } from '../section.ts';

/** What a line is called, and the English that a bilingual layout puts beside it. */
export interface Label {
  words: Term;
  english: string;
}

/** 「主席」, or 「主席 Chairman」. */
export const labelText = ({ words, english }: Label, script: Script, { writing }: LayoutProfile): string => (writing.bilingual ? `${words[script]} ${english}` : words[script]);
