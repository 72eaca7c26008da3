import { $blockId, $withId } from '../block-state.ts';
import type { BlockEditor } from '../block-editor.ts';
import { $createPageBreakNode, $isPageBreakNode, PageBreakNode } from './page-break-node.ts';

export const pageBreak: BlockEditor<'pageBreak'> = {
  nodes: [PageBreakNode],
  $is: $isPageBreakNode,
  $toNode: (block) => $withId($createPageBreakNode(), block.id),
  $fromNode: (node) => ({ id: $blockId(node), kind: 'pageBreak' }),
};
