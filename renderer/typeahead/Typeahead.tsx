/** A menu that opens on a sign in the text. The caret stays in the text; keys go to the menu while it is open. */
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type NodeKey,
  PASTE_TAG,
  type UpdateTag,
} from 'lexical';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { EditorSession } from '../editor/session.types.ts';
import { $fieldAround } from '../editor/slots.ts';
import { besideText, whileScrolling } from './place.ts';
import type { Trigger } from './trigger.ts';
import './typeahead.css';

interface Typed {
  node: NodeKey;
  at: number;
  query: string;
}

export interface TypeaheadProps<Entry> {
  session: EditorSession;
  /** What it is called in styles and tests. */
  kind: 'slash' | 'mention';
  trigger: Trigger;
  /** Opens in one-line fields too. */
  inFields?: boolean;
  /** What fits the letters behind the sign, best first. */
  entriesFor(query: string): readonly Entry[];
  keyOf(entry: Entry): string;
  /** The words over the first entry of a group; shown while nothing is typed behind the sign, or always. */
  groupOf?(entry: Entry): string;
  groups?: 'empty' | 'always';
  label: string;
  /** What stands there where nothing fits; absent from the screen where `showsEmpty` is false. */
  empty: string;
  showsEmpty?: boolean;
  nameOf?(entry: Entry): string | undefined;
  children(entry: Entry): ReactNode;
  /** Acts in the update that takes the sign away; one undo takes back both. */
  $choose?(entry: Entry): void;
  /** Acts on the text without the sign, after the update; `tag` says how the sign's going counts for undo. */
  onChoose?(entry: Entry): void;
  tag: UpdateTag;
  /** Tells what stands behind the sign, null while the menu is shut. */
  onQuery?(query: string | null): void;
}

/** The sign before the caret in the text of one line; null in a selection, or without one. */
function $typedHere(trigger: Trigger, inFields: boolean): Typed | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !node.isSimpleText() || (!inFields && $fieldAround(node))) return null;
  const found = trigger.find(node.getTextContent().slice(0, selection.anchor.offset));
  return found && { node: node.getKey(), ...found };
}

const nobody: readonly never[] = [];

/** Watches the text of a session, and offers entries where the sign was typed. */
export function Typeahead<Entry>({
  session,
  kind,
  trigger,
  inFields = false,
  entriesFor,
  keyOf,
  groupOf,
  groups = 'empty',
  label,
  empty,
  showsEmpty = true,
  nameOf,
  children,
  $choose,
  onChoose,
  tag,
  onQuery,
}: TypeaheadProps<Entry>) {
  const id = useId();
  const { editor } = session;
  const [typed, setTyped] = useState<Typed | null>(null);
  /** Which entry is chosen, as long as the same letters stand behind the sign. */
  const [marked, setMarked] = useState({ query: '', index: 0 });
  const list = useRef<HTMLDivElement>(null);

  const shown = typed ? entriesFor(typed.query) : nobody;
  const open = typed !== null && (shown.length > 0 || (showsEmpty && typed.query.length < 3));
  const query = typed?.query ?? '';
  const at = marked.query === query ? Math.min(marked.index, Math.max(shown.length - 1, 0)) : 0;

  useEffect(() => {
    // What a composition shows on its way is not typed yet: the text before it is what counts.
    let settled = editor.getEditorState();
    return editor.registerUpdateListener(({ editorState, tags, dirtyLeaves }) => {
      if (editor.isComposing()) return;
      const before = settled;
      settled = editorState;
      const here = editorState.read(() => $typedHere(trigger, inFields), { editor });
      setTyped((open) => {
        if (!here) return null;
        if (open && open.node === here.node && open.at === here.at) return open.query === here.query ? open : here;
        const isNew = here.query === '' && dirtyLeaves.has(here.node) && !tags.has(HISTORIC_TAG) && !tags.has(PASTE_TAG);
        const $wasThere = () => {
          const node = $getNodeByKey(here.node);
          return $isTextNode(node) && trigger.signs.includes(node.getTextContent()[here.at] ?? ' ');
        };
        return isNew && !before.read($wasThere, { editor }) ? here : null;
      });
    });
  }, [editor, trigger, inFields]);

  const heard = typed === null ? null : typed.query;
  useEffect(() => onQuery?.(heard), [onQuery, heard]);

  const choose = (entry: Entry) => {
    if (typed === null) return;
    editor.update(
      () => {
        const here = $typedHere(trigger, inFields);
        const selection = $getSelection();
        if (!here || !$isRangeSelection(selection)) return;
        selection.anchor.set(here.node, here.at, 'text');
        selection.removeText();
        $choose?.(entry);
      },
      // The entry acts on the text without the sign: a key is handled inside an update that has to end first.
      { tag, onUpdate: () => onChoose?.(entry) },
    );
    setTyped(null);
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
      return entry !== undefined ? take(event, () => acts.current.choose(entry)) : false;
    };
    return mergeRegister(
      editor.registerCommand(KEY_ARROW_DOWN_COMMAND, (event) => take(event, step(1)), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ARROW_UP_COMMAND, (event) => take(event, step(-1)), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ENTER_COMMAND, enter, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_TAB_COMMAND, enter, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ESCAPE_COMMAND, (event) => take(event, () => setTyped(null)), COMMAND_PRIORITY_CRITICAL),
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

  const node = typed?.node;
  const offset = typed?.at ?? 0;
  useLayoutEffect(() => {
    if (list.current && open && node !== undefined) besideText(editor, list.current, node, offset);
  }, [editor, node, offset, open, shown.length]);
  useEffect(() => {
    list.current?.querySelector('[data-highlighted]')?.scrollIntoView({ block: 'nearest' });
  });
  useEffect(() => {
    if (!open || node === undefined) return;
    const close = () => setTyped(null);
    const stop = whileScrolling(() => list.current, () => list.current !== null && besideText(editor, list.current, node, offset), close);
    window.addEventListener('resize', close);
    return () => {
      stop();
      window.removeEventListener('resize', close);
    };
  }, [editor, node, offset, open]);

  if (!open) return null;
  return createPortal(
    <div className={`typeahead menu-popup ${kind}`} id={id} ref={list} role="listbox" aria-label={label}>
      {shown.length === 0 && <p className="typeahead-empty">{empty}</p>}
      {shown.map((entry, index) => {
        const before = shown[index - 1];
        const group = groupOf?.(entry);
        const isFirst = group !== undefined && (before === undefined || groupOf?.(before) !== group);
        return (
          <div key={keyOf(entry)} role="presentation">
            {isFirst && (groups === 'always' || query === '') && <p className="typeahead-group">{group}</p>}
            <div
              id={optionId(index)}
              role="option"
              aria-selected={index === at}
              className={`menu-item typeahead-item ${kind}-item`}
              data-highlighted={index === at ? '' : undefined}
              data-command={nameOf?.(entry)}
              onPointerMove={() => setMarked({ query, index })}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(entry)}
            >
              {children(entry)}
            </div>
          </div>
        );
      })}
    </div>,
    document.body,
  );
}
