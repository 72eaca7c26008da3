/** Puts a person into the text: as a mention that stays linked, or as plain words where a line is a field. */
import { $createTextNode, $getSelection, $isRangeSelection, $isTextNode, type LexicalEditor } from 'lexical';
import { mentionText } from '#shared/minutes/mention.ts';
import { $createMentionNode, $isMentionNode, $mentioned } from '../blocks/mention-node.ts';
import { $head, $meta } from '../editor/head-node.ts';
import { $fieldAround, $fieldOf, $placeOf } from '../editor/slots.ts';
import type { Offered } from './offer.ts';

/** Whether the text names somebody of an id already. */
export function isMentioned(editor: LexicalEditor, id: string): boolean {
  return editor.read('latest', () => {
    for (const node of editor.getEditorState()._nodeMap.values()) if ($isMentionNode(node) && node.isAttached() && $mentioned(node) === id) return true;
    return false;
  });
}

/** Inserts a person at the caret in the form of the region; `first` introduces them. */
export function $insertMention(person: Offered, first: boolean): void {
  const selection = $getSelection();
  const head = $head();
  if (!$isRangeSelection(selection) || !head) return;
  if ($insertIntoField(person)) return;
  const { region, organisation } = $meta(head);
  const text = withoutTyped(mentionText(person, region, { first, own: organisation }), person, $textBefore());
  const node = $createMentionNode(text, person.id);
  node.setFormat(selection.format);
  selection.insertNodes([node]);
  node.selectNext(0, 0);
}

/** What stands in the same run before the caret. */
function $textBefore(): string {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return '';
  const { offset } = selection.anchor;
  const node = selection.anchor.getNode();
  if ($isTextNode(node)) return offset > 0 ? node.getTextContent().slice(0, offset) : (node.getPreviousSibling()?.getTextContent() ?? '');
  return offset > 0 ? (node.getChildAtIndex(offset - 1)?.getTextContent() ?? '') : '';
}

/** 「理事長」 that she has written already is not written again. */
function withoutTyped(text: string, { name }: Offered, before: string): string {
  const lead = text.slice(0, text.indexOf(name));
  // At least two characters of it: one alone may be the end of any word.
  for (let at = 0; at < lead.length - 1; at++) if (before.endsWith(lead.slice(at))) return text.slice(lead.length);
  return text;
}

/** In a field: the person's name, or who they are in the fields of one who speaks. false outside of fields. */
function $insertIntoField(person: Offered): boolean {
  const selection = $getSelection();
  const field = $isRangeSelection(selection) ? $fieldAround(selection.anchor.getNode()) : null;
  const place = field && $placeOf(field);
  if (!field || !place || !$isRangeSelection(selection)) return false;
  const { host, name } = place;
  const speaker = { organisation: person.organisation, name: person.name, title: person.title };
  if (name in speaker && Object.keys(speaker).every((one) => $fieldOf(host, one))) {
    for (const [key, text] of Object.entries(speaker)) {
      const other = $fieldOf(host, key);
      if (!other || (key !== name && other.getTextContent() !== '')) continue;
      other.clear();
      if (text !== '') other.append($createTextNode(text));
    }
    $fieldOf(host, 'title')?.selectEnd();
  } else selection.insertText(person.name);
  return true;
}

/** Rewrites every mention of a person; how many that were. `text` gives the new words, null to leave one as it is. */
export function rewriteMentions(editor: LexicalEditor, ids: readonly string[], text: (before: string) => string | null): number {
  let count = 0;
  editor.update(
    () => {
      for (const one of [...editor.getEditorState()._nodeMap.values()]) {
        if (!$isMentionNode(one) || !ids.includes($mentioned(one))) continue;
        const node = one.getLatest();
        const next = node.isAttached() ? text(node.getTextContent()) : null;
        if (next === null || next === node.getTextContent()) continue;
        node.setTextContent(next);
        count += 1;
      }
    },
    { discrete: true, tag: 'history-push' },
  );
  return count;
}

/** The mentions of a person that a rename would change. */
export function countMentions(editor: LexicalEditor, ids: readonly string[], text: (before: string) => string | null): number {
  return editor.read('latest', () => {
    let count = 0;
    for (const node of editor.getEditorState()._nodeMap.values()) {
      if ($isMentionNode(node) && node.isAttached() && ids.includes($mentioned(node)) && (text(node.getTextContent()) ?? node.getTextContent()) !== node.getTextContent()) count += 1;
    }
    return count;
  });
}
