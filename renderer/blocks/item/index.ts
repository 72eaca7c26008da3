import { $getState } from 'lexical';
import { $blockId, $withId } from '../block-state.ts';
import { type BlockEditor, WrongNode } from '../block-editor.ts';
import { $inlineNodes, $readInline } from '../inline.ts';
import { $createItemNode, $isItemNode, ItemNode, itemLevelState, itemRestartState } from './item-node.ts';

export const item: BlockEditor<'item'> = {
  nodes: [ItemNode],
  $is: $isItemNode,
  $toNode: (block) =>
    $withId($createItemNode(block.level, block.restart), block.id).append(...$inlineNodes(block.inline)),
  $fromNode(node) {
    if (!$isItemNode(node)) throw new WrongNode('item', node);
    return {
      id: $blockId(node),
      kind: 'item',
      level: $getState(node, itemLevelState),
      ...($getState(node, itemRestartState) && { restart: true as const }),
      inline: $readInline(node),
    };
  },
};
