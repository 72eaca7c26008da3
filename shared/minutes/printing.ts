/** From a record to its paper form. */
import type { Region, Script } from '../language.ts';
import { formatPeriod } from '../text/dates.ts';
import type { PrintContext } from './block.ts';
import { type Block, blocks } from './blocks/index.ts';
import type { MinutesDocument } from './document.ts';
import { chairOf, headLabel, type HeadLine } from './head.ts';
import { plain } from './inline.ts';
import type { Meta } from './meta.ts';
import { computeNumbers } from './numbering.ts';
import type { PrintDocument, PrintNode, PrintParagraph } from './print.ts';
import { isSealed } from './stage.ts';

/** The layouts that a record can be printed in. 協會: title block, data, attendance, sections. */
export const layouts = ['association'] as const;
export type Layout = (typeof layouts)[number];

/** The paper form of a record. A line at the head prints only when it is filled. */
export function printDocument(document: MinutesDocument, options: { layout: Layout }): PrintDocument {
  const { meta } = document;
  return {
    title: meta.title,
    organisation: meta.organisation,
    region: meta.region,
    script: meta.script,
    language: languageTag(meta.region, meta.script),
    date: meta.start?.slice(0, 10) ?? null,
    ...(printsAsDraft(meta) && { mark: draftMark }),
    nodes: [...heads[options.layout](document), ...printBlocks(document)],
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

const heads: Record<Layout, (document: MinutesDocument) => PrintParagraph[]> = {
  association(document) {
    const { meta } = document;
    const { region, script } = meta;
    const lines: [HeadLine, string][] = [
      ['documentNumber', meta.documentNumber],
      ['time', meta.start ? formatPeriod(meta.start, meta.end, region, script) : ''],
      ['place', meta.place],
      ['chair', chairOf(document)],
      ['recorder', meta.recorder],
    ];
    return [
      ...titleBlock(meta.organisation, meta.title),
      ...lines
        .filter(([, text]) => text !== '')
        .map(
          ([line, text]): PrintParagraph => ({
            type: 'paragraph',
            style: 'metaLine',
            runs: plain(`${headLabel(line, region, script)}：${text}`),
          }),
        ),
    ];
  },
};

/** Whether the organisation stands above the title: not where the title names it already. */
export const organisationPrints = (organisation: string, title: string): boolean => !title.includes(organisation);

function titleBlock(organisation: string, title: string): PrintParagraph[] {
  const lines = [organisationPrints(organisation, title) ? organisation : '', title].filter((line) => line !== '');
  if (lines.length === 0) return [];
  const runs = lines.flatMap((line, index) => (index === 0 ? plain(line) : [{ type: 'break' as const }, ...plain(line)]));
  return [{ type: 'paragraph', style: 'title', align: 'center', runs }];
}
