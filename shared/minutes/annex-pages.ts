/** 附件: the annexes that a record holds itself, each on pages of its own after everything else. */
import type { LayoutProfile } from '../layouts/layout.ts';
import { charactersOf } from '../layouts/measures.ts';
import { titleLines } from '../text/title-lines.ts';
import { widthOf } from '../text/width.ts';
import type { Block, BlockOf } from './blocks/index.ts';
import { inlineText, plain } from './inline.ts';
import { lined } from './parts/lines.ts';
import type { PrintNode } from './print.ts';

type Annexes = BlockOf<'annexes'>;
type BodyBlock = Annexes['body'][number];

interface Annex {
  /** From 1; null where it is the only one. */
  number: number | null;
  title: string;
  /** Id of the heading that its title comes from. */
  anchor?: string;
  blocks: BodyBlock[];
}

/** The blocks without the texts of annexes: those print after the record. */
export const withoutAnnexTexts = (blocks: readonly Block[]): Block[] => blocks.map((block) => (isAnnexes(block) ? { ...block, body: [] } : block));

/**
 * The pages of the annexes: 「附件1」 flush left on the first line, the title in the middle of the third, then the text
 * (GB/T 9704-2012, 7.3.7). In the section 附件 each begins with a heading of level 1; a text without one is that of the
 * first annex on the list.
 */
export function annexPages(blocks: readonly Block[], layout: LayoutProfile, print: (blocks: Block[]) => PrintNode[]): PrintNode[] {
  const width = charactersOf(layout, layout.styles.annexTitle);
  return blocks.filter(isAnnexes).flatMap(annexesOf).flatMap(({ number, title, anchor, blocks: text }): PrintNode[] => [
    { type: 'pageBreak' },
    { type: 'paragraph', style: 'annexLabel', runs: plain(`附件${number ?? ''}`) },
    ...(title === '' ? [] : [{ type: 'paragraph' as const, style: 'annexTitle' as const, runs: lined(titleLines(title, width)), ...(anchor !== undefined && { anchor }) }]),
    ...print(text),
  ]);
}

/** 附件說明: a name that is longer than its line goes on under its first character, whatever stands before it (GB/T 9704-2012, 7.3.4). */
export function hangingAnnexNote(nodes: readonly PrintNode[], { styles }: LayoutProfile): PrintNode[] {
  const { left, hanging } = styles.annexNote.indent;
  return nodes.map((node) => {
    if (node.type !== 'paragraph' || node.style !== 'annexNote') return node;
    const before = /^(?:附件：|\u3000{3})(?:\d+(?:、|\.(?= )))?/.exec(inlineText(node.runs))?.[0] ?? '';
    const width = widthOf(before);
    return width === 0 || width === hanging ? node : { ...node, own: { indent: { left: left - hanging + width, hanging: width } } };
  });
}

function annexesOf({ body, data }: Annexes): Annex[] {
  const names = (data?.names ?? []).filter((name) => name !== '');
  if (body.every(isEmptyLine)) return [];
  const begun = body.findIndex(isTitle);
  const found: Annex[] = [];
  if (begun !== 0) found.push({ number: 1, title: names[0] ?? '', blocks: body.slice(0, begun < 0 ? undefined : begun) });
  for (const block of begun < 0 ? [] : body.slice(begun)) {
    if (!isTitle(block)) {
      found.at(-1)?.blocks.push(block);
      continue;
    }
    const title = inlineText(block.inline);
    const listed = names.indexOf(title);
    found.push({ number: listed < 0 ? found.length + 1 : listed + 1, title, anchor: block.id, blocks: [] });
  }
  const isOnly = found.length === 1 && names.length < 2;
  return found.filter(({ title, blocks }) => title !== '' || !blocks.every(isEmptyLine)).map((annex) => (isOnly ? { ...annex, number: null } : annex));
}

const isAnnexes = (block: Block): block is Annexes => block.kind === 'annexes';
const isTitle = (block: BodyBlock): block is BlockOf<'heading'> => block.kind === 'heading' && block.level === 1;
const isEmptyLine = (block: BodyBlock): boolean => block.kind === 'paragraph' && block.inline.length === 0;
