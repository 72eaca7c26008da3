/** 插入: sections, tables, pictures, page breaks, links and places to fill in. */
import { $createLinkNode, $isLinkNode, $toggleLink, type LinkNode } from '@lexical/link';
import { $findMatchingParent } from '@lexical/utils';
import { $isTableNode } from '@lexical/table';
import { $createParagraphNode, $createTextNode, $getNodeByKey, $getSelection, $insertNodes, $isRangeSelection, $setSelection, type BaseSelection } from 'lexical';
import { type BlockOf, type SectionKind, sections } from '#shared/minutes/blocks/index.ts';
import { newId } from '#shared/minutes/id.ts';
import { noteFocus } from '../app/note-focus.ts';
import { $createBlankNode } from '../blocks/blank-node.ts';
import { $nodeOfBlock } from '../editor/shape.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { choosePictures, insertPictures } from '../images/keep.ts';
import { chooseTextFiles, insertTextFile } from '../paste/text-file.ts';
import type { CommandContext, CommandDeed } from './command.ts';
import { edit, selectionOf } from './deed.ts';
import { ask, selectionRect } from './question.ts';
import { insertSection } from './section.ts';

const open = ({ session }: CommandContext): boolean => session !== null;
const inText = (context: CommandContext): boolean => selectionOf(context)?.inField === false;

const section = (kind: SectionKind): CommandDeed => ({ enabled: open, run: (context) => insertSection(context, kind) });

/** The selection as it stood when something was asked; a window of its own takes the caret away. */
const kept = ({ editor }: EditorSession): BaseSelection | null => editor.read('latest', () => $getSelection()?.clone() ?? null);

/** A new table; all columns of one width. */
export function newTable({ rows, columns, header }: { rows: number; columns: number; header: boolean }): BlockOf<'table'> {
  const cell = (isHeader: boolean) => ({
    columns: 1,
    rows: 1,
    header: isHeader,
    blocks: [{ id: newId(), kind: 'paragraph' as const, inline: [] }],
  });
  return {
    id: newId(),
    kind: 'table',
    widths: Array.from({ length: columns }, () => 1),
    rows: Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, () => cell(header && row === 0))),
  };
}

/** Puts a table at the caret, and the caret into its first cell. */
function insertTable(session: EditorSession, size: { rows: number; columns: number; header: boolean }): void {
  const block = newTable(size);
  session.insertBlocks([block]);
  session.editor.update(() => {
    const table = $nodeOfBlock(session.editor, block.id);
    if (!$isTableNode(table)) return;
    // Without a line after it there is no way out of the table.
    if (table.getNextSibling() === null) table.insertAfter($createParagraphNode());
    table.getFirstDescendant()?.selectStart();
  }, { tag: 'history-merge' });
}

const table: CommandDeed = {
  enabled: open,
  run({ session }) {
    if (!session) return;
    const before = kept(session);
    ask(
      {
        kind: 'table',
        answer(size) {
          if (size) {
            restore(session, before);
            insertTable(session, size);
          }
          session.focus();
        },
      },
      selectionRect(),
    );
  },
};

/** Puts a kept selection back, where its text is still there. */
const restore = ({ editor }: EditorSession, selection: BaseSelection | null) =>
  editor.update(
    () => {
      const isGone = $isRangeSelection(selection) && [selection.anchor, selection.focus].some(({ key }) => $getNodeByKey(key) === null);
      if (selection && !isGone) $setSelection(selection.clone());
    },
    { discrete: true },
  );

const blankHere: CommandDeed = {
  enabled: inText,
  run(context) {
    const { session } = context;
    if (!session || session.isComposing()) return;
    const before = kept(session);
    ask(
      {
        kind: 'blank',
        label: '',
        answer(label) {
          if (label) {
            restore(session, before);
            edit(context, () => $insertNodes([$createBlankNode(label)]));
          }
          session.focus();
        },
      },
      selectionRect(),
    );
  },
};

/** The link that the selection stands in, if it stands in one. */
function $linkHere(): LinkNode | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), $isLinkNode) : null;
}

function $setLink({ url, text }: { url: string; text: string }): void {
  const link = $linkHere();
  const selection = $getSelection();
  if (link && url === '') {
    for (const child of link.getChildren()) link.insertBefore(child);
    link.remove();
  } else if (link) link.setURL(url);
  else if ($isRangeSelection(selection) && selection.isCollapsed()) $insertNodes([$createLinkNode(url).append($createTextNode(text))]);
  else $toggleLink(url);
}

const link: CommandDeed = {
  enabled: inText,
  active: (context) => typeof selectionOf(context)?.link === 'string',
  run(context) {
    const { session } = context;
    if (!session || session.isComposing()) return;
    const before = kept(session);
    const url = selectionOf(context)?.link ?? '';
    const nothingSelected = $isRangeSelection(before) && before.isCollapsed();
    ask(
      {
        kind: 'link',
        url,
        text: url === '' && nothingSelected ? '' : null,
        answer(answered) {
          if (answered) {
            restore(session, before);
            edit(context, () => $setLink(answered));
          }
          session.focus();
        },
      },
      selectionRect(),
    );
  },
};

const sectionDeeds = Object.fromEntries(
  (Object.keys(sections) as SectionKind[]).map((kind) => [`insert.${kind}`, section(kind)]),
) as unknown as { readonly [Kind in SectionKind as `insert.${Kind}`]: CommandDeed };

export const insertDeeds = {
  ...sectionDeeds,
  'insert.table': table,
  'insert.image': {
    enabled: open,
    async run(context) {
      const files = await choosePictures();
      const mayFocus = noteFocus();
      await insertPictures(context, files);
      if (mayFocus()) context.session?.focus();
    },
  },
  'insert.textFile': {
    enabled: open,
    async run(context) {
      const files = await chooseTextFiles();
      const mayFocus = noteFocus();
      for (const file of files) await insertTextFile(context, file);
      if (mayFocus()) context.session?.focus();
    },
  },
  'insert.pageBreak': {
    enabled: inText,
    run({ session }) {
      if (session?.isComposing() === false) session.insertBlocks([{ id: newId(), kind: 'pageBreak' }]);
    },
  },
  'insert.link': link,
  'insert.blank': blankHere,
} satisfies Record<string, CommandDeed>;
