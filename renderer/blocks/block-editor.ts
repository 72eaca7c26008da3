/** What the editor knows of a kind of block: its nodes, and how a block becomes a node and a node a block. */
import type { Klass, LexicalNode } from 'lexical';
import type { Block, BlockKind, BlockOf } from '#shared/minutes/blocks/index.ts';

/** Blocks inside blocks (a section's body, a cell) go through the registry, so that kinds do not know each other. */
export interface BlockContext {
  $toNodes(blocks: readonly Block[]): LexicalNode[];
  $fromNodes(nodes: readonly LexicalNode[]): Block[];
}

export interface BlockEditor<Kind extends BlockKind> {
  nodes: readonly Klass<LexicalNode>[];
  $is(node: LexicalNode): boolean;
  $toNode(block: BlockOf<Kind>, context: BlockContext): LexicalNode;
  /** Only ever called with a node that `$is` accepts. */
  $fromNode(node: LexicalNode, context: BlockContext): BlockOf<Kind>;
}

/** Thrown where a node reaches the wrong kind: a fault of the program, never of the text. */
export class WrongNode extends Error {
  constructor(kind: BlockKind, node: LexicalNode) {
    super(`A ${node.getType()} node is not a ${kind}`);
  }
}
