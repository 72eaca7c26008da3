/** Pasting into an open record: what comes is shown before it is changed, and every paste is one step to undo. */
import { $getSelection, $insertNodes, $isRangeSelection, COMMAND_PRIORITY_HIGH, type LexicalEditor, PASTE_COMMAND, PASTE_TAG } from 'lexical';
import { type Block, blockSchema } from '#shared/minutes/blocks/index.ts';
import { newId } from '#shared/minutes/id.ts';
import { type Inline, inlineText } from '#shared/minutes/inline.ts';
import { $inlineNodes } from '../blocks/inline.ts';
import type { CommandContext } from '../commands/command.ts';
import { ask } from '../commands/question.ts';
import type { EditorSession, HeldPlace } from '../editor/session.types.ts';
import { text as words } from '../i18n/i18n.ts';
import { insertPictures } from '../images/keep.ts';
import { type Clipping, clippingOf, linesOf } from './clipboard.ts';
import { blocksFromHtml } from './html.ts';
import type { RepairChoice, RepairPreview } from './preview.ts';
import { isPlain, keepPictures } from './pictures.ts';
import { damageOptions, previewBlocks, repairBlocks } from './repair.ts';
import { paragraphsOf, type PlainRecord, readPlain } from './record.ts';

export type OpenContext = CommandContext & { session: EditorSession };

const plainNext = new WeakSet<LexicalEditor>();

/** The next paste into this editor is plain text; the key that asks for it pastes by itself. */
export function expectPlainPaste({ editor }: EditorSession): void {
  plainNext.add(editor);
  setTimeout(() => plainNext.delete(editor), 1000);
}

/** Takes over pasting into an open meeting. Returns its own undo. */
export function registerPaste(context: OpenContext): () => void {
  const { session } = context;
  return session.editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      const data = event instanceof ClipboardEvent ? event.clipboardData : null;
      if (!data || session.isComposing() || isOutside(event)) return false;
      if (plainNext.delete(session.editor)) {
        event.preventDefault();
        pastePlainText(session, data.getData('text/plain'));
        return true;
      }
      const clipping = clippingOf(data);
      if (clipping.kind === 'own' || clipping.kind === 'nothing') return false;
      event.preventDefault();
      void pasteClipping(context, clipping);
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}

/** A paste into a control that stands on the paper is not the text's. */
const isOutside = (event: Event): boolean => event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null;

async function pasteClipping(context: OpenContext, clipping: Exclude<Clipping, { kind: 'own' | 'nothing' }>): Promise<void> {
  switch (clipping.kind) {
    case 'pictures':
      return insertPictures(context, clipping.pictures);
    case 'text':
      return pasteText(context, clipping.text);
    case 'html': {
      if (context.session.view.getState().selection.inField && linesOf(clipping.text).length === 1) {
        insertInline(context.session, [{ type: 'text', text: clipping.text.trim() }]);
        return;
      }
      const read = blocksFromHtml(clipping.html);
      // Paragraphs without any format are a plain record: its sections can be recognised.
      if (isPlain(read)) return pasteText(context, read.map((block) => inlineText(block.inline)).join('\n'));
      const place = context.session.holdPlace();
      const { blocks, lost } = await keepPictures(context, read, clipping.pictures);
      if (lost > 0) context.app.getState().toast({ text: words('image', 'lost', { count: lost }) });
      return pasteBlocks(context, blocks, place);
    }
  }
}

/** Pastes text as it is: one line at the caret, several as paragraphs. */
export function pastePlainText(session: EditorSession, text: string): void {
  const lines = linesOf(text);
  const [only] = lines;
  if (lines.length > 1) session.insertBlocks(paragraphsOf(lines, false));
  else if (only !== undefined) insertInline(session, [{ type: 'text', text: text.includes('\n') ? only.trim() : text }]);
}

/** Puts inline content in place of the selection, a field takes its text alone; where the caret has left the place it becomes a paragraph there. */
function insertInline(session: EditorSession, inline: readonly Inline[], place?: HeldPlace): void {
  if (place && !session.isAt(place)) return session.insertBlocks([{ id: newId(), kind: 'paragraph', inline: [...inline] }], place);
  const { editor, view } = session;
  const { inField } = view.getState().selection;
  editor.update(
    () => {
      const selection = $getSelection();
      const simple = inField || inline.every((part) => part.type === 'text' && !part.marks && !part.link);
      if (simple && $isRangeSelection(selection)) selection.insertText(inlineText(inline).replaceAll('\n', ' '));
      else $insertNodes($inlineNodes(inline));
    },
    { tag: [PASTE_TAG, 'history-push'] },
  );
}

/** Text without any format: repaired and read as a record where she agrees. `place`: where it goes if it was waited for. */
export async function pasteText(context: OpenContext, text: string, place?: HeldPlace): Promise<void> {
  const { session } = context;
  const document = session.document();
  const options = damageOptions(document);
  const record = await readPlain(text, document.meta, options);
  const lines = linesOf(text);
  if (!record.damaged && record.preview.sections.length === 0) {
    const [only] = lines;
    if (lines.length > 1) insertAsOneStep(session, { blocks: paragraphsOf(lines, true), place });
    else if (only !== undefined) insertInline(session, [{ type: 'text', text: text.includes('\n') ? only.trim() : text }], place);
    return;
  }
  const choice = await askRepair(record.preview);
  session.focus();
  if (choice !== null) pasteRecord(session, record, choice, place);
}

function pasteRecord(session: EditorSession, record: PlainRecord, choice: RepairChoice, place: HeldPlace | undefined): void {
  const repaired = record.repaired(choice.classes);
  const lines = linesOf(repaired);
  const [only] = lines;
  if (choice.structure) {
    const document = session.document();
    const isWhole = isEmpty(session);
    const { blocks, meta, roster } = record.structured(repaired, isWhole ? document.meta : null);
    // Who was there is taken over where nobody is on the roster yet.
    insertAsOneStep(session, { blocks, meta, roster: isWhole && document.roster.length === 0 ? roster : [], place });
  } else if (lines.length > 1) insertAsOneStep(session, { blocks: paragraphsOf(lines, choice.classes.length > 0), place });
  else if (only !== undefined) insertInline(session, [{ type: 'text', text: only }], place);
}

/** Blocks with formats: repaired where she agrees; their structure stays their own. */
async function pasteBlocks({ session }: OpenContext, blocks: readonly Block[], place: HeldPlace): Promise<void> {
  const options = damageOptions(session.document());
  const preview: RepairPreview = { ...previewBlocks(blocks, options), sections: [] };
  const damaged = preview.unresolved.count > 0 || preview.classes.some(({ certain }) => certain);
  const choice = damaged ? await askRepair(preview) : { classes: [], structure: false };
  // Only the question took the focus from the text.
  if (damaged) session.focus();
  if (choice === null) return;
  await session.composed();
  const repaired = choice.classes.length > 0 ? repairBlocks(blocks, choice.classes, options) : blocks;
  const [first] = repaired;
  if (repaired.length === 1 && first?.kind === 'paragraph' && !first.align) insertInline(session, first.inline, place);
  else insertAsOneStep(session, { blocks: repaired, place });
}

const askRepair = (preview: RepairPreview): Promise<RepairChoice | null> =>
  new Promise((answer) => ask({ kind: 'repair', purpose: 'paste', preview, answer }));

/** Whether nothing has been written yet. */
const isEmpty = (session: EditorSession): boolean =>
  session.document().blocks.every((block) => block.kind === 'paragraph' && block.inline.length === 0);

interface Pasted {
  blocks: readonly Block[];
  meta?: Parameters<EditorSession['setMeta']>[0] | null;
  roster?: Parameters<EditorSession['setRoster']>[0];
  place: HeldPlace | undefined;
}

function insertAsOneStep(session: EditorSession, { blocks, meta = null, roster = [], place }: Pasted): void {
  const valid = blocks.filter((block) => blockSchema.safeParse(block).success);
  session.editor.update(
    () => {
      session.insertBlocks(valid, place);
      if (meta) session.setMeta(meta);
      if (roster.length > 0) session.setRoster(roster);
    },
    { discrete: true, tag: [PASTE_TAG, 'history-push'] },
  );
}
