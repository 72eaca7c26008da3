/**
 * How a text becomes the words of the search index. CJK runs are overlapping pairs of characters and the last
 * character alone; runs of other letters and digits are whole. Everything works on folded text (`foldScript`).
 */
import { foldScript } from '#shared/text/fold.ts';

const separator = 0;
const cjk = 1;
const letter = 2;
type CharacterClass = typeof separator | typeof cjk | typeof letter;

/** Between two runs that stand apart, so that a phrase never crosses a comma or a line. */
const gap = '。';

const cjkPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]/u;
const letterPattern = /[\p{L}\p{N}\p{M}]/u;

/** Asked 50 million times while an index is built: one look-up for each code point of the BMP. */
const classes = new Uint8Array(0x10000).fill(255);

function classOf(codePoint: number): CharacterClass {
  const known = codePoint < 0x10000 ? classes[codePoint] : 255;
  if (known !== 255) return known as CharacterClass;
  const character = String.fromCodePoint(codePoint);
  // Ideographs newer than this program's Unicode tables lie in planes 2 and 3 as well.
  const found = cjkPattern.test(character) || codePoint >= 0x20000 ? cjk : letterPattern.test(character) ? letter : separator;
  if (codePoint < 0x10000) classes[codePoint] = found;
  return found;
}

export interface Run {
  kind: typeof cjk | typeof letter;
  start: number;
  end: number;
}

/** The runs of a folded text, in order, by UTF-16 offset. */
function* runs(folded: string): Generator<Run> {
  let start = 0;
  let kind: CharacterClass = separator;
  for (let at = 0; at < folded.length; ) {
    const codePoint = folded.codePointAt(at) ?? 0;
    const next = classOf(codePoint);
    if (next !== kind) {
      if (kind !== separator) yield { kind, start, end: at };
      start = at;
      kind = next;
    }
    at += codePoint > 0xffff ? 2 : 1;
  }
  if (kind !== separator) yield { kind, start, end: folded.length };
}

function* tokensOf(text: string, kind: Run['kind'], withLast: boolean): Generator<string> {
  if (kind === letter) {
    yield text;
    return;
  }
  let before = '';
  for (const character of text) {
    if (before !== '') yield before + character;
    before = character;
  }
  if (withLast) yield before;
}

/** The text as the index takes it: its tokens with blanks between them. */
export function indexedText(text: string): string {
  const folded = foldScript(text);
  const tokens: string[] = [];
  let last: Run | null = null;
  for (const run of runs(folded)) {
    // Between two CJK runs no gap is needed: no pair of characters leads from one to the other.
    if (last && last.end < run.start && last.kind !== run.kind) tokens.push(gap);
    for (const token of tokensOf(folded.slice(run.start, run.end), run.kind, true)) tokens.push(token);
    last = run;
  }
  return tokens.join(' ');
}

/** Every CJK character of a text once, with blanks between them. */
export function indexedCharacters(text: string): string {
  const folded = foldScript(text);
  const characters = new Set<string>();
  for (const run of runs(folded)) if (run.kind === cjk) for (const character of folded.slice(run.start, run.end)) characters.add(character);
  return [...characters].join(' ');
}

/** One word of a query: unbroken letters, digits and characters, folded. */
export interface Word {
  text: string;
  runs: Run[];
}

/** The words of a query; a meeting is found when it holds all of them. */
export function queryWords(query: string): Word[] {
  const folded = foldScript(query);
  const words: Word[] = [];
  let end = -1;
  let start = 0;
  for (const run of runs(folded)) {
    if (run.start !== end) {
      start = run.start;
      words.push({ text: '', runs: [] });
    }
    end = run.end;
    const word = words.at(-1);
    if (!word) continue;
    word.text = folded.slice(start, end);
    word.runs.push({ kind: run.kind, start: run.start - start, end: run.end - start });
  }
  return words.filter((word, index) => words.findIndex((other) => other.text === word.text) === index);
}

/** What the index is asked: an FTS5 expression for its texts and one for its characters, '' for nothing of that sort. */
export interface IndexQuery {
  texts: string;
  characters: string;
}

/**
 * The question for words; null without words. A phrase for each word; words in Latin letters or digits match from the
 * start of a word of the text, and the last one may go on (2024 finds 2024年, min finds minutes). A single CJK
 * character has no pair to be found by, and as a prefix it would be ten times slower than everything else.
 */
export function indexQuery(words: readonly Word[]): IndexQuery | null {
  if (words.length === 0) return null;
  const isSingle = ({ text, runs: parts }: Word): boolean => parts.length === 1 && parts[0]?.kind === cjk && [...text].length === 1;
  return {
    texts: words.filter((word) => !isSingle(word)).map(phrase).join(' AND '),
    characters: words.filter(isSingle).map(({ text }) => `"${text}"`).join(' AND '),
  };
}

function phrase({ text, runs: parts }: Word): string {
  const tokens = parts.flatMap((run, index) => {
    const part = text.slice(run.start, run.end);
    const isLast = index === parts.length - 1;
    // The end of the query is not the end of a run of the text.
    return [...tokensOf(part, run.kind, !isLast || [...part].length === 1)];
  });
  const lastRun = parts.at(-1);
  const goesOn = lastRun && (lastRun.kind === letter || [...text.slice(lastRun.start, lastRun.end)].length === 1);
  return `"${tokens.join(' ')}"${goesOn ? ' *' : ''}`;
}

/** Where a word stands in a folded text, by UTF-16 offset: the same places that the index would name. */
export function findWord(folded: string, word: Word): [start: number, end: number][] {
  const found: [number, number][] = [];
  const startsWithLetter = word.runs[0]?.kind === letter;
  let at = folded.indexOf(word.text);
  while (at !== -1) {
    const stands = !startsWithLetter || at === 0 || classOf(characterBefore(folded, at)) !== letter;
    if (stands) found.push([at, at + word.text.length]);
    at = folded.indexOf(word.text, stands ? at + word.text.length : at + 1);
  }
  return found;
}

function characterBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? (text.codePointAt(at - 2) ?? unit) : unit;
}

/** Which script a query is written in; null where its characters are the same in both. */
export function scriptOf(query: string): 'Hant' | 'Hans' | null {
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
