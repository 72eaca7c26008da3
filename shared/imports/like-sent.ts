/**
 * What was read of a file of a record, in the structure that the record went out in: a reader may take for a section what was
 * a heading with paragraphs under it, for a heading what was a section, and may end a section sooner or later than it ends.
 */
import type { Block, Section } from '../minutes/blocks/index.ts';
import type { BodyBlock } from '../minutes/blocks/body.ts';
import type { MinutesDocument } from '../minutes/document.ts';
import { newId } from '../minutes/id.ts';
import { inlineText, plain } from '../minutes/inline.ts';
import type { DataPaper } from '../minutes/printing.ts';
import { paragraph, shownHeading } from '../minutes/recognise/build.ts';
import { printedData } from './printed-data.ts';
import { linesOf, readFields, readLines } from './printed-fields.ts';

/** A block of a file where nothing is inside of anything; `of`: the section that the reader had it in. */
interface Loose {
  block: Block;
  of: string | null;
}

/** The blocks of a file, those of `sent` in the order of sections that they were sent in, and their data as lines on `paper`. */
export function likeSent({ blocks }: MinutesDocument, sent: MinutesDocument, paper: DataPaper): Block[] {
  const tops = new Map(sent.blocks.map((block) => [block.id, block]));
  const inside = new Map(sent.blocks.flatMap((block) => ('body' in block ? block.body.map(({ id }) => [id, block.id] as const) : [])));
  const result: Block[] = [];
  // Sections of which nobody said where they end.
  const open = new Set<string>();
  for (const { block, of } of blocks.flatMap((one) => loosened(one, tops, paper))) {
    const own = tops.get(block.id);
    const last = result.at(-1);
    if (own && 'body' in own && !('body' in block)) {
      open.add(own.id);
      result.push(sectionFrom(own, block, paper));
    } else if (last && 'body' in last && !own && !('body' in block) && (inside.get(block.id) === last.id || of === last.id || (open.has(last.id) && belongs(block)))) {
      result[result.length - 1] = { ...last, body: [...last.body, block] } as Block;
    } else result.push(block);
  }
  return result.map((block) => {
    const own = tops.get(block.id);
    if (!own || !('body' in own) || !('body' in block)) return block;
    return open.has(block.id) ? readFields(block, own, paper) : readLines(block, own, paper);
  });
}

/** Whether what nobody knows goes on with the section above it. */
const belongs = (block: Block): boolean => block.kind !== 'heading' || block.level > 1;

/** A block with what is in it behind it; one that is another kind than it was sent as, as the lines that it prints. */
function loosened(block: Block, tops: ReadonlyMap<string, Block>, paper: DataPaper): Loose[] {
  if (!('body' in block)) return [{ block, of: null }];
  const own = tops.get(block.id);
  if (!own || own.kind === block.kind) return [{ ...block, body: [] } as Block, ...block.body, ...(own ? printedData(block, paper) : [])].map((one) => ({ block: one, of: block.id }));
  const lines: BodyBlock[] = [...linesOf(block, 'before', paper).map(paragraph), ...block.body, ...printedData(block, paper), ...linesOf(block, 'after', paper).map(paragraph)];
  const heading = shownHeading(block, paper);
  const [first, ...rest] = lines;
  const line = own.kind === 'heading' ? own : { id: own.id, kind: 'paragraph' as const };
  const shown = heading === '' ? [...(first ? [{ ...first, id: block.id }] : []), ...rest] : [{ ...line, inline: plain(heading) }, ...lines];
  return shown.map((one) => ({ block: one, of: null }));
}

/** The section `own` begun with its first line: its heading where it prints one. */
function sectionFrom(own: Section, line: BodyBlock, paper: DataPaper): Section {
  const shown = shownHeading(own, paper);
  if (shown === '' || !('inline' in line)) return { ...own, heading: shown === '' ? own.heading : '', body: [{ ...line, id: newId() }] };
  const text = inlineText(line.inline);
  return { ...own, heading: text === shown ? own.heading : text, body: [] };
}
