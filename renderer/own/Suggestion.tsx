import { $addUpdateTag, $getSelection, $isRangeSelection, COMMAND_PRIORITY_HIGH, HISTORIC_TAG, HISTORY_PUSH_TAG, KEY_ESCAPE_COMMAND, KEY_TAB_COMMAND, mergeRegister, PASTE_TAG } from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { continuation } from '#shared/minutes/phrases/suggest.ts';
import { useApp, useParts } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';
import { isHinting } from '../mentions/hinting.ts';
import { $placeAtEnd, type Place } from './place.ts';
import './suggestion.css';

/** So long must the keys rest before anything is looked up: whoever types on is never disturbed. Milliseconds. */
const rest = 350;
/** Until what is being derived is asked for again. Milliseconds. */
const again = 2000;

interface Offer extends Place {
  words: string;
}

/** 用過的片語: grey words after the caret, as this organisation wrote them before; Tab takes them. Nothing is done while keys come. */
export function Suggestion({ session }: { session: EditorSession }) {
  const isOn = useApp((state) => state.settings.suggestPhrases);
  return isOn ? <Watching session={session} /> : null;
}

function Watching({ session }: { session: EditorSession }) {
  const t = useText('own');
  const { client } = useParts();
  const { editor } = session;
  const [offer, setOffer] = useState<Offer | null>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const open = useRef<Offer | null>(null);

  useEffect(() => {
    const known = new Map<string, readonly string[]>();
    const askedAt = new Map<string, number>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const show = (next: Offer | null) => {
      if (next === open.current) return;
      open.current = next;
      setOffer(next);
    };
    const learn = async (kind: string) => {
      const last = askedAt.get(kind);
      if (last !== undefined && performance.now() - last < again) return;
      askedAt.set(kind, performance.now());
      const { organisation, script } = session.view.getState().meta;
      const answer = await client.store.phrases.used({ organisation, script, kind });
      if (isGone || !answer.ok || !answer.value.isWhole) return;
      known.set(kind, answer.value.phrases);
      look();
    };
    const look = () => {
      if (isGone || isHinting() || editor.isComposing() || !editor.isEditable() || document.activeElement?.closest('.mb-paper') !== editor.getRootElement()) return;
      const place = editor.read('latest', $placeAtEnd);
      if (!place) return;
      const phrases = known.get(place.kind);
      if (!phrases) return void learn(place.kind);
      const words = continuation(place.before, phrases);
      if (words !== '') show({ ...place, words });
    };
    const hide = () => show(null);
    const stop = mergeRegister(
      editor.registerUpdateListener(({ dirtyLeaves, tags }) => {
        clearTimeout(timer);
        if (open.current) hide();
        const isTyped = dirtyLeaves.size > 0 && !tags.has(HISTORIC_TAG) && !tags.has(PASTE_TAG);
        if (isTyped && !editor.isComposing()) timer = setTimeout(() => requestIdleCallback(look, { timeout: 1000 }), rest);
      }),
      editor.registerRootListener((root, before) => {
        before?.removeEventListener('blur', hide);
        root?.addEventListener('blur', hide);
      }),
    );
    window.addEventListener('scroll', hide, true);
    window.addEventListener('resize', hide);
    return () => {
      isGone = true;
      clearTimeout(timer);
      open.current = null;
      stop();
      window.removeEventListener('scroll', hide, true);
      window.removeEventListener('resize', hide);
    };
  }, [editor, session, client]);

  // Keys belong to the offer only while there is one; Enter and blanks never do.
  useEffect(() => {
    if (!offer) return;
    const close = () => {
      open.current = null;
      setOffer(null);
    };
    return mergeRegister(
      editor.registerCommand(
        KEY_TAB_COMMAND,
        (event) => {
          const place = $placeAtEnd();
          const selection = $getSelection();
          if (event.shiftKey || editor.isComposing() || place?.node !== offer.node || place.before !== offer.before || !$isRangeSelection(selection)) return false;
          event.preventDefault();
          $addUpdateTag(HISTORY_PUSH_TAG);
          selection.insertText(offer.words);
          close();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(KEY_ESCAPE_COMMAND, (event) => (event.preventDefault(), event.stopPropagation(), close(), true), COMMAND_PRIORITY_HIGH),
    );
  }, [editor, offer]);

  useLayoutEffect(() => {
    const popup = ghost.current;
    const text = offer && editor.getElementByKey(offer.node)?.firstChild;
    const paper = editor.getRootElement();
    if (!popup || !text || !paper) return;
    const range = document.createRange();
    range.setStart(text, text.textContent?.length ?? 0);
    range.collapse(true);
    const caret = range.getBoundingClientRect();
    const line = editor.getElementByKey(offer.node);
    const look = line ? getComputedStyle(line) : null;
    const edge = paper.getBoundingClientRect().right - (Number.parseFloat(getComputedStyle(paper).paddingRight) || 0);
    const room = edge - caret.right;
    // Without room behind the caret the words stand below it, as a note of their own.
    const below = room < caret.height * 4;
    popup.toggleAttribute('data-below', below);
    popup.style.font = below ? '' : `${look?.fontSize ?? ''} ${look?.fontFamily ?? ''}`;
    popup.style.lineHeight = below ? '' : `${caret.height}px`;
    popup.style.left = `${below ? Math.max(8, Math.min(caret.left, window.innerWidth - 340)) : caret.right}px`;
    popup.style.top = `${below ? caret.bottom + 4 : caret.top}px`;
    popup.style.maxWidth = below ? '' : `${room}px`;
  }, [editor, offer]);

  if (!offer) return null;
  return createPortal(
    <div ref={ghost} className="suggestion" role="status" title={t('suggest.hint')} onPointerDown={(event) => event.preventDefault()}>
      <span className="suggestion-words">{offer.words}</span>
      <kbd className="suggestion-key">Tab</kbd>
    </div>,
    document.body,
  );
}
