/** Pictures in the text: a click or Enter opens what can be said of one; dropped files become pictures. */
import { $createRangeSelectionFromDom, $getNearestNodeFromDOMNode, $getNodeByKey, $getSelection, $getState, $isNodeSelection, $setSelection, $setState, CLICK_COMMAND, COMMAND_PRIORITY_HIGH, DRAGOVER_COMMAND, DROP_COMMAND, KEY_ENTER_COMMAND, type LexicalEditor, mergeRegister } from 'lexical';
import { inlineText, plain } from '#shared/minutes/inline.ts';
import { $isImageNode, type ImageNode, pictureState } from '../blocks/image/image-node.ts';
import type { CommandContext } from '../commands/command.ts';
import { ask } from '../commands/question.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { insertPictures, isPicture } from './keep.ts';

const pixelsPerMillimetre = 96 / 25.4;

/** Makes pictures of an open meeting editable, and lets files be dropped on it. Returns its own undo. */
export function registerPictures(context: CommandContext & { session: EditorSession }): () => void {
  const { session } = context;
  const { editor } = session;
  return mergeRegister(
    editor.registerCommand(
      CLICK_COMMAND,
      (event) => {
        const figure = event.target instanceof Element ? event.target.closest('.mb-image') : null;
        const node = figure && $getNearestNodeFromDOMNode(figure);
        if (!$isImageNode(node)) return false;
        askAbout(session, node);
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const selection = $getSelection();
        const node = $isNodeSelection(selection) ? selection.getNodes()[0] : null;
        if (!$isImageNode(node)) return false;
        event?.preventDefault();
        askAbout(session, node);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(DRAGOVER_COMMAND, (event) => holdsPictures(event) && (event.preventDefault(), true), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const files = [...(event.dataTransfer?.files ?? [])].filter(isPicture);
        if (files.length === 0) return false;
        event.preventDefault();
        $placeCaret(editor, event);
        void insertPictures(context, files);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

const holdsPictures = (event: DragEvent): boolean =>
  [...(event.dataTransfer?.items ?? [])].some((item) => item.kind === 'file' && item.type.startsWith('image/'));

/** Puts the caret where a file was dropped: that place is kept while the file is read. */
export function $placeCaret(editor: LexicalEditor, { clientX, clientY }: DragEvent): void {
  const at = document.caretPositionFromPoint(clientX, clientY);
  const shown = window.getSelection();
  if (!at || !shown) return;
  shown.collapse(at.offsetNode, at.offset);
  const caret = $createRangeSelectionFromDom(shown, editor);
  if (caret) $setSelection(caret);
}

function askAbout({ editor, focus }: EditorSession, node: ImageNode): void {
  const key = node.getKey();
  const { alt, caption, paperWidth, width } = $getState(node, pictureState);
  const was = inlineText(caption);
  ask(
    {
      kind: 'picture',
      picture: { alt, caption: was, paperWidth },
      natural: Math.round(width / pixelsPerMillimetre),
      answer(face) {
        if (face !== null) {
          editor.update(
            () => {
              const picture = $getNodeByKey(key);
              if (!$isImageNode(picture)) return;
              if (face === 'remove') {
                picture.selectNext();
                picture.remove();
                return;
              }
              const before = $getState(picture, pictureState);
              const words = face.caption === was ? before.caption : plain(face.caption);
              $setState(picture, pictureState, { ...before, alt: face.alt, paperWidth: face.paperWidth, caption: words });
            },
            { tag: 'history-push' },
          );
        }
        focus();
      },
    },
    editor.getElementByKey(key)?.getBoundingClientRect() ?? null,
  );
}
