/** 核對碼: what a record that is final was, told from every other text by 64 characters. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Block, isSectionKind, sections } from './blocks/index.ts';
import type { MinutesDocument } from './document.ts';
import type { AnySection } from './section.ts';
import { asDraft } from './stage.ts';

/**
 * The text that a seal is made of: the record as JSON with its keys in order. Left out is what may change after it is
 * final: how far it is, its corrections, the watermark, the layout, the marks of what was done and the numbers of decisions in the
 * registers. Left out as well is what has no say in the text: its own id (a copy of the archive has another), the
 * version of its form, and what is as it begins, so that a kind that learns a field does not break older seals.
 */
export function sealedText({ meta, roster, blocks }: MinutesDocument): string {
  const rest = only(asDraft(meta), ([name]) => !['draftMark', 'layout'].includes(name));
  return JSON.stringify(inOrder({ meta: rest, roster, blocks: blocks.map(sealedBlock) }));
}

/** sha256 of what is sealed, hex. */
export const sealOf = (document: MinutesDocument): string => bytesToHex(sha256(utf8ToBytes(sealedText(document))));

/** As it is shown: the first characters, in groups that can be read aloud. */
export const shortSeal = (seal: string): string => `${seal.slice(0, 4)} ${seal.slice(4, 8)}`;

type Loose = Record<string, unknown>;

function sealedBlock(block: Block): unknown {
  if (!('fields' in block)) return block;
  const { fields, values, data, ...rest } = block as Block & { fields: Loose; values: Loose; data?: unknown };
  const choices = isSectionKind(block.kind) ? (sections[block.kind] as unknown as AnySection).section.choices : {};
  return {
    ...rest,
    fields: only(fields, ([, text]) => text !== ''),
    values: only(values, ([name, value]) => value !== choices[name]?.initial),
    ...sealedPart(block.kind, data),
  };
}

/** Data in which nothing is sealed are as none: a number alone may be given to a decision that knew nothing. */
function sealedPart(kind: string, data: unknown): { data?: unknown } {
  const sealed = data === undefined ? undefined : sealedData(kind, data);
  return sealed === undefined || (isObject(sealed) && Object.keys(sealed).length === 0) ? {} : { data: sealed };
}

/** The data of a section without what the registers write into it. */
function sealedData(kind: string, data: unknown): unknown {
  if (!isObject(data)) return data;
  const kept = only(data, ([name]) => name !== 'number');
  if (kind !== 'actions' || !Array.isArray(kept['rows'])) return kept;
  return { ...kept, rows: kept['rows'].map((row: unknown) => (isObject(row) ? only(row, ([name]) => name !== 'done') : row)) };
}

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);

const only = (object: Loose, keep: (entry: [string, unknown]) => boolean): Loose => Object.fromEntries(Object.entries(object).filter(keep));

/** The same value with the keys of every object in order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, inOrder(value[key])]),
  );
}
