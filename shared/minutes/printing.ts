/** From a record to its paper form. */
import type { Region, Script } from '../language.ts';
import type { LayoutProfile, PartName } from '../layouts/layout.ts';
import { labelOf } from '../layouts/numbers.ts';
import { annexPages, hangingAnnexNote, withoutAnnexTexts } from './annex-pages.ts';
import type { PrintContext } from './block.ts';
import { type Block, blocks, type Section, sections } from './blocks/index.ts';
import { type Printed, withHeadingNumbers, withParagraphNumbers } from './chapters.ts';
import type { MinutesDocument } from './document.ts';
import type { Meta } from './meta.ts';
import { computeNumbers, numberLabel, type WriteNumber } from './numbering.ts';
import { withoutAttendance } from './parts/attendance.ts';
import { parts } from './parts/index.ts';
import { withoutSigning } from './parts/signing.ts';
import type { PrintDocument, PrintNode, PrintNumber } from './print.ts';
import { type AnySection, sectionData } from './section.ts';
import { isSealed } from './stage.ts';

/**
 * The paper form of a record in a layout: its text with the parts that the layout puts around it, in the words of the
 * layout's region. Letters stay as they are: a record in another script is converted before.
 */
export function printDocument(document: MinutesDocument, layout: LayoutProfile): PrintDocument {
  const { region, script } = { ...document.meta, ...(layout.writing.region && { region: layout.writing.region }) };
  const paper: MinutesDocument = { ...document, meta: { ...document.meta, region, script } };
  const { meta } = paper;
  const print = (names: readonly PartName[]): PrintNode[] => names.flatMap((name) => parts[name](paper, layout));
  return {
    title: meta.title,
    organisation: meta.organisation,
    region,
    script,
    language: languageTag(region, script),
    date: meta.start?.slice(0, 10) ?? null,
    ...(printsAsDraft(meta) && { mark: draftMark }),
    nodes: [...print(layout.parts.before), ...printText(flowOf(paper, layout), layout), ...print(layout.parts.after), ...annexPages(paper.blocks, layout, (blocks) => printText({ ...paper, blocks }, { ...layout, numbers: { chapters: null, motions: null, paragraphs: null } }))],
    foot: print(layout.parts.foot),
  };
}

/** The record without what prints in another place: the texts of annexes, and the attendance and the signatures where they are parts of the layout. */
function flowOf(paper: MinutesDocument, { parts: { before, after, foot } }: LayoutProfile): MinutesDocument {
  const names = [...before, ...after, ...foot];
  const blocks = withoutAnnexTexts(paper.blocks);
  const present = names.includes('attendance') || names.includes('particulars') ? withoutAttendance(blocks) : blocks;
  return { ...paper, blocks: names.includes('signing') ? withoutSigning(present) : present };
}

/** 浮水印 of what is not final. The characters are the same in both scripts. */
const draftMark = '草稿';

/** A draft says so on paper, unless she chose that it does not; what is 送核 is a draft still. */
const printsAsDraft = (meta: Meta): boolean => meta.draftMark !== 'none' && !isSealed(meta);

/** The text of a record with its numbers as the layout writes them. */
function printText(document: MinutesDocument, layout: LayoutProfile): PrintNode[] {
  const write: WriteNumber = (level, counts) => {
    const form = layout.items[level - 1];
    return form ? labelOf(form, counts) : '';
  };
  const numbers = computeNumbers(document.blocks, write);
  const context = { ...contextOf(document, numbers, (level, count) => write(level, Array<number>(level).fill(count))), handlers: layout.handlers };
  const printed: Printed = document.blocks.map((block) => ({ block, nodes: printBlock(block, context) }));
  return hangingAnnexNote(withHeadingNumbers(withParagraphNumbers(printed, layout), layout), layout);
}

/** The paper form of some blocks, with the usual numbers: what is not on its way to paper. */
export function printBlocks(document: Pick<MinutesDocument, 'meta' | 'blocks'> & Partial<Pick<MinutesDocument, 'roster'>>): PrintNode[] {
  return contextOf(document, computeNumbers(document.blocks), numberLabel).print(document.blocks);
}

/** How the data of sections print in a layout. */
export type DataPaper = Pick<PrintContext, 'region' | 'script' | 'handlers'>;

/** The lines and tables that a section prints for its data. */
export function printSectionData(block: Section, { handlers, ...paper }: DataPaper): PrintNode[] {
  const definition = sections[block.kind] as unknown as AnySection;
  const context = { ...contextOf({ meta: paper }, new Map(), numberLabel), handlers };
  return definition.section.data?.toPrint(sectionData(definition, block as { data?: unknown }), context, block.id) ?? [];
}

function contextOf(
  { meta, roster = [] }: { meta: Pick<Meta, 'region' | 'script'> } & Partial<Pick<MinutesDocument, 'roster'>>,
  numbers: ReadonlyMap<string, PrintNumber>,
  label: PrintContext['numberLabel'],
): PrintContext {
  const context: PrintContext = {
    region: meta.region,
    script: meta.script,
    roster,
    numberOf: (id) => numbers.get(id),
    numberLabel: label,
    handlers: false,
    print: (list) => list.flatMap((block) => printBlock(block as Block, context)),
  };
  return context;
}

function printBlock(block: Block, context: PrintContext): PrintNode[] {
  const definition = blocks[block.kind] as { toPrint(block: Block, context: PrintContext): PrintNode[] };
  return definition.toPrint(block, context);
}

/** The BCP 47 tag of a text: the region's own where it is written in the region's script, else that of the script. */
export function languageTag(region: Region, script: Script): string {
  if (script === 'Hans') return 'zh-CN';
  return region === 'HK' ? 'zh-HK' : 'zh-TW';
}
