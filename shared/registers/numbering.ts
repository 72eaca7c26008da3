/** 決議編號: numbers of decisions by a pattern that each body has, counted on by themselves. */
import type { Region } from '../language.ts';
import type { Meta } from '../minutes/meta.ts';
import { foldScript } from '../text/fold.ts';

/** What stands in braces, folded: the count of decisions, and what it counts within. */
const placeholders = ['届', '次', '年', '民国年', '序'] as const;
type Placeholder = (typeof placeholders)[number];

/** The patterns that a body starts with; she sets her own. */
export const usualPattern: Readonly<Record<Region, string>> = { CN: '{屆}-{次}-{序}', TW: '第{屆}屆第{次}次第{序}案', HK: '{年}/{序}' };

type Counted = Pick<Meta, 'term' | 'session' | 'start'>;

type Piece = { text: string } | { placeholder: Placeholder };

function piecesOf(pattern: string): Piece[] {
  return pattern
    .split(/(\{[^{}]*\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = piece.startsWith('{') ? placeholders.find((one) => one === foldScript(piece.slice(1, -1).trim())) : undefined;
      return name ? { placeholder: name } : { text: piece };
    });
}

/** What is wrong with a pattern: no count in it, so that every decision would have the same number; or braces around words that mean nothing. */
export function patternFault(pattern: string): 'noCount' | 'unknown' | null {
  if (pattern.trim() === '') return null;
  const pieces = piecesOf(pattern);
  if (pieces.some((piece) => 'text' in piece && /[{}]/.test(piece.text))) return 'unknown';
  return pieces.some((piece) => 'placeholder' in piece && piece.placeholder === '序') ? null : 'noCount';
}

function valueOf(placeholder: Exclude<Placeholder, '序'>, { term, session, start }: Counted): string | null {
  const year = start === null ? null : Number(start.slice(0, 4));
  const value = { 届: term, 次: session, 年: year, 民国年: year !== null && year > 1911 ? year - 1911 : null }[placeholder];
  return value === null ? null : String(value);
}

/** What a record must say before its decisions can be numbered: 屆, 次 or the date. */
export function missingFor(pattern: string, meta: Counted): ('term' | 'session' | 'start')[] {
  const named = { 届: 'term', 次: 'session', 年: 'start', 民国年: 'start' } as const;
  const missing = piecesOf(pattern).flatMap((piece) =>
    'placeholder' in piece && piece.placeholder !== '序' && valueOf(piece.placeholder, meta) === null ? [named[piece.placeholder]] : [],
  );
  return [...new Set(missing)];
}

/** The number of the decision that is counted `count`. */
export function decisionNumber(pattern: string, meta: Counted, count: number): string {
  return piecesOf(pattern)
    .map((piece) => ('text' in piece ? piece.text : piece.placeholder === '序' ? String(count) : (valueOf(piece.placeholder, meta) ?? '')))
    .join('');
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * The next numbers of a body: the count goes on from the highest one that was given within the same 屆, 次 and year,
 * as far as the pattern names them. Nothing that is taken is given again.
 */
export function nextNumbers(pattern: string, meta: Counted, taken: Iterable<string>, count: number): string[] {
  const source = piecesOf(pattern)
    .map((piece) => ('text' in piece ? literal(foldScript(piece.text)) : piece.placeholder === '序' ? '(\\d{1,9})' : literal(valueOf(piece.placeholder, meta) ?? '')))
    .join('');
  const form = new RegExp(`^${source}$`);
  const known = new Set<string>();
  let highest = 0;
  for (const number of taken) {
    const folded = foldScript(number);
    known.add(folded);
    highest = Math.max(highest, Number(form.exec(folded)?.[1] ?? 0));
  }
  const numbers: string[] = [];
  for (let at = highest + 1; numbers.length < count && at < highest + 1 + count + known.size; at++) {
    const number = decisionNumber(pattern, meta, at);
    if (!known.has(foldScript(number))) numbers.push(number);
  }
  return numbers;
}
