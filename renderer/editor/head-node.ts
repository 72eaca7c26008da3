/** The record's head: the first block of the paper, which stays. Its text stands in fields, the rest is state. */
import {
  $createTextNode,
  $getEditor,
  $getRoot,
  $getSelection,
  $getState,
  $isRangeSelection,
  $setState,
  createState,
  type EditorConfig,
  type ElementDOMSlot,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import type { Region, Script } from '#shared/language.ts';
import { type Meta, newMeta } from '#shared/minutes/meta.ts';
import { organisationPrints } from '#shared/minutes/parts/title.ts';
import type { Person } from '#shared/minutes/roster.ts';
import { asDraft } from '#shared/minutes/stage.ts';
import { $createFieldNode, type FieldFace, type FieldNode } from './field-node.ts';
import { editorView } from './editor-view.ts';
import { drawHead, type HeadData, headTail, showHead } from './head-view.ts';
import { $fieldOf, $isWithin, $placeField } from './slots.ts';

/** The lines of free text at the head, in the order of the paper. */
export const headFields = ['body', 'organisation', 'title', 'documentNumber', 'place', 'chair', 'recorder'] as const;
export type HeadField = (typeof headFields)[number];

const faces: Readonly<Record<HeadField, FieldFace>> = {
  body: { label: { 'zh-Hant': '會議體', 'zh-Hans': '会议体', en: 'Body' }, required: false },
  organisation: { label: { 'zh-Hant': '單位', 'zh-Hans': '单位', en: 'Organisation' }, required: false },
  title: { label: { 'zh-Hant': '會議名稱', 'zh-Hans': '会议名称', en: 'Title' }, required: true },
  documentNumber: { label: { 'zh-Hant': '文號', 'zh-Hans': '文号', en: 'Document number' }, required: false },
  place: { label: { 'zh-Hant': '地點', 'zh-Hans': '地点', en: 'Place' }, required: true },
  chair: { label: { 'zh-Hant': '主席', 'zh-Hans': '主持人', en: 'Chair' }, required: true },
  recorder: { label: { 'zh-Hant': '紀錄', 'zh-Hans': '记录人', en: 'Recorder' }, required: false },
};

const alike = (one: unknown, other: unknown) => one === other || JSON.stringify(one) === JSON.stringify(other);

const dataState = createState('data', {
  parse: (value): HeadData => (typeof value === 'object' && value !== null ? (value as HeadData) : dataOf(newMeta())),
  isEqual: alike,
});
const rosterState = createState('roster', {
  parse: (value): readonly Person[] => (Array.isArray(value) ? (value as Person[]) : []),
});

export class HeadNode extends ElementNode {
  override $config() {
    return this.config('head', { extends: ElementNode, stateConfigs: [dataState, rosterState] });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    // The keyboard is on its way to the next control: it is not to be fetched back to the caret.
    const patch = (change: Partial<HeadData>) => editor.update(() => $patchMeta(this.getLatest(), change), { tag: SKIP_DOM_SELECTION_TAG });
    const dom = drawHead({ ...$getState(this, dataState), language: editorView(editor).language }, patch);
    this.show(dom);
    return dom;
  }

  override updateDOM(_previous: HeadNode, dom: HTMLElement): boolean {
    const { language } = editorView($getEditor());
    this.show(dom);
    return !showHead(dom, { ...$getState(this, dataState), language });
  }

  /** An organisation that the title names already is data only. */
  private show(dom: HTMLElement): void {
    const text = (name: HeadField) => $fieldOf(this, name)?.getTextContent() ?? '';
    const organisation = text('organisation');
    dom.toggleAttribute('data-organisation-unprinted', organisation !== '' && !organisationPrints(organisation, text('title')));
  }

  override getDOMSlot(dom: HTMLElement): ElementDOMSlot<HTMLElement> {
    const slot = super.getDOMSlot(dom);
    const tail = headTail(dom);
    return tail ? slot.withElement(tail) : slot;
  }

  /** The head outlives every deletion: of the whole text, of a selection that reaches it. */
  override remove(): void {
    return;
  }

  override isShadowRoot(): true {
    return true;
  }

  override canBeEmpty(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  override excludeFromCopy(): true {
    return true;
  }
}

export const $isHeadNode = (node: LexicalNode | null | undefined): node is HeadNode => node instanceof HeadNode;

/** The head of a record. */
export function $createHeadNode(meta: Meta, roster: readonly Person[]): HeadNode {
  const node = $setState($setState(new HeadNode(), dataState, dataOf(meta)), rosterState, roster);
  for (const name of headFields) $placeField(node, name, $createFieldNode(faces[name], meta[name]));
  return node;
}

/** The head of the record that is open, or null in an editor that holds none. */
export function $head(): HeadNode | null {
  const first = $getRoot().getFirstChild();
  return $isHeadNode(first) ? first : null;
}

/** Region and script of the record that is open. */
export function $paper(): { region: Region; script: Script } {
  const head = $head();
  const { region, script } = head ? $getState(head, dataState) : newMeta();
  return { region, script };
}

/** What the head says of the meeting; how far the record is, the session knows. */
export function $meta(head: HeadNode): Meta {
  const text = Object.fromEntries(
    headFields.map((name) => [name, ($fieldOf(head, name)?.getTextContent() ?? '').replace(/[\r\n]+/g, ' ')]),
  ) as Record<HeadField, string>;
  const { title, organisation, body, place, chair, recorder, documentNumber } = text;
  const { term, session, start, end, region, script, ...more } = $getState(head, dataState);
  return { title, organisation, body, term, session, start, end, place, chair, recorder, documentNumber, region, script, ...more };
}

export const $roster = (head: HeadNode): readonly Person[] => $getState(head, rosterState);

/** Changes what the head says; only the fields that differ are touched. */
export function $patchMeta(head: HeadNode, patch: Partial<Meta>): void {
  $setMeta(head, { ...$meta(head), ...patch });
}

/** Makes the head say this and nothing else. */
export function $setMeta(head: HeadNode, meta: Meta): void {
  const data = dataOf(meta);
  if (!alike(data, $getState(head, dataState))) $setState(head, dataState, data);
  for (const name of headFields) {
    const field = $fieldOf(head, name);
    if (field && field.getTextContent() !== meta[name]) $rewrite(field, meta[name]);
  }
}

/** Another text for a field; a caret in it goes to its end. */
function $rewrite(field: FieldNode, text: string): void {
  const selection = $getSelection();
  const inside = $isRangeSelection(selection) && [selection.anchor, selection.focus].some((point) => $isWithin(point.getNode(), field));
  if (inside) field.select(0, 0);
  field.clear();
  if (text !== '') field.append($createTextNode(text));
  if (inside) field.selectEnd();
}

/** Puts a list of people in place of the one there. */
export function $setRoster(head: HeadNode, roster: readonly Person[]): void {
  if (!alike($roster(head), roster)) $setState(head, rosterState, roster);
}

/** Puts back a field that an edit took away. */
export function $repairHead(head: HeadNode): void {
  for (const name of headFields) if (!$fieldOf(head, name)) $placeField(head, name, $createFieldNode(faces[name], ''));
}

/** Without what is not set: a key that says nothing is not there, in the store as here. */
function dataOf(meta: Meta): HeadData {
  const { term, session, start, end, region, script, ...more } = asDraft(meta);
  const own = Object.entries(more).filter(([name, value]) => value !== undefined && !(headFields as readonly string[]).includes(name));
  return { term, session, start, end, region, script, ...(Object.fromEntries(own) as Partial<HeadData>) };
}
