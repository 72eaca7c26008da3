import { $getState } from 'lexical';
import { $blockId, $withId } from '../block-state.ts';
import { type BlockEditor, WrongNode } from '../block-editor.ts';
import { $inlineNodes, $readInline } from '../inline.ts';
import { $createBulletNode, $isBulletNode, bulletDepthState, BulletNode } from './bullet-node.ts';

export const bullet: BlockEditor<'bullet'> = {
  nodes: [BulletNode],
  $is: $isBulletNode,
  $toNode: (block) => $withId($createBulletNode(block.depth), block.id).append(...$inlineNodes(block.inline)),
  $fromNode(node) {
    if (!$isBulletNode(node)) throw new WrongNode('bullet', node);
    return { id: $blockId(node), kind: 'bullet', depth: $getState(node, bulletDepthState), inline: $readInline(node) };
  },
};
