/**
 * A record that went out as a file and came back with another text: what was changed in the file is changed in the record,
 * and everything that a file cannot hold (votes, people, links to other meetings) stays as it was.
 */
import { newId } from '../minutes/id.ts';
import { inlineText } from '../minutes/inline.ts';
import type { Block } from '../minutes/blocks/index.ts';
import type { MinutesDocument } from '../minutes/document.ts';
import type { Meta } from '../minutes/meta.ts';
import type { Official } from '../minutes/official.ts';
import { counted } from '../minutes/parts/particulars.ts';
import type { Person } from '../minutes/roster.ts';
import { editedInline, editedText } from './edited-inline.ts';

/** What the head of a file says of its meeting. */
const headKeys = ['title', 'organisation', 'body', 'term', 'session', 'start', 'end', 'place', 'chair', 'recorder', 'documentNumber'] as const satisfies readonly (keyof Meta)[];

/**
 * The record `sent` with what differs between its file as it went out and as it came back, both read by the same reader: so
 * that what the reader takes otherwise than it was meant counts on neither side.
 */
export function foldBack(sent: MinutesDocument, asSent: MinutesDocument, asReturned: MinutesDocument): MinutesDocument {
  const changed = headKeys.filter((key) => asSent.meta[key] !== asReturned.meta[key]);
  return {
    ...sent,
    meta: { ...sent.meta, ...Object.fromEntries(changed.map((key) => [key, asReturned.meta[key]])), ...foldOfficial(sent.meta, asSent.meta, asReturned.meta) },
    roster: foldRoster(sent.roster, asSent.roster, asReturned.roster),
    blocks: foldList(sent.blocks, asSent.blocks, asReturned.blocks),
  };
}

/** 公文要素 that were changed; one that was taken out goes. */
function foldOfficial(sent: Meta, { official: before = {} }: Meta, { official: after = {} }: Meta): Pick<Meta, 'official'> {
  const keys = (Object.keys({ ...before, ...after }) as (keyof Official)[]).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  if (keys.length === 0) return {};
  const rest = Object.entries({ ...sent.official }).filter(([key]) => !keys.some((one) => one === key));
  return { official: Object.fromEntries([...rest, ...keys.flatMap((key) => (after[key] === undefined ? [] : [[key, after[key]] as const]))]) };
}

/** People whom the text names now and did not name before come, those whom it no longer names go. */
function foldRoster(sent: readonly Person[], before: readonly Person[], after: readonly Person[]): Person[] {
  const keys = (people: readonly Person[]): Set<string> => new Set(people.map(keyOfPerson));
  const [was, is] = [keys(before), keys(after)];
  const gone = new Set([...was].filter((key) => !is.has(key)));
  return [...sent.filter((person) => !gone.has(keyOfPerson(person))), ...after.filter((person) => !was.has(keyOfPerson(person)))];
}

const keyOfPerson = ({ name, attendance }: Person): string => `${attendance} ${name}`;

type Node = Block | (Block & { body: Block[] })['body'][number];

/** The blocks of a flow, each by itself. `sent` gives the ids; a file does not know all of them. */
function foldList<Kind extends Node>(sent: readonly Kind[], asSent: readonly Kind[], asReturned: readonly Kind[]): Kind[] {
  const before = named(asSent, sent);
  const after = named(asReturned, before);
  const own = new Map(sent.map((block) => [block.id, block]));
  const runsBefore = runsOf(before, own);
  const runsAfter = runsOf(after, own);
  const folded = new Map<string, Kind[]>();
  for (const [id, run] of runsAfter) {
    const block = own.get(id);
    const past = runsBefore.get(id) ?? [];
    folded.set(id, block ? foldRun(block, past, run) : added(run, past));
  }
  // What does not print has no place in a file: it stays behind what it stood behind.
  const order = [...runsAfter.keys()];
  for (const [at, block] of sent.entries()) {
    if (runsBefore.has(block.id) || folded.has(block.id)) continue;
    folded.set(block.id, [block]);
    const ahead = sent.slice(0, at).findLast(({ id }) => order.includes(id));
    order.splice(ahead ? order.indexOf(ahead.id) + 1 : 0, 0, block.id);
  }
  return order.flatMap((id) => folded.get(id) ?? []);
}

/** Blocks from one that is known to the next. What stands before the first one is a run without a name. */
function runsOf<Kind extends Node>(blocks: readonly Kind[], known: ReadonlyMap<string, unknown>): Map<string, Kind[]> {
  const runs = new Map<string, Kind[]>();
  let run: Kind[] | undefined;
  for (const block of blocks) {
    if (!run || known.has(block.id)) runs.set(known.has(block.id) ? block.id : '', (run = []));
    run.push(block);
  }
  return runs;
}

/** What became of one block, and of what was written behind it. */
function foldRun<Kind extends Node>(block: Kind, before: readonly Kind[], after: readonly Kind[]): Kind[] {
  const [was, ...pastBehind] = before;
  const [is, ...behind] = after;
  if (!was || !is) return after.map((one, at) => (at === 0 ? { ...one, id: block.id } : fresh(one)));
  const isKnown = was.kind === block.kind && is.kind === block.kind;
  // What the reader took for something else, on both sides: only as a whole can it be taken over.
  const folded = keyOf(was) === keyOf(is) ? block : isKnown ? foldBlock(block, was, is) : { ...is, id: block.id };
  return [folded, ...added(behind, pastBehind)];
}

/** What was not there before, as blocks of their own. */
function added<Kind extends Node>(after: readonly Kind[], before: readonly Kind[]): Kind[] {
  const known = new Set(before.map(keyOf));
  return after.filter((block) => !known.has(keyOf(block))).map(fresh);
}

const fresh = <Kind extends Node>(block: Kind): Kind => ({ ...block, id: newId() });

type Loose = Record<string, unknown>;

function foldBlock<Kind extends Node>(sent: Kind, before: Kind, after: Kind): Kind {
  if (keyOf(before) === keyOf(after)) return sent;
  const result: Loose = { ...sent };
  const [was, is] = [before as unknown as Loose, after as unknown as Loose];
  for (const key of Object.keys(is)) {
    if (['id', 'kind', 'widths'].includes(key) || comparable(was[key]) === comparable(is[key])) continue;
    result[key] = foldValue(key, (sent as unknown as Loose)[key], was[key], is[key]);
  }
  return result as unknown as Kind;
}

function foldValue(key: string, sent: unknown, before: unknown, after: unknown): unknown {
  switch (key) {
    case 'inline':
    case 'caption':
      return editedInline(sent as Parameters<typeof editedInline>[0], inlineText(before as never), inlineText(after as never));
    case 'heading':
      return typeof sent === 'string' && typeof before === 'string' && typeof after === 'string' ? (editedText(sent, before, after) ?? after) : after;
    case 'body':
      return foldList(sent as Block[], before as Block[], after as Block[]);
    case 'rows':
      return foldRows(sent as Row[], before as Row[], after as Row[]);
    case 'fields':
    case 'values':
    case 'data':
      return isLoose(sent) && isLoose(before) && isLoose(after) ? foldKeys(sent, before, after) : after;
    default:
      return after;
  }
}

function foldKeys(sent: Loose, before: Loose, after: Loose): Loose {
  const changed = Object.keys(after).filter((key) => comparable(before[key]) !== comparable(after[key]));
  return { ...sent, ...Object.fromEntries(changed.map((key) => [key, key === 'present' ? withoutOldCount(String(before[key]), String(after[key])) : after[key]])) };
}

/** Names of those who were there without the count that the paper made of them as they were: it is made anew. */
function withoutOldCount(before: string, after: string): string {
  const count = counted(before).slice(before.length);
  return after === `${before}${count}` || !after.endsWith(count) ? after : after.slice(0, after.length - count.length);
}

type Row = { columns: number; rows: number; header: boolean; blocks: Block[] }[];

/** Cell by cell where the table kept its form; else as it came back. */
function foldRows(sent: readonly Row[], before: readonly Row[], after: readonly Row[]): Row[] {
  const form = (rows: readonly Row[]): string => JSON.stringify(rows.map((row) => row.map(({ columns, rows: high }) => [columns, high])));
  if (form(sent) !== form(before) || form(before) !== form(after)) return [...after];
  return sent.map((row, at) => row.map((cell, column) => ({ ...cell, blocks: foldList(cell.blocks, before[at]?.[column]?.blocks ?? [], after[at]?.[column]?.blocks ?? []) })));
}

const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Gives blocks that a file does not know by their id the one of `reference`: between two that are known, those of the same
 * words, and where as many of the same kinds are missing as are unknown, those of the same place.
 */
function named<Kind extends Node>(blocks: readonly Kind[], reference: readonly Kind[]): Kind[] {
  const known = new Set(reference.map(({ id }) => id));
  const present = new Set(blocks.map(({ id }) => id));
  const result = [...blocks];
  for (let from = 0; from < result.length; from += 1) {
    if (known.has(result[from]?.id ?? '')) continue;
    let to = from;
    while (to < result.length && !known.has(result[to]?.id ?? '')) to += 1;
    const missing = gap(reference, result[from - 1]?.id, result[to]?.id).filter(({ id }) => !present.has(id));
    const pairs = paired(result.slice(from, to), missing);
    for (const [at, id] of pairs) {
      const block = result[from + at];
      if (block) result[from + at] = { ...block, id };
      present.add(id);
    }
    from = to;
  }
  return result;
}

/** What stands between two ids; to the end, or from the start, where one is not there. */
function gap<Kind extends Node>(blocks: readonly Kind[], after: string | undefined, before: string | undefined): readonly Kind[] {
  const start = blocks.findIndex(({ id }) => id === after) + 1;
  const end = blocks.findIndex(({ id }, at) => at >= start && id === before);
  return blocks.slice(start, end === -1 ? undefined : end);
}

function paired(unknown: readonly Node[], missing: readonly Node[]): [at: number, id: string][] {
  const pairs: [number, string][] = [];
  const left = [...missing];
  for (const [at, block] of unknown.entries()) {
    const found = left.findIndex((one) => wordsOf(one) === wordsOf(block));
    if (found === -1) continue;
    pairs.push([at, left[found]?.id ?? '']);
    left.splice(0, found + 1);
  }
  const taken = new Set(pairs.map(([at]) => at));
  const rest = unknown.flatMap((block, at) => (taken.has(at) ? [] : [{ block, at }]));
  const given = new Set(pairs.map(([, id]) => id));
  const open = missing.filter(({ id }) => !given.has(id));
  const isSameForm = rest.length === open.length && rest.every(({ block }, at) => block.kind === open[at]?.kind);
  if (isSameForm) for (const [index, { at }] of rest.entries()) pairs.push([at, open[index]?.id ?? '']);
  return pairs;
}

const wordsOf = (block: Node): string => `${block.kind} ${comparable(block)}`;

/** What a reader of a file sees of a block. */
const keyOf = (block: Node): string => comparable(block);

/** A value without ids, and text without its form: programs change both when they save a file. */
const comparable = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => {
    if (['id', 'person', 'personId', 'widths', 'alt', 'paperWidth'].includes(key)) return undefined;
    return (key === 'inline' || key === 'caption') && Array.isArray(part) ? inlineText(part as never).replace(/\s+/g, ' ').trim() : part;
  }) ?? '';
