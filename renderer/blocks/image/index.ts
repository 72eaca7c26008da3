import { $getState } from 'lexical';
import { $blockId, $withId } from '../block-state.ts';
import { type BlockEditor, WrongNode } from '../block-editor.ts';
import { $createImageNode, $isImageNode, ImageNode, pictureState } from './image-node.ts';

export const image: BlockEditor<'image'> = {
  nodes: [ImageNode],
  $is: $isImageNode,
  $toNode({ id, kind: _, ...picture }) {
    return $withId($createImageNode(picture), id);
  },
  $fromNode(node) {
    if (!$isImageNode(node)) throw new WrongNode('image', node);
    return { id: $blockId(node), kind: 'image', ...$getState(node, pictureState) };
  },
};
