/** Search as tests ask it, and what it must find said another way. */
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { searchedLines } from '#shared/minutes/searched.ts';
import { noFilters, type SearchFilters } from '#shared/rpc/search-filters.ts';
import type { SearchOrder } from '#shared/rpc/search.ts';
import { foldScript } from '#shared/text/fold.ts';
import type { Services } from '../services.ts';
import { query } from '../search/index.ts';
import { valueOf } from './store.ts';

export type Narrowed = Partial<SearchFilters>;

interface Searching {
  services: Services;
}

interface Asking {
  filters?: Narrowed;
  order?: SearchOrder;
  offset?: number;
  limit?: number;
}

/** The answer when everything is indexed. */
export async function ask({ services }: Searching, text: string, { filters = {}, order = 'newest', ...page }: Asking = {}) {
  for (;;) {
    const answer = valueOf(query(services, { query: text, filters: { ...noFilters, ...filters }, order, offset: 0, limit: 50, ...page }));
    if (answer.indexing === null) return answer;
    await new Promise((done) => setTimeout(done, 10));
  }
}
/** The ids of everything that is found; a count that is wrong is no id. */
export async function idsOf(running: Searching, text: string, filters?: Narrowed): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const { total, hits } = await ask(running, text, { offset: ids.length, limit: 200, ...(filters && { filters }) });
    ids.push(...hits.map(({ meeting }) => meeting.id));
    if (ids.length >= total || hits.length === 0) return ids.length === total ? ids : [`${ids.length} of ${total}`];
  }
}

/** What search promises, said another way: a pattern for each term, tried on the folded lines of every record. */
export function oracle(documents: readonly MinutesDocument[], text: string, kinds: readonly string[] = []): Set<string> {
  const han = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー`;
  const part = String.raw`[\p{L}\p{N}\p{M}]`;
  const terms = [...foldScript(text).matchAll(/(?<minus>(?<=^|\s)[-−](?=\S))?(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/gu)].flatMap(({ groups = {} }) => {
    const excluded = groups['minus'] !== undefined;
    const { phrase, word = '' } = groups;
    if (phrase !== undefined) return [{ excluded, text: phrase.trim() }];
    const whole = word.replace(new RegExp(`^[^\\p{L}\\p{N}\\p{M}]+|[^\\p{L}\\p{N}\\p{M}]+$`, 'gu'), '');
    return excluded ? [{ excluded, text: whole }] : (word.match(new RegExp(`${part}+`, 'gu')) ?? []).map((one) => ({ excluded, text: one }));
  });
  const patterns = terms
    .filter((term) => new RegExp(part, 'u').test(term.text))
    .map((term) => {
      const literal = term.text.replace(/[\\^$.*+?()[\]{}|/\-&!#%,:;<=>@`~"']/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`);
      const isWord = new RegExp(`^(?![${han}])${part}`, 'u').test(term.text);
      return { excluded: term.excluded, pattern: new RegExp(isWord ? `(?<![[\\p{L}\\p{N}\\p{M}]--[${han}]])${literal}` : literal, 'v') };
    });
  if (patterns.length === 0) return new Set();
  const holds = (document: MinutesDocument) => {
    const lines = foldedLines(document).filter(({ part: of }) => kinds.length === 0 || kinds.includes(of)).map((line) => line.text);
    return patterns.every(({ excluded, pattern }) => lines.some((line) => pattern.test(line)) !== excluded);
  };
  return new Set(documents.filter((document) => (kinds.length === 0 || document.blocks.some(({ kind }) => kinds.includes(kind))) && holds(document)).map(({ id }) => id));
}

const folded = new WeakMap<MinutesDocument, { part: string; text: string }[]>();

/** The same records are scanned hundreds of times. */
function foldedLines(document: MinutesDocument): { part: string; text: string }[] {
  const known = folded.get(document) ?? [...searchedLines(document)].map(({ part, text }) => ({ part, text: foldScript(text) }));
  folded.set(document, known);
  return known;
}
