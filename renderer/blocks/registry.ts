/** The only list of block editors: a kind without one does not compile. */
import type { Klass, LexicalNode } from 'lexical';
import { LinkNode } from '@lexical/link';
import type { Block, BlockKind } from '#shared/minutes/blocks/index.ts';
import { newId } from '#shared/minutes/id.ts';
import { actions } from './actions/index.ts';
import { adjournment } from './adjournment/index.ts';
import { agenda } from './agenda/index.ts';
import { annexes } from './annexes/index.ts';
import { attendance } from './attendance/index.ts';
import { bullet } from './bullet/index.ts';
import { discussion } from './discussion/index.ts';
import { election } from './election/index.ts';
import { event } from './event/index.ts';
import { extemporeMotion } from './extempore-motion/index.ts';
import { followUp } from './follow-up/index.ts';
import { heading } from './heading/index.ts';
import { heardReport } from './heard-report/index.ts';
import { image } from './image/index.ts';
import { introduction } from './introduction/index.ts';
import { item } from './item/index.ts';
import { lecture } from './lecture/index.ts';
import { MentionNode } from './mention-node.ts';
import { pageBreak } from './page-break/index.ts';
import { paragraph } from './paragraph/index.ts';
import { quote } from './quote/index.ts';
import { report } from './report/index.ts';
import { resolution } from './resolution/index.ts';
import { speech } from './speech/index.ts';
import { table } from './table/index.ts';
import { BlankNode } from './blank-node.ts';
import type { BlockContext, BlockEditor } from './block-editor.ts';

export const registry: { readonly [Kind in BlockKind]: BlockEditor<Kind> } = {
  heading,
  paragraph,
  item,
  bullet,
  quote,
  table,
  image,
  pageBreak,
  attendance,
  agenda,
  followUp,
  speech,
  report,
  heardReport,
  lecture,
  introduction,
  discussion,
  resolution,
  extemporeMotion,
  election,
  actions,
  event,
  adjournment,
  annexes,
};

/** The node classes of every kind and of what stands in a line. */
export const blockNodes: readonly Klass<LexicalNode>[] = [
  ...new Set([...Object.values(registry).flatMap((editor) => editor.nodes), LinkNode, BlankNode, MentionNode]),
];

const kinds = Object.entries(registry) as [BlockKind, BlockEditor<BlockKind>][];

const context: BlockContext = {
  $toNodes: (blocks) => blocks.map($blockToNode),
  $fromNodes: (nodes) => nodes.flatMap((node) => $nodeToBlock(node) ?? []),
};

/** The kind of block that a node is, or null: a row, a run of text, the head. */
export function $kindOf(node: LexicalNode): BlockKind | null {
  return kinds.find(([, editor]) => editor.$is(node))?.[0] ?? null;
}

/** The node of a block, with everything in it. */
export function $blockToNode(block: Block): LexicalNode {
  return (registry[block.kind] as BlockEditor<BlockKind>).$toNode(block, context);
}

/** The block of a node, or null where the node is not one. A node that has no id yet gets a new one in the block. */
export function $nodeToBlock(node: LexicalNode): Block | null {
  const kind = $kindOf(node);
  if (kind === null) return null;
  const block = (registry[kind] as BlockEditor<BlockKind>).$fromNode(node, context) as Block;
  return block.id === '' ? { ...block, id: newId() } : block;
}
