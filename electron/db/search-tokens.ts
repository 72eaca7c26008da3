/**
 * How a text becomes the words of the search index. Letters and digits stand whole; CJK characters and punctuation are
 * overlapping pairs, and the last one before a word or the end alone. A phrase is then found in the index itself,
 * comma and all. Everything works on folded text (`foldScript`).
 */
import { foldScript } from '#shared/text/fold.ts';
import type { Term } from '#shared/text/query.ts';
import { cjk, classOf, letter, runsOf } from '#shared/text/runs.ts';

/** Between two lines, which no phrase crosses. No text holds it: it is a line end, and `cleanText` makes those `\n`. */
export const lineEnd = '\u2029';

/** To the tokenizer, signs of ASCII are no part of a word; the tags of plane 14 mirror them one by one. */
const tagged = (character: string): string => {
  const code = character.charCodeAt(0);
  return code < 0x80 ? String.fromCodePoint(0xe0000 + code) : character;
};

/** The pairs of a run of characters and punctuation; with `withLast` its last one alone. */
function pairs(run: string, withLast: boolean): string[] {
  const tokens: string[] = [];
  let before = '';
  for (const character of run) {
    const token = tagged(character);
    if (before !== '') tokens.push(before + token);
    before = token;
  }
  if (withLast) tokens.push(before);
  return tokens;
}

export interface Tokens {
  /** The tokens of the text in order, with blanks between them. */
  texts: string;
  /** Every CJK character of it once. */
  characters: string;
}

/** The text as the index takes it. */
export function tokensOf(text: string): Tokens {
  const folded = foldScript(text);
  const characters = new Set<string>();
  // Built up by hand, because this is most of what building an index costs.
  let texts = '';
  let before = '';
  let word = -1;
  for (let at = 0; at < folded.length; ) {
    const code = folded.codePointAt(at) ?? 0;
    const next = at + (code > 0xffff ? 2 : 1);
    const kind = classOf(code);
    if (kind === letter) {
      if (before !== '') texts += `${before} `;
      before = '';
      if (word === -1) word = at;
    } else {
      if (word !== -1) texts += `${folded.slice(word, at)} `;
      word = -1;
      const character = folded.slice(at, next);
      if (kind === cjk) characters.add(character);
      const token = code < 0x80 ? tagged(character) : character;
      if (before !== '') texts += `${before}${token} `;
      before = token;
    }
    at = next;
  }
  return { texts: texts + (word === -1 ? before : folded.slice(word)), characters: [...characters].join(' ') };
}

/** What the index is asked: an FTS5 expression for its texts and one for its characters, '' for nothing of that sort. */
export interface IndexQuery {
  texts: string;
  characters: string;
}

/**
 * The question for all of the terms in these columns, or in every one where none is named. Made of tokens alone, so
 * that nothing in a query is taken for the language of FTS5.
 */
export function indexQuery(terms: readonly Term[], columns: readonly string[]): IndexQuery {
  const within = (phrases: readonly string[]): string => {
    const all = phrases.join(' AND ');
    return all === '' || columns.length === 0 ? all : `{${columns.join(' ')}} : (${all})`;
  };
  return {
    texts: within(terms.filter((term) => !isSingle(term)).map(phraseOf)),
    characters: within(terms.filter(isSingle).map(({ text }) => `"${text}"`)),
  };
}

/** Whether a term is one CJK character: no pair to be found by, and as the beginning of pairs it would be ten times slower. */
function isSingle({ text }: Term): boolean {
  const code = text.codePointAt(0) ?? 0;
  return classOf(code) === cjk && text.length === (code > 0xffff ? 2 : 1);
}

/** A term as a phrase. Its end is not the end of a word or a run of the text. */
function phraseOf({ text }: Term): string {
  const runs = [...runsOf(text)];
  const tokens = runs.flatMap(({ start, end, isWord }, index) => {
    const part = text.slice(start, end);
    return isWord ? [part] : pairs(part, index < runs.length - 1 || [...part].length === 1);
  });
  const last = runs.at(-1);
  const goesOn = last && (last.isWord || [...text.slice(last.start, last.end)].length === 1);
  return `"${tokens.join(' ')}"${goesOn ? ' *' : ''}`;
}
