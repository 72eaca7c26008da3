/**
 * What she asks search for. Words are all wanted; 「…」, “…” and "…" keep a phrase together with the punctuation in
 * it; a minus before either leaves out what holds it. 繁 and 简, full and half width are alike throughout.
 */
import type { Script } from '../language.ts';
import { foldScript } from './fold.ts';
import { cjk, classOf, codePointBefore, letter, separator } from './runs.ts';

/** One thing that a text must hold, or must not. */
export interface Term {
  /** Folded, and found as it stands; letters and digits only from the start of a word on. */
  text: string;
  excluded: boolean;
}

/** Both styles of quotation marks fold to this one. */
const quote = '"';
const isMinus = (character: string | undefined): boolean => character === '-' || character === '−';
const isBlank = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);

/** The terms of a query, each once, in order. A phrase that nobody has closed yet goes to the end. */
export function parseQuery(query: string): Term[] {
  const folded = foldScript(query);
  const terms = new Map<string, Term>();
  const add = (text: string, excluded: boolean): void => {
    if (hasWord(text)) terms.set(`${excluded ? '-' : ''}${text}`, { text, excluded });
  };
  for (let at = 0; at < folded.length; ) {
    if (isBlank(folded[at])) {
      at += 1;
      continue;
    }
    const excluded = isMinus(folded[at]) && (at === 0 || isBlank(folded[at - 1])) && at + 1 < folded.length && !isBlank(folded[at + 1]);
    if (excluded) at += 1;
    const start = folded[at] === quote ? at + 1 : at;
    const end = start > at ? endOf(folded, start, (character) => character === quote) : endOf(folded, at, (character) => isBlank(character) || character === quote);
    const piece = folded.slice(start, end);
    // A word with punctuation in it that is to be left out is one thing: −PM2.5 is not −PM2 and −5.
    if (start > at) add(piece.trim(), excluded);
    else if (excluded) add(unframed(piece), true);
    else for (const word of unbroken(piece)) add(word, false);
    at = start > at ? end + 1 : end;
  }
  return [...terms.values()];
}

function endOf(text: string, from: number, isEnd: (character: string) => boolean): number {
  let at = from;
  while (at < text.length && !isEnd(text[at] ?? '')) at += 1;
  return at;
}

const isPart = (character: string): boolean => classOf(character.codePointAt(0) ?? 0) !== separator;
const hasWord = (text: string): boolean => [...text].some(isPart);

/** The parts of a text between punctuation. */
function unbroken(text: string): string[] {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (isPart(character)) word += character;
    else if (word !== '') {
      words.push(word);
      word = '';
    }
  }
  return word === '' ? words : [...words, word];
}

/** The text without the punctuation before and after it. */
function unframed(text: string): string {
  const characters = [...text];
  const first = characters.findIndex(isPart);
  return first === -1 ? '' : characters.slice(first, characters.findLastIndex(isPart) + 1).join('');
}

/** A stretch of a text, by UTF-16 offset. */
export type Place = [start: number, end: number];

/** Where a term stands in a folded text, one place after the other. */
export function placesOf(folded: string, { text }: Pick<Term, 'text'>): Place[] {
  const found: Place[] = [];
  const isWord = classOf(text.codePointAt(0) ?? 0) === letter;
  let at = folded.indexOf(text);
  while (at !== -1) {
    const stands = !isWord || at === 0 || classOf(codePointBefore(folded, at)) !== letter;
    if (stands) found.push([at, at + text.length]);
    at = folded.indexOf(text, stands ? at + text.length : at + 1);
  }
  return found;
}

/** What is marked of a text as it was written: where its wanted terms stand, those that lie over each other as one. */
export function markedPlaces(text: string, terms: readonly Term[]): Place[] {
  const folded = foldScript(text);
  return joined(terms.filter(({ excluded }) => !excluded).flatMap((term) => placesOf(folded, term)));
}

/** The places in order; those that lie over or against each other as one. */
export function joined(places: readonly Place[]): Place[] {
  const all: Place[] = [];
  for (const [start, end] of places.toSorted(([a], [b]) => a - b)) {
    const last = all.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else all.push([start, end]);
  }
  return all;
}

/** Which script a query is written in; null where its characters are the same in both. */
export function scriptOf(query: string): Script | null {
  let simplified = false;
  for (const character of query) {
    if (classOf(character.codePointAt(0) ?? 0) !== cjk) continue;
    if (foldScript(character) !== character) return 'Hant';
    simplified ||= simplifiedForms().has(character);
  }
  return simplified ? 'Hans' : null;
}

let forms: Set<string> | undefined;

/** Every character that another one folds to. */
function simplifiedForms(): Set<string> {
  if (forms) return forms;
  const built = new Set<string>();
  for (let unit = 0x3400; unit < 0xa000; unit++) {
    const character = String.fromCharCode(unit);
    const folded = foldScript(character);
    if (folded !== character) built.add(folded);
  }
  forms = built;
  return forms;
}
