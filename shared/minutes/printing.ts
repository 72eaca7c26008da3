/** From a record to its paper form. */
import type { Region, Script } from '../language.ts';
import type { LayoutProfile, PartName } from '../layouts/layout.ts';
import type { PrintContext } from './block.ts';
import { type Block, blocks } from './blocks/index.ts';
import type { MinutesDocument } from './document.ts';
import type { Meta } from './meta.ts';
import { computeNumbers } from './numbering.ts';
import { parts } from './parts/index.ts';
import type { PrintDocument, PrintNode } from './print.ts';
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
    nodes: [...print(layout.parts.before), ...printBlocks(paper), ...print(layout.parts.after)],
    foot: print(layout.parts.foot),
  };
}

/** 浮水印 of what is not final. The characters are the same in both scripts. */
const draftMark = '草稿';

/** A draft says so on paper, unless she chose that it does not; what is 送核 is a draft still. */
const printsAsDraft = (meta: Meta): boolean => meta.draftMark !== 'none' && !isSealed(meta);

/** The paper form of the blocks alone, without the head of the record. */
export function printBlocks(document: Pick<MinutesDocument, 'meta' | 'blocks'> & Partial<Pick<MinutesDocument, 'roster'>>): PrintNode[] {
  const numbers = computeNumbers(document.blocks);
  const context: PrintContext = {
    region: document.meta.region,
    script: document.meta.script,
    roster: document.roster ?? [],
    numberOf: (id) => numbers.get(id),
    print: (list) => list.flatMap((block) => printBlock(block as Block, context)),
  };
  return context.print(document.blocks);
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
