/** Puts a phrase of her own at the caret. */
import { $getSelection, $insertNodes, $isRangeSelection } from 'lexical';
import { type Phrase, phraseInline } from '#shared/minutes/phrases/phrase.ts';
import { $inlineNodes } from '../blocks/inline.ts';
import { $fieldAround } from '../editor/slots.ts';
import type { CommandContext } from './command.ts';
import { edit } from './deed.ts';

/** In a line of text its places to fill in are such places; a field holds words only. */
export function $insertPhrase(phrase: Phrase): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if ($fieldAround(selection.anchor.getNode())) selection.insertText(phrase.text);
  else $insertNodes($inlineNodes(phraseInline(phrase)));
}

export function insertPhrase(context: CommandContext, phrase: Phrase): void {
  edit(context, () => $insertPhrase(phrase));
}
