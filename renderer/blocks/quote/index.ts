import { $createQuoteNode, $isQuoteNode, QuoteNode } from '@lexical/rich-text';
import { $blockId, $withId } from '../block-state.ts';
import { type BlockEditor, WrongNode } from '../block-editor.ts';
import { $inlineNodes, $readInline } from '../inline.ts';

export const quote: BlockEditor<'quote'> = {
  nodes: [QuoteNode],
  $is: $isQuoteNode,
  $toNode: (block) => $withId($createQuoteNode(), block.id).append(...$inlineNodes(block.inline)),
  $fromNode(node) {
    if (!$isQuoteNode(node)) throw new WrongNode('quote', node);
    return { id: $blockId(node), kind: 'quote', inline: $readInline(node) };
  },
};
