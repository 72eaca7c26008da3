/** Opening a stored record: parse → migrate → validate. What cannot be edited can still be read. */
import { type AppError, fail } from '../result.ts';
import { documentVersion, type MinutesDocument, minutesDocumentSchema } from './document.ts';
import { withUniqueIds } from './ids.ts';
import { climb, type StoredRecord } from './migrations/index.ts';

export type OpenedDocument =
  | { state: 'editable'; document: MinutesDocument }
  /** Every readable text of it, a line each, in order; and why it cannot be edited. */
  | { state: 'readOnly'; title: string; text: string; reason: AppError };

/**
 * Opens a record as it was stored: its JSON text, or the value of it. An older version is brought up to date; a
 * newer one (`document.newer`) or one that is not right (`document.damaged`) is given as text to read.
 */
export function openDocument(json: unknown): OpenedDocument {
  const value = typeof json === 'string' ? parse(json) : json;
  if (!isRecord(value)) return readOnly(value ?? json, 'document.damaged');
  if (typeof value.version === 'number' && value.version > documentVersion) return readOnly(value, 'document.newer');
  const checked = minutesDocumentSchema.safeParse(climb(value, documentVersion));
  if (!checked.success) return readOnly(value, 'document.damaged');
  return { state: 'editable', document: withUniqueIds(checked.data) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is StoredRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readOnly(value: unknown, code: 'document.newer' | 'document.damaged'): OpenedDocument {
  const meta = isRecord(value) && isRecord(value.meta) ? value.meta : {};
  return {
    state: 'readOnly',
    title: typeof meta.title === 'string' ? meta.title : '',
    text: (typeof value === 'string' ? brokenText(value) : readableText(value)).join('\n'),
    reason: fail(code).error,
  };
}

/** Keys whose strings say how something is kept, not what was written. */
const machinery = new Set(['version', 'id', 'kind', 'type', 'marks', 'align', 'asset', 'mime', 'region', 'script', 'values', 'attendance']);

/** The strings of a value in order; runs of one paragraph are one line. */
function readableText(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) {
    const lines = value.map(readableText);
    const runs = value.length > 0 && value.every((part) => isRecord(part) && typeof part.type === 'string');
    return runs ? [lines.flat().join('')].filter((line) => line !== '') : lines.flat();
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => (machinery.has(key) ? [] : readableText(part)));
}

/** The strings of JSON text that cannot be parsed, e.g. one that was cut short. */
function brokenText(json: string): string[] {
  const pairs = json.matchAll(/"(\w+)"\s*:\s*("(?:[^"\\\n]|\\.)*"?)/g);
  return [...pairs].flatMap(([, key = '', literal = '']) => {
    if (machinery.has(key)) return [];
    const text = parse(literal);
    return readableText(typeof text === 'string' ? text : literal.slice(1));
  });
}
