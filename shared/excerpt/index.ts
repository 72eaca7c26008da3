/** 決議摘錄: one matter of a record as a paper of its own, for whoever it concerns. */
import { meetingName, whenWords } from '../kit/meeting.ts';
import { line, paragraph, text, title, wordsIn } from '../kit/paper.ts';
import type { LayoutProfile } from '../layouts/layout.ts';
import { type Block, isSectionKind, type Section } from '../minutes/blocks/index.ts';
import type { MinutesDocument } from '../minutes/document.ts';
import { entryName } from '../minutes/entry-name.ts';
import { chairOf, headLabel } from '../minutes/head.ts';
import { inlineText } from '../minutes/inline.ts';
import type { PrintDocument, PrintNode, PrintParagraph } from '../minutes/print.ts';
import { printDocument } from '../minutes/printing.ts';
import { countsOf } from '../minutes/roster/counts.ts';
import type { SectionBlock } from '../minutes/section.ts';
import { decisionDataSchema } from '../minutes/votes/decision.ts';
import { voteClauses } from '../minutes/votes/sentence.ts';
import { isCounted } from '../minutes/votes/vote.ts';
import { toScript } from '../text/script.ts';

/** The sections that an excerpt can be made of: what is decided, and who is elected. */
export const isExcerptable = (block: Block | undefined): block is Section => block !== undefined && (block.kind === 'election' || ('values' in block && 'outcome' in block.values));

/** What an excerpt is called: 決議摘錄, for an election 會議紀錄摘錄. */
export const excerptName = ({ meta: { region, script } }: Pick<MinutesDocument, 'meta'>, block: Pick<Block, 'kind'>): string =>
  toScript(block.kind === 'election' ? '會議紀錄摘錄' : '決議摘錄', script, region);

/** What the file of an excerpt is called after the meeting: 決議摘錄_修訂章程第七條. */
export function excerptFileWords(document: MinutesDocument, blockId: string): string {
  const block = sectionOf(document, blockId);
  if (!block) return '';
  const { region, script } = document.meta;
  const { matter } = block.fields as { matter?: string };
  const about = [...(matter ?? entryName(block, region, script) ?? '')].slice(0, 24).join('');
  return [excerptName(document, block), about].filter((part) => part.trim() !== '').join('_');
}

const sectionOf = ({ blocks }: Pick<MinutesDocument, 'blocks'>, blockId: string): Section | null => {
  const block = blocks.find(({ id }) => id === blockId);
  return block && isSectionKind(block.kind) ? (block as Section) : null;
};

/**
 * The excerpt of a section in a layout: the head of the meeting, the section as the record prints it with its number, its
 * vote and the number of its decision, where it comes from, and lines to sign on. null where the record has no such section.
 */
export function excerptDocument(document: MinutesDocument, blockId: string, layout: LayoutProfile): PrintDocument | null {
  const block = sectionOf(document, blockId);
  if (!block) return null;
  const bare: LayoutProfile = { ...layout, parts: { before: [], after: [], foot: [] } };
  const print = printDocument(document, bare);
  const paper: MinutesDocument = { ...document, meta: { ...document.meta, region: print.region, script: print.script } };
  const own = nodesOf(print.nodes, document.blocks, blockId);
  const name = `${meetingName(paper)}${excerptName(paper, block)}`;
  return { ...print, title: `${paper.meta.organisation}${name}`, nodes: [...head(paper, name), ...own, ...vote(paper, block, own), ...close(paper)] };
}

/** What a block prints: from its own anchor to that of the next one. */
function nodesOf(nodes: readonly PrintNode[], blocks: readonly Block[], blockId: string): PrintNode[] {
  const tops = new Set(blocks.map(({ id }) => id));
  const anchorOf = (node: PrintNode): string | undefined => ('anchor' in node ? node.anchor : undefined);
  const from = nodes.findIndex((node) => anchorOf(node) === blockId);
  if (from < 0) return [];
  const length = nodes.slice(from + 1).findIndex((node) => node.type === 'pageBreak' || tops.has(anchorOf(node) ?? ''));
  return nodes.slice(from, length < 0 ? undefined : from + 1 + length);
}

/** Which meeting it was, when and where, and how many were there. */
function head(document: MinutesDocument, name: string): PrintNode[] {
  const { say, known } = wordsIn(document);
  const { region, script, organisation, place, documentNumber } = document.meta;
  const label = (which: Parameters<typeof headLabel>[0]) => text(`${headLabel(which, region, script)}：`);
  const { members, present, byProxy, guests } = countsOf(document.roster);
  return [
    title([...text(organisation), ...text(name)]),
    ...(documentNumber === '' ? [] : [line([...label('documentNumber'), ...text(documentNumber)])]),
    line([...label('time'), ...known(whenWords(document), '時間')]),
    line([...label('place'), ...known(place, '地點')]),
    line([...label('chair'), ...known(chairOf(document), '主席')]),
    ...(members === 0 ? [] : [line([...say`出席：應到${members}人，實到${present}人`, ...(byProxy > 0 ? say`（含委託${byProxy}人）` : []), ...(guests > 0 ? say`，列席${guests}人` : [])])]),
  ];
}

/** The number of the decision, and the vote where the text does not tell it. */
function vote(document: MinutesDocument, block: Section, printed: readonly PrintNode[]): PrintNode[] {
  const { say } = wordsIn(document);
  const { data, values } = block as unknown as SectionBlock;
  const decision = decisionDataSchema.safeParse(data);
  if (!decision.success || block.kind === 'election') return [];
  const { number = '', vote: counted, recusals = [] } = decision.data;
  const told = printed.filter((node): node is PrintParagraph => node.type === 'paragraph').map(({ runs }) => inlineText(runs)).join('\n');
  const outcome = (values as Record<string, never>)['outcome'] ?? ('open' as never);
  const clauses = isCounted(counted) && !/(?:贊成|赞成|同意)\D{0,4}\d/.test(told) ? voteClauses({ outcome, data: decision.data, matter: '', recused: recusals.length }, document.meta) : [];
  return [
    ...(clauses.length > 0 ? [paragraph([...say`表決：`, ...text(`${clauses.join('，')}。`)])] : []),
    ...(number !== '' && !told.includes(number) ? [paragraph([...say`決議編號：`, ...text(number)])] : []),
  ];
}

/** Where it comes from, and who answers for it. */
function close(document: MinutesDocument): PrintNode[] {
  const { say } = wordsIn(document);
  const { title: record, region, script } = document.meta;
  const source = record === '' ? [...text(meetingName(document)), ...say`紀錄`] : text(record);
  const room = '＿＿＿＿＿＿＿＿';
  return [
    paragraph([...say`以上節錄自`, ...source, ...text('。')]),
    paragraph([], 'body'),
    ...(['chair', 'recorder'] as const).map((who) => paragraph(text(`${headLabel(who, region, script)}：${room}`), 'signature')),
    paragraph(region === 'TW' ? say`中華民國〔年〕年〔月〕月〔日〕日` : say`〔年〕年〔月〕月〔日〕日`, 'signature'),
  ];
}
