/** The menu that opens on / and ／ in the text. The caret stays in the text; keys go to the menu while it is open. */
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  PASTE_TAG,
  type NodeKey,
} from 'lexical';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Phrase } from '#shared/minutes/phrases/phrase.ts';
import type { Template } from '#shared/minutes/templates/template.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { $fieldAround } from '../editor/slots.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { filterEntries, findSlash, type SlashEntry, slashEntries } from './entries.ts';
import './slash.css';

interface Slash {
  node: NodeKey;
  at: number;
  query: string;
}

interface SlashMenuProps {
  session: EditorSession;
  templates: readonly Template[];
  phrases: readonly Phrase[];
  /** Does what an entry says; the slash is gone by then. */
  onChoose(entry: SlashEntry): void;
}

/** The slash before the caret in the text of one line; null in a field, in a selection, or without one. */
function $slashHere(): Slash | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !node.isSimpleText() || $fieldAround(node)) return null;
  const found = findSlash(node.getTextContent().slice(0, selection.anchor.offset));
  return found && { node: node.getKey(), ...found };
}

/** Watches the text of a session, and offers what can be inserted where a slash was typed. */
export function SlashMenu({ session, templates, phrases, onChoose }: SlashMenuProps) {
  const t = useText('slash');
  const language = useLanguage();
  const id = useId();
  const { editor } = session;
  const [slash, setSlash] = useState<Slash | null>(null);
  /** Which entry is chosen, as long as the same letters stand behind the slash. */
  const [marked, setMarked] = useState({ query: '', index: 0 });
  const list = useRef<HTMLDivElement>(null);

  const entries = useMemo(() => slashEntries(language, templates, phrases), [language, templates, phrases]);
  const shown = useMemo(() => (slash ? filterEntries(entries, slash.query) : []), [entries, slash]);
  const open = slash !== null && (shown.length > 0 || slash.query.length < 3);
  const query = slash?.query ?? '';
  const at = marked.query === query ? Math.min(marked.index, Math.max(shown.length - 1, 0)) : 0;

  useEffect(() => {
    // What a composition shows on its way is not typed yet: the text before it is what counts.
    let settled = editor.getEditorState();
    return editor.registerUpdateListener(({ editorState, tags, dirtyLeaves }) => {
      if (editor.isComposing()) return;
      const before = settled;
      settled = editorState;
      const here = editorState.read($slashHere, { editor });
      setSlash((open) => {
        if (!here) return null;
        if (open && open.node === here.node && open.at === here.at) return open.query === here.query ? open : here;
        const typed = here.query === '' && dirtyLeaves.has(here.node) && !tags.has(HISTORIC_TAG) && !tags.has(PASTE_TAG);
        const $wasThere = () => {
          const node = $getNodeByKey(here.node);
          return $isTextNode(node) && '/／'.includes(node.getTextContent()[here.at] ?? ' ');
        };
        return typed && !before.read($wasThere, { editor }) ? here : null;
      });
    });
  }, [editor]);

  const choose = (entry: SlashEntry) => {
    if (slash === null) return;
    editor.update(
      () => {
        const here = $slashHere();
        const selection = $getSelection();
        if (!here || !$isRangeSelection(selection)) return;
        selection.anchor.set(here.node, here.at, 'text');
        selection.removeText();
      },
      // The entry acts on the text without the slash: a key is handled inside an update that has to end first. That the
      // slash goes is no step of its own: one undo takes back what was chosen.
      { tag: HISTORY_MERGE_TAG, onUpdate: () => onChoose(entry) },
    );
    setSlash(null);
    setMarked({ query: '', index: 0 });
  };

  // The commands are registered once for an open menu; they act on what it shows at that moment.
  const acts = useRef({ choose, shown, at, query });
  useLayoutEffect(() => {
    acts.current = { choose, shown, at, query };
  });
  useEffect(() => {
    if (!open) return;
    const take = (event: KeyboardEvent | null, act: () => void) => {
      event?.preventDefault();
      event?.stopPropagation();
      act();
      return true;
    };
    const step = (by: number) => () => {
      const { shown: now, at: from, query: letters } = acts.current;
      if (now.length > 0) setMarked({ query: letters, index: (from + by + now.length) % now.length });
    };
    const enter = (event: KeyboardEvent | null) => {
      const entry = acts.current.shown[acts.current.at];
      return entry ? take(event, () => acts.current.choose(entry)) : false;
    };
    return mergeRegister(
      editor.registerCommand(KEY_ARROW_DOWN_COMMAND, (event) => take(event, step(1)), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ARROW_UP_COMMAND, (event) => take(event, step(-1)), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ENTER_COMMAND, enter, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_TAB_COMMAND, enter, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ESCAPE_COMMAND, (event) => take(event, () => setSlash(null)), COMMAND_PRIORITY_CRITICAL),
    );
  }, [editor, open]);

  const optionId = (index: number) => `${id}-${index}`;
  useEffect(() => {
    const root = editor.getRootElement();
    if (!open || !root) return;
    root.setAttribute('aria-controls', id);
    root.setAttribute('aria-activedescendant', `${id}-${at}`);
    return () => {
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [editor, id, open, at]);

  // Stands under the slash, or above it where the window ends.
  const node = slash?.node;
  const offset = slash?.at ?? 0;
  useLayoutEffect(() => {
    const popup = list.current;
    const text = node === undefined ? null : editor.getElementByKey(node)?.firstChild;
    if (!popup || !open || !text) return;
    const range = document.createRange();
    range.setStart(text, Math.min(offset, text.textContent?.length ?? 0));
    range.collapse(true);
    const rect = range.getBoundingClientRect();
    const below = window.innerHeight - rect.bottom - 12;
    const height = popup.offsetHeight;
    popup.style.left = `${Math.max(8, Math.min(rect.left, window.innerWidth - popup.offsetWidth - 8))}px`;
    popup.style.top = `${height <= below || below > rect.top ? rect.bottom + 4 : Math.max(8, rect.top - height - 4)}px`;
  }, [editor, node, offset, open, shown.length]);
  useEffect(() => {
    list.current?.querySelector('[data-highlighted]')?.scrollIntoView({ block: 'nearest' });
  }, [at, shown]);
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (event.target instanceof Node && list.current?.contains(event.target)) return;
      setSlash(null);
    };
    window.addEventListener('scroll', close, true);
    window.addEventListener('resize', close);
    return () => {
      window.removeEventListener('scroll', close, true);
      window.removeEventListener('resize', close);
    };
  }, [open]);

  if (!open) return null;
  return createPortal(
    <div className="slash menu-popup" id={id} ref={list} role="listbox" aria-label={t('menu')}>
      {shown.length === 0 && <p className="slash-empty">{t('empty')}</p>}
      {shown.map((entry, index) => (
        <div key={entry.key} role="presentation">
          {slash.query === '' && entry.group !== shown[index - 1]?.group && <p className="slash-group">{t(entry.group)}</p>}
          <div
            id={optionId(index)}
            role="option"
            aria-selected={index === at}
            className="menu-item slash-item"
            data-highlighted={index === at ? '' : undefined}
            data-command={entry.command ?? undefined}
            onPointerMove={() => setMarked({ query, index })}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(entry)}
          >
            <span className="slash-label">{entry.label}</span>
            {entry.hint !== '' && <span className="slash-hint">{entry.hint}</span>}
          </div>
        </div>
      ))}
    </div>,
    document.body,
  );
}
