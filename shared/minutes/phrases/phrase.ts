/** 片語: words that she writes often, under a short name. */
import { z } from 'zod';
import { idSchema } from '../id.ts';
import { blank, type Inline, plain } from '../inline.ts';

/** Letters, figures or characters without a blank: what is typed behind the ; that calls it. */
export const shortcutSchema = z.string().max(20).regex(/^[^\s;；]*$/);

export const phraseSchema = z.strictObject({
  id: idSchema,
  /** '' where it is only chosen from a list. */
  shortcut: shortcutSchema,
  /** One line; 〔…〕 in it is a place to fill in. */
  text: z.string().min(1).max(2000).regex(/^[^\n\r]*$/),
  order: z.int(),
});
export type Phrase = z.infer<typeof phraseSchema>;

/** The text of a phrase, with its places to fill in. */
export function phraseInline({ text }: Pick<Phrase, 'text'>): Inline[] {
  return text.split(/(〔[^〔〕]{1,60}〕)/).flatMap((part): Inline[] => {
    if (part === '') return [];
    return part.startsWith('〔') && part.endsWith('〕') ? [blank(part.slice(1, -1))] : plain(part);
  });
}

/** A call before the caret, ;abc or ；abc: where it stands, and the short name behind it. */
const call = /[;；]([^\s;；]{1,20})$/;

/** The phrase that the text before the caret calls, and where the call begins; null where it calls none. */
export function calledPhrase(before: string, phrases: readonly Phrase[]): { phrase: Phrase; at: number } | null {
  const match = call.exec(before);
  const name = match?.[1]?.normalize('NFKC').toLowerCase();
  const phrase = name === undefined ? undefined : phrases.find(({ shortcut }) => shortcut !== '' && shortcut.normalize('NFKC').toLowerCase() === name);
  return match && phrase ? { phrase, at: match.index } : null;
}
