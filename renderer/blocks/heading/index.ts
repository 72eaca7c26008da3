import { $createHeadingNode, $isHeadingNode, HeadingNode } from '@lexical/rich-text';
import { type ItemLevel, itemLevelSchema } from '#shared/minutes/level.ts';
import { $align, $blockId, $setAlign, $withId } from '../block-state.ts';
import { type BlockEditor, WrongNode } from '../block-editor.ts';
import { $inlineNodes, $readInline } from '../inline.ts';

/** The level of a heading node; pasted deeper ones count as the fourth. */
export function $headingLevel(node: HeadingNode): ItemLevel {
  return itemLevelSchema.catch(4).parse(Number(node.getTag().slice(1)));
}

export const heading: BlockEditor<'heading'> = {
  nodes: [HeadingNode],
  $is: $isHeadingNode,
  $toNode(block) {
    const node = $withId($createHeadingNode(`h${block.level}`), block.id);
    $setAlign(node, block.align);
    return node.append(...$inlineNodes(block.inline));
  },
  $fromNode(node) {
    if (!$isHeadingNode(node)) throw new WrongNode('heading', node);
    return { id: $blockId(node), kind: 'heading', level: $headingLevel(node), inline: $readInline(node), ...$align(node) };
  },
};
