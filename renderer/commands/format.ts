/** 格式: what letters and lines look like. */
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $createParagraphNode, $getSelection, $getState, $isRangeSelection, $isTextNode, $setState, type ElementNode, FORMAT_TEXT_COMMAND } from 'lexical';
import type { Align } from '#shared/minutes/align.ts';
import type { BlockKind } from '#shared/minutes/blocks/index.ts';
import type { Mark } from '#shared/minutes/inline.ts';
import type { ItemLevel } from '#shared/minutes/numbering.ts';
import { $align, $setAlign } from '../blocks/block-state.ts';
import { $createBulletNode } from '../blocks/bullet/bullet-node.ts';
import { markFormats } from '../blocks/inline.ts';
import { $createItemNode, $isItemNode, itemRestartState } from '../blocks/item/item-node.ts';
import { $kindOf } from '../blocks/registry.ts';
import type { CommandContext, CommandDeed } from './command.ts';
import { $lineOf, $selectedLines, $turnLine } from './lines.ts';
import { edit, selectionOf } from './deed.ts';

const inText = (context: CommandContext): boolean => {
  const selection = selectionOf(context);
  return selection !== null && !selection.inField;
};

const mark = (name: Mark): CommandDeed => ({
  enabled: inText,
  active: (context) => selectionOf(context)?.marks.includes(name) ?? false,
  run: ({ session }) => {
    // Formatting the letters of an unfinished composition corrupts them.
    if (session && !session.isComposing()) session.editor.dispatchCommand(FORMAT_TEXT_COMMAND, markFormats[name]);
  },
});

interface LineForm {
  kind: BlockKind;
  level?: ItemLevel;
  create(): ElementNode;
  /** Chosen once more, the line becomes body text again. */
  toggles?: boolean;
}

const line = ({ kind, level, create, toggles = false }: LineForm): CommandDeed => {
  const active = (context: CommandContext) => {
    const selection = selectionOf(context);
    return selection?.block === kind && (level === undefined || selection.level === level);
  };
  const allowed = (context: CommandContext) => inText(context) && !(selectionOf(context)?.inTable && (kind === 'heading' || kind === 'quote'));
  return {
    enabled: allowed,
    active,
    run: (context) => {
      const back = toggles && active(context);
      edit(context, () => {
        for (const one of $selectedLines()) {
          const align = $align(one).align;
          const next = $turnLine(one, back ? $createParagraphNode() : create());
          if (kind === 'paragraph' || kind === 'heading' || back) $setAlign(next, align);
        }
      });
    },
  };
};

const heading = (level: ItemLevel) => line({ kind: 'heading', level, create: () => $createHeadingNode(`h${level}`) });
const item = (level: ItemLevel) => line({ kind: 'item', level, create: () => $createItemNode(level), toggles: true });

const align = (value: Align): CommandDeed => {
  const active = (context: CommandContext) => selectionOf(context)?.align === value;
  return {
    enabled: (context) => inText(context) && ['paragraph', 'heading'].includes(selectionOf(context)?.block ?? ''),
    active,
    run: (context) => {
      const back = active(context);
      edit(context, () => {
        for (const one of $selectedLines()) {
          const kind = $kindOf(one);
          if (kind === 'paragraph' || kind === 'heading') $setAlign(one, back ? undefined : value);
        }
      });
    },
  };
};

const clear: CommandDeed = {
  enabled: inText,
  run: (context) =>
    edit(context, () => {
      const selection = $getSelection();
      if (!selection) return;
      if ($isRangeSelection(selection) && selection.isCollapsed()) selection.setFormat(0);
      else for (const node of selection.extract()) if ($isTextNode(node) && $lineOf(node)) node.setFormat(0);
    }),
};

const restart: CommandDeed = {
  enabled: (context) => selectionOf(context)?.block === 'item',
  run: (context) =>
    edit(context, () => {
      const first = $selectedLines().find($isItemNode);
      if (first) $setState(first, itemRestartState, !$getState(first, itemRestartState));
    }),
};

export const formatDeeds = {
  'format.bold': mark('bold'),
  'format.italic': mark('italic'),
  'format.underline': mark('underline'),
  'format.strike': mark('strike'),
  'format.superscript': mark('superscript'),
  'format.subscript': mark('subscript'),
  'format.highlight': mark('highlight'),
  'format.clear': clear,
  'format.paragraph': line({ kind: 'paragraph', create: $createParagraphNode }),
  'format.heading1': heading(1),
  'format.heading2': heading(2),
  'format.heading3': heading(3),
  'format.heading4': heading(4),
  'format.item1': item(1),
  'format.item2': item(2),
  'format.item3': item(3),
  'format.item4': item(4),
  'format.bullet': line({ kind: 'bullet', create: () => $createBulletNode(0), toggles: true }),
  'format.quote': line({ kind: 'quote', create: $createQuoteNode, toggles: true }),
  'format.restart': restart,
  'format.alignStart': align('start'),
  'format.alignCenter': align('center'),
  'format.alignEnd': align('end'),
  'format.alignJustify': align('justify'),
} satisfies Record<string, CommandDeed>;
