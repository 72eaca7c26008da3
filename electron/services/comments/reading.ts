/** A copy that came back: what its text proposes, and what was written into slots and comments. */
import type { MeetingRow } from '#electron/db/meetings.ts';
import { type ReadBlock, type ReadDocx, readDocx, type ReadParagraph } from '#electron/docx/reading/index.ts';
import { foldFile } from '#electron/services/imports/folding.ts';
import { likelyLayouts } from '#electron/services/layouts.ts';
import type { Services } from '#electron/services/services.ts';
import * as versions from '#electron/services/versions/index.ts';
import { commentPaper, sentOf, slotOf, withoutLabel } from '#shared/comments/paper.ts';
import type { Remark, Returned } from '#shared/comments/returned.ts';
import type { Block } from '#shared/minutes/blocks/index.ts';
import type { BodyBlock } from '#shared/minutes/blocks/body.ts';
import { documentDifference } from '#shared/minutes/difference/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import { blocksWithin } from '#shared/minutes/walk.ts';
import { fail, ok, type Result } from '#shared/result.ts';

type Read = Omit<Returned, 'id' | 'meeting' | 'name' | 'at' | 'decisions'>;

/** Errors: comments.notCopy, word.*, version.*. */
export async function readCopy(services: Services, { row, document: present }: { row: MeetingRow; document: MinutesDocument }, bytes: Uint8Array, name: string): Promise<Result<Read>> {
  const read = readDocx(bytes, name);
  if (!read.ok) return read;
  const docx = read.value;
  const anchors = anchorsIn(docx);
  const mark = anchors.map(sentOf).find((one) => one !== null) ?? null;
  const tops = topsOf(present);
  const isOurs = mark ? mark.id === row.id : anchors.some((anchor) => tops.has(anchor));
  if (!isOurs) return fail('comments.notCopy', { name });
  const revision = mark?.revision ?? lastSent(services, row);
  const past = versions.open(services, { id: row.id, revision });
  if (!past.ok) return past;
  const sent = past.value.document;
  const folded = await foldFile(sent, docx, {
    pictures: new Map(),
    layouts: likelyLayouts(services, sent.meta.layout),
    only: (block) => !isOurMark(block),
    ...(mark && { print: (document, layout) => commentPaper(document, layout, revision) }),
  });
  const by = whoOf(docx, sent);
  const document = withoutPictures(folded.document, sent);
  return ok({ revision, by, document, authors: authorsOf(docx, topsOf(sent)), remarks: remarksOf(docx, sent), unplaced: [...unplacedIn(docx, sent, document), ...folded.doubts.flatMap(({ kind, text }) => (kind === 'data' ? [text] : []))] });
}

/** Blocks of the paper that are no part of the record. */
function isOurMark(block: ReadBlock): boolean {
  const [first] = paragraphsOf([block]);
  return first?.anchors.some((anchor) => sentOf(anchor) !== null || slotOf(anchor) !== null) ?? false;
}

const paragraphsOf = (blocks: readonly ReadBlock[]): ReadParagraph[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : block.type === 'table' ? block.rows.flatMap((one) => one.flatMap((cell) => paragraphsOf(cell.blocks))) : []));

const anchorsIn = ({ blocks }: ReadDocx): string[] => paragraphsOf(blocks).flatMap(({ anchors }) => anchors);

/** The top-level block of each block, by its id. */
const topsOf = ({ blocks }: MinutesDocument): Map<string, string> => new Map(blocks.flatMap((block) => [...blocksWithin(block)].map(({ id }) => [id, block.id] as const)));

/** A copy that lost its mark is one of the version that was sent last. */
function lastSent(services: Services, row: MeetingRow): number {
  const { versions: points } = services.db.documents.timeline(row.number, { offset: 0, limit: 500 });
  return points.find(({ circulatedAt }) => circulatedAt !== null)?.revision ?? row.revision;
}

/** Who saved it last, unless that is us; else the one who wrote in it, where that is one. */
function whoOf({ properties, changes, comments }: ReadDocx, { meta }: MinutesDocument): string {
  const { lastModifiedBy } = properties;
  if (lastModifiedBy !== '' && lastModifiedBy !== meta.organisation) return lastModifiedBy.slice(0, 200);
  const writers = new Set([...changes, ...comments].map(({ author }) => author).filter((author) => author !== ''));
  return writers.size === 1 ? ([...writers][0] ?? '').slice(0, 200) : '';
}

/** Who changed a block under tracked changes; several names where there are several. */
function authorsOf({ changes }: ReadDocx, tops: ReadonlyMap<string, string>): Record<string, string> {
  const names = new Map<string, Set<string>>();
  for (const { anchor, author } of changes) {
    const top = tops.get(anchor ?? '');
    if (top !== undefined && author !== '') names.set(top, (names.get(top) ?? new Set()).add(author));
  }
  return Object.fromEntries([...names].map(([top, all]) => [top, [...all].join('、').slice(0, 200)]));
}

/** What was written into slots, and as comments. */
function remarksOf({ blocks, comments }: ReadDocx, sent: MinutesDocument): Remark[] {
  const tops = topsOf(sent);
  const slots = blocks.flatMap((block): Remark[] => {
    const all = paragraphsOf([block]);
    const about = all.flatMap(({ anchors }) => anchors.flatMap((anchor) => slotOf(anchor) ?? []))[0];
    const text = withoutLabel(all.map(({ runs }) => runs.map((run) => run.text).join('').trim()).filter((line) => line !== '').join('\n'));
    return about === undefined || text === '' ? [] : [{ id: newId(), blockId: tops.get(about) ?? null, by: '', quote: '', text: text.slice(0, 20_000) }];
  });
  const notes = comments.map(({ author, anchor, quote, text }): Remark => {
    const about = tops.get(anchor ?? '') ?? tops.get(slotOf(anchor ?? '') ?? '') ?? null;
    return { id: newId(), blockId: about, by: author.slice(0, 200), quote: quote.slice(0, 2000), text: text.slice(0, 20_000) };
  });
  return [...slots, ...notes.filter(({ text }) => text !== '')];
}

/** Tracked changes that nothing came of: in lines that the record makes by itself. */
function unplacedIn({ changes }: ReadDocx, sent: MinutesDocument, returned: MinutesDocument): string[] {
  const tops = topsOf(sent);
  const changed = new Set(documentDifference(sent, returned).flatMap(({ blockId, state }) => (state === 'same' ? [] : [blockId])));
  const isPlaced = (anchor: string | null): boolean => changed.has(tops.get(anchor ?? '') ?? '') || slotOf(anchor ?? '') !== null || changed.has('meta');
  return changes.filter(({ anchor }) => !isPlaced(anchor)).map(({ author, kind, text }) => `${author}：${kind === 'insertion' ? '＋' : '－'}${text}`.slice(0, 2000));
}

/** A copy is a proposal of words: pictures that came with it are not kept. */
function withoutPictures(returned: MinutesDocument, sent: MinutesDocument): MinutesDocument {
  const known = new Set(sent.blocks.flatMap((block) => [...blocksWithin(block)].flatMap((inner) => (inner.kind === 'image' ? [inner.asset] : []))));
  const isKept = (block: Block | BodyBlock): boolean => block.kind !== 'image' || known.has(block.asset);
  return { ...returned, blocks: returned.blocks.filter(isKept).map((block) => ('body' in block ? { ...block, body: block.body.filter(isKept) } : block)) };
}
