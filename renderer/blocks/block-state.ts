/** What every block node carries beside its text: its own id, which outlives the node keys of one session. */
import { $getState, $setState, createState, type ElementFormatType, type ElementNode, type LexicalNode } from 'lexical';
import type { Align } from '#shared/minutes/align.ts';

export const blockIdState = createState('blockId', {
  parse: (value) => (typeof value === 'string' ? value : ''),
  resetOnCopyNode: true,
});

/** The id of a block's node; '' for a node that no transform has seen yet. */
export const $blockId = (node: LexicalNode): string => $getState(node, blockIdState);

/** Gives a node the id of its block. */
export function $withId<Node extends LexicalNode>(node: Node, id: string): Node {
  return $setState(node, blockIdState, id);
}

const formats: Record<Align, ElementFormatType> = { start: 'start', center: 'center', end: 'end', justify: 'justify' };

/** Sets how the lines of a text block stand; absent = as the layout has it. */
export function $setAlign(node: ElementNode, align: Align | undefined): void {
  node.setFormat(align ? formats[align] : '');
}

/** How the lines of a text block stand, as the block stores it. */
export function $align(node: ElementNode): { align?: Align } {
  switch (node.getFormatType()) {
    case 'left':
    case 'start':
      return { align: 'start' };
    case 'right':
    case 'end':
      return { align: 'end' };
    case 'center':
      return { align: 'center' };
    case 'justify':
      return { align: 'justify' };
    default:
      return {};
  }
}
