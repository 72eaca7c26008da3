/** The editor of a record: its nodes, history, clipboard, keys, and what keeps its shape. One object for every window. */
import {
  ClickAfterLastBlockExtension,
  configExtension,
  defineExtension,
  NodeSelectionDataSelectedExtension,
  NormalizeTripleClickSelectionExtension,
} from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { DOMRenderExtension, domOverride } from '@lexical/html';
import { LinkExtension } from '@lexical/link';
import { RichTextExtension } from '@lexical/rich-text';
import { TableExtension } from '@lexical/table';
import { mergeRegister } from 'lexical';
import { $blockId } from '../blocks/block-state.ts';
import { ImageNode } from '../blocks/image/image-node.ts';
import { PageBreakNode } from '../blocks/page-break/page-break-node.ts';
import { blockNodes } from '../blocks/registry.ts';
import { registerArrows } from './arrows.ts';
import { registerAstray } from './astray.ts';
import { registerCaretLine } from './caret-line.ts';
import { registerClipboard } from './clipboard.ts';
import { EditorViewExtension } from './editor-view.ts';
import { registerFreshCaret } from './fresh-caret.ts';
import { HeadNode } from './head-node.ts';
import { registerKeys } from './keys.ts';
import { registerMarkers } from './markers.ts';
import { registerShape } from './shape.ts';
import { slotPlaces } from './slots.ts';

/** Every block carries its id on the page, for jumps and for marks that lie over the text. */
const blockIds = domOverride('*', {
  $decorateDOM(node, _previous, dom) {
    const id = $blockId(node);
    if (id !== '' && dom.dataset['blockId'] !== id) dom.dataset['blockId'] = id;
  },
});

/** Entries of the undo stack hold a whole state each; more than this is memory without use. */
const undoDepth = 200;

export const MinutesExtension = defineExtension({
  name: 'minutebook/minutes',
  namespace: 'minutebook',
  nodes: () => [HeadNode, ...blockNodes],
  dependencies: [
    EditorViewExtension,
    RichTextExtension,
    LinkExtension,
    NormalizeTripleClickSelectionExtension,
    ClickAfterLastBlockExtension,
    configExtension(NodeSelectionDataSelectedExtension, { nodes: [ImageNode, PageBreakNode] }),
    configExtension(TableExtension, { hasCellBackgroundColor: false, hasHorizontalScroll: false }),
    configExtension(HistoryExtension, { disabled: false, maxDepth: undoDepth }),
    configExtension(DOMRenderExtension, { overrides: [slotPlaces, blockIds] }),
  ],
  theme: {
    paragraph: 'mb-paragraph',
    heading: { h1: 'mb-heading', h2: 'mb-heading', h3: 'mb-heading', h4: 'mb-heading', h5: 'mb-heading', h6: 'mb-heading' },
    quote: 'mb-quote',
    link: 'mb-link',
    table: 'mb-table',
    tableCell: 'mb-cell',
    tableCellHeader: 'mb-cell-header',
    tableCellSelected: 'mb-cell-selected',
    tableSelection: 'mb-table-selection',
    text: {
      bold: 'mb-bold',
      italic: 'mb-italic',
      underline: 'mb-underline',
      strikethrough: 'mb-strike',
      underlineStrikethrough: 'mb-underline-strike',
      superscript: 'mb-superscript',
      subscript: 'mb-subscript',
      highlight: 'mb-highlight',
    },
  },
  register: (editor) =>
    mergeRegister(
      registerFreshCaret(editor),
      registerShape(editor),
      registerAstray(editor),
      registerArrows(editor),
      registerKeys(editor),
      registerClipboard(editor),
      registerMarkers(editor),
      registerCaretLine(editor),
    ),
});
