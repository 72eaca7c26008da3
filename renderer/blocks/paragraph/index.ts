import { $createParagraphNode, $isParagraphNode, ParagraphNode } from 'lexical';
import { $align, $blockId, $setAlign, $withId } from '../block-state.ts';
import { type BlockEditor, WrongNode } from '../block-editor.ts';
import { $inlineNodes, $readInline } from '../inline.ts';

export const paragraph: BlockEditor<'paragraph'> = {
  nodes: [ParagraphNode],
  $is: $isParagraphNode,
  $toNode(block) {
    const node = $withId($createParagraphNode(), block.id);
    $setAlign(node, block.align);
    return node.append(...$inlineNodes(block.inline));
  },
  $fromNode(node) {
    if (!$isParagraphNode(node)) throw new WrongNode('paragraph', node);
    return { id: $blockId(node), kind: 'paragraph', inline: $readInline(node), ...$align(node) };
  },
};
