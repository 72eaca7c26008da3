/** Somebody whose surname was just typed: a small hint that Tab takes, and that nothing else minds. */
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  KEY_TAB_COMMAND,
  type NodeKey,
  PASTE_TAG,
} from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { mentionText } from '#shared/minutes/mention.ts';
import { useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { $fieldAround } from '../editor/slots.ts';
import { useText } from '../i18n/i18n.ts';
import { besideText, whileScrolling } from '../typeahead/place.ts';
import { setHinting } from './hinting.ts';
import { $insertMention } from './insert.ts';
import { begun, type Offered, offeredOf } from './offer.ts';
import './mentions.css';

interface Hint {
  node: NodeKey;
  offset: number;
  /** How many characters of the name stand before the caret. */
  typed: number;
  person: Offered;
}

/** The person whose name stands begun before the caret, in running text. */
function $begunHere(people: readonly Offered[]): Hint | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  const { offset } = selection.anchor;
  if (!$isTextNode(node) || !node.isSimpleText() || $fieldAround(node)) return null;
  const found = begun(people, node.getTextContent().slice(0, offset));
  return found && { node: node.getKey(), offset, ...found };
}

/** Shows who may be meant, while nothing is being composed. */
export function NameHint({ session }: { session: EditorSession }) {
  const t = useText('roster');
  const { editor } = session;
  const roster = useView(session, (view) => view.roster);
  const { region, organisation } = useView(session, (view) => view.meta);
  const [hint, setHint] = useState<Hint | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const people = offeredOf(roster);
    if (people.length === 0) return;
    return editor.registerUpdateListener(({ editorState, tags, dirtyLeaves }) => {
      if (editor.isComposing()) return setHint(null);
      const here = editorState.read(() => $begunHere(people), { editor });
      const isTyped = here !== null && dirtyLeaves.has(here.node) && !tags.has(HISTORIC_TAG) && !tags.has(PASTE_TAG);
      setHint((now) => (isTyped ? here : now && here && now.node === here.node && now.offset === here.offset && dirtyLeaves.size === 0 ? now : null));
    });
  }, [editor, roster]);

  useEffect(() => {
    if (!hint) return;
    setHinting(true);
    const hide = () => setHint(null);
    const stopFollowing = whileScrolling(() => box.current, () => box.current !== null && besideText(editor, box.current, hint.node, hint.offset), hide);
    const root = editor.getRootElement();
    root?.addEventListener('compositionstart', hide);
    root?.addEventListener('blur', hide);
    const stop = editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const selection = $getSelection();
        if (event.shiftKey || event.isComposing || editor.isComposing() || !$isRangeSelection(selection)) return false;
        event.preventDefault();
        selection.anchor.set(hint.node, hint.offset - hint.typed, 'text');
        selection.removeText();
        $insertMention(hint.person, false);
        setHint(null);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    );
    return () => {
      setHinting(false);
      stopFollowing();
      root?.removeEventListener('compositionstart', hide);
      root?.removeEventListener('blur', hide);
      stop();
    };
  }, [editor, hint]);

  useLayoutEffect(() => {
    if (hint && box.current) besideText(editor, box.current, hint.node, hint.offset);
  }, [editor, hint]);

  if (!hint) return null;
  return createPortal(
    <div className="name-hint" ref={box} role="status">
      {t('mention.hint', { text: mentionText(hint.person, region, { first: false, own: organisation }) })}
    </div>,
    document.body,
  );
}
