import { $getState } from 'lexical';
import { $blockId, $withId } from '../block-state.ts';
import { type BlockEditor, WrongNode } from '../block-editor.ts';
import { $createImageNode, $isImageNode, ImageNode, pictureState } from './image-node.ts';

export const image: BlockEditor<'image'> = {
  nodes: [ImageNode],
  $is: $isImageNode,
  $toNode({ id, asset, mime, width, height, paperWidth, alt, caption }) {
    return $withId($createImageNode({ asset, mime, width, height, paperWidth, alt, caption }), id);
  },
  $fromNode(node) {
    if (!$isImageNode(node)) throw new WrongNode('image', node);
    return { id: $blockId(node), kind: 'image', ...$getState(node, pictureState) };
  },
};
