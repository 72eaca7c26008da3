/** Words of a printed line, put into the data that it was made of. */
import type { Region } from '../language.ts';
import { dueDay, readDue } from '../minutes/due.ts';

interface Change {
  /** A printed line or cell, and what it says now. */
  old: string;
  text: string;
}

/** Every way in which one text of `data` may have become another, so that a line that said `old` says `text`. */
export function withWords(data: unknown, change: Change, region: Region): unknown[] {
  if (typeof data === 'string') return wordsOf(data, change, region);
  if (typeof data === 'number') return /^\d{1,9}$/.test(change.text) && String(data) === change.old ? [Number(change.text)] : [];
  if (Array.isArray(data)) return data.flatMap((one: unknown, at) => withWords(one, change, region).map((other) => data.with(at, other) as unknown));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, one]) => (key === 'id' ? [] : withWords(one, change, region).map((other) => ({ ...data, [key]: other }))));
}

function wordsOf(own: string, { old, text }: Change, region: Region): string[] {
  if (own === '') return [text];
  if (dueDay(own) !== null) return [readDue(text, region), text];
  // A text of several lines prints each by itself.
  return own.split('\n').flatMap((line, at, lines) => partsOf(line, { old, text }).map((one) => lines.with(at, one).join('\n')));
}

/** A line that stands in `old` at some place, as `text` has it there. */
function partsOf(line: string, { old, text }: Change): string[] {
  const found: string[] = [];
  for (let from = line === '' ? -1 : old.indexOf(line); from !== -1; from = old.indexOf(line, from + 1)) {
    const [before, after] = [old.slice(0, from), old.slice(from + line.length)];
    if (text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after)) found.push(text.slice(before.length, text.length - after.length));
  }
  return found;
}
