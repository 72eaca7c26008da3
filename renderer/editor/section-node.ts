/** 章節: the host of every kind of section. Fields stand in slots, the body is its children, the rest is state. */
import {
  $createTextNode,
  $getEditor,
  $getRoot,
  $getSelection,
  $getState,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  $setState,
  createState,
  type EditorConfig,
  type ElementDOMSlot,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { isSectionKind, type Section, type SectionKind, sections } from '#shared/minutes/blocks/index.ts';
import { numberLabel } from '#shared/minutes/numbering.ts';
import type { PrintNode } from '#shared/minutes/print.ts';
import { type AnySection, type ChoiceDefinition, type FieldDefinition, headingText, type SectionLayout } from '#shared/minutes/section.ts';
import { $createFieldNode, type FieldFace } from './field-node.ts';
import { $blockId } from '../blocks/block-state.ts';
import { SECTION_CHOICE_COMMAND } from './choice.ts';
import { $head, $paper, $roster } from './head-node.ts';
import { editorView } from './editor-view.ts';
import type { SectionPatch } from './session.types.ts';
import { controlAt, drawSection, focusControl, type HeadingMode, placement, sectionBody, sectionFace } from './section-view.ts';
import { $dropField, $fieldOf, $isWithin, $placeField } from './slots.ts';

const [anyKind] = Object.keys(sections) as [SectionKind];
const kindState = createState('kind', {
  parse: (value): SectionKind => (typeof value === 'string' && isSectionKind(value) ? value : anyKind),
});
const valuesState = createState('values', {
  parse: (value): Record<string, string> => (typeof value === 'object' && value !== null ? (value as Record<string, string>) : {}),
  isEqual: (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other),
});
const dataState = createState('data', {
  parse: (value): unknown => value,
  isEqual: (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other),
});
const headingState = createState('heading', {
  parse: (value): HeadingMode => (value === 'hand' || value === 'none' ? value : 'derived'),
});

/** The field that holds a heading written by hand. No kind has a field of this name. */
export const headingField = 'heading';

export class SectionNode extends ElementNode {
  override $config() {
    return this.config('section', { extends: ElementNode, stateConfigs: [kindState, valuesState, dataState, headingState] });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    // A choice may draw the section anew. Who made it by keyboard goes on from there; by mouse, in the text.
    const act = (deed: (node: SectionNode) => void) => {
      const before = editor.getElementByKey(this.__key);
      const control = before ? controlAt(before) : undefined;
      const onUpdate = () => {
        const now = editor.getElementByKey(this.__key);
        if (now && now !== before && control !== undefined) focusControl(now, control);
      };
      editor.update(() => deed(this.getLatest()), control === undefined ? {} : { onUpdate, tag: SKIP_DOM_SELECTION_TAG });
    };
    return drawSection(this.face(), {
      choose: (name, value) =>
        act((node) => {
          $choose(node, name, value);
          editor.dispatchCommand(SECTION_CHOICE_COMMAND, { blockId: $blockId(node), name, value });
        }),
      setMode: (mode) => act((node) => $setHeadingMode(node, mode)),
      showData: () => editorView(editor).showSection(editor.read(() => $blockId(this.getLatest()))),
    });
  }

  override updateDOM(_previous: SectionNode, dom: HTMLElement): boolean {
    return sectionFace(dom) !== JSON.stringify(this.face());
  }

  override getDOMSlot(dom: HTMLElement): ElementDOMSlot<HTMLElement> {
    const slot = super.getDOMSlot(dom);
    const body = sectionBody(dom);
    return body ? slot.withElement(body) : slot;
  }

  /** Everything that decides how the section is drawn, apart from its text. */
  private face() {
    const kind = $sectionKind(this);
    const { language } = editorView($getEditor());
    return { kind, values: $sectionValues(this), mode: $headingMode(this), layout: $layout(this), script: $paper().script, language, printed: $printedData(this) };
  }

  /** A caret in one of the fields would be lost with the section, and the whole edit with it. */
  override remove(preserveEmptyParent?: boolean): void {
    if ($selectionTouches(this)) {
      const [next, previous] = [this.getNextSibling(), this.getPreviousSibling()];
      if ($isElementNode(next)) next.selectStart();
      else if ($isElementNode(previous)) previous.selectEnd();
      else $setSelection(null);
    }
    super.remove(preserveEmptyParent);
  }

  override isShadowRoot(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  override canBeEmpty(): true {
    return true;
  }
}

function $selectionTouches(node: LexicalNode): boolean {
  const selection = $getSelection();
  return $isRangeSelection(selection) && [selection.anchor, selection.focus].some((point) => $isWithin(point.getNode(), node));
}

/** A section's host with its fields, and without its body. */
export function $createSectionNode(section: Section): SectionNode {
  const node = $setState(new SectionNode(), kindState, section.kind);
  $setState(node, valuesState, section.values);
  if ('data' in section) $setState(node, dataState, section.data);
  $setState(node, headingState, section.heading === null ? 'derived' : section.heading === '' ? 'none' : 'hand');
  const fields: Readonly<Record<string, string>> = section.fields;
  for (const [name, face] of Object.entries($fields(node))) {
    $placeField(node, name, $createFieldNode(face, fields[name] ?? ''));
  }
  if (section.heading) $placeField(node, headingField, $createFieldNode(handFace, section.heading));
  return node;
}

export const $isSectionNode = (node: LexicalNode | null | undefined): node is SectionNode => node instanceof SectionNode;

export const $sectionKind = (node: SectionNode): SectionKind => $getState(node, kindState);
export const $headingMode = (node: SectionNode): HeadingMode => $getState(node, headingState);

/** The choices of a section; what its kind knows and the node lacks begins as the kind says. */
export function $sectionValues(node: SectionNode): Record<string, string> {
  const values = $getState(node, valuesState);
  const choices: Readonly<Record<string, ChoiceDefinition<string>>> = sections[$sectionKind(node)].section.choices;
  return Object.fromEntries(Object.entries(choices).map(([name, choice]) => [name, values[name] ?? choice.initial]));
}

/** What a section knows beside its text; undefined where it has nothing of its own. */
export const $sectionData = (node: SectionNode): unknown => $getState(node, dataState);

/** Sets what a section knows beside its text. */
export function $setSectionData(node: SectionNode, data: unknown): void {
  $setState(node, dataState, data);
}

/** What the data of a section print, as it will stand on the paper. */
function $printedData(node: SectionNode): PrintNode[] {
  const definition = sections[$sectionKind(node)] as unknown as AnySection;
  const { data } = definition.section;
  if (!data) return [];
  const { region, script } = $paper();
  const head = $head();
  const context = { region, script, roster: head ? $roster(head) : [], numberOf: () => undefined, numberLabel, handlers: false, print: () => [] };
  return data.toPrint($sectionData(node) ?? data.initial, context, $blockId(node));
}

/** Makes a choice: the outcome, the form. */
export function $choose(node: SectionNode, name: string, value: string): void {
  $setState(node, valuesState, { ...$sectionValues(node), [name]: value });
}

/** Changes what the section of an id knows beside its body. */
export function $patchSection(blockId: string, { values, fields, data }: SectionPatch): void {
  const node = $getRoot().getChildren().find((child) => $blockId(child) === blockId);
  if (!$isSectionNode(node)) return;
  for (const [name, value] of Object.entries(values ?? {})) $choose(node, name, value);
  for (const [name, text] of Object.entries(fields ?? {})) {
    const field = $fieldOf(node, name);
    if (field) field.clear().append(...(text === '' ? [] : [$createTextNode(text)]));
  }
  if (data !== undefined) $setSectionData(node, data);
}

/** The text of one field, without line breaks. */
export function $fieldText(node: ElementNode, name: string): string {
  return ($fieldOf(node, name)?.getTextContent() ?? '').replace(/[\r\n]+/g, ' ');
}

/** The heading as the section stores it: null made from the fields, '' none, else by hand. */
export function $sectionHeading(node: SectionNode): string | null {
  const mode = $headingMode(node);
  if (mode === 'derived') return null;
  return mode === 'none' ? '' : $fieldText(node, headingField);
}

/** Where the fields and fixed words of a section stand, with its choices, in the record's region. */
export function $layout(node: SectionNode): SectionLayout<string> {
  const { section } = sections[$sectionKind(node)] as unknown as AnySection;
  return section.layout($sectionValues(node), $paper().region);
}

/** The names of a section's fields in the order of the paper: those before the body, those after it. */
export function $sectionFieldOrder(node: SectionNode): { before: string[]; after: string[] } {
  const { aside, before, after } = placement(Object.keys($fields(node)), { layout: $layout(node), mode: $headingMode(node) });
  return { before: [...aside, ...before], after };
}

/** Switches a heading: made from the fields, by hand (beginning as it was made), none. */
export function $setHeadingMode(node: SectionNode, mode: HeadingMode): void {
  if (mode === 'hand') {
    const names = Object.keys($fields(node));
    const fields = Object.fromEntries(names.map((name) => [name, $fieldText(node, name)]));
    const text = headingText($layout(node).heading, fields, $paper().script);
    $placeField(node, headingField, $createFieldNode(handFace, text));
  } else {
    const field = $fieldOf(node, headingField);
    // A caret in the field would be lost with it, and the whole edit with the caret.
    if (field && $selectionTouches(field)) {
      const body = node.getFirstChild();
      if ($isElementNode(body)) body.selectStart();
      else $setSelection(null);
    }
    if (field) $dropField(node, headingField);
  }
  $setState(node, headingState, mode);
}

/** Puts back what an edit may have taken: a field, the heading by hand, the last paragraph of the body. */
export function $repairFields(node: SectionNode): void {
  for (const [name, face] of Object.entries($fields(node))) {
    if (!$fieldOf(node, name)) $placeField(node, name, $createFieldNode(face, ''));
  }
  if ($headingMode(node) === 'hand' && !$fieldOf(node, headingField)) $placeField(node, headingField, $createFieldNode(handFace, ''));
}

const handFace: FieldFace = { label: { 'zh-Hant': '標題', 'zh-Hans': '标题', en: 'Heading' }, required: false };

const $fields = (node: SectionNode): Readonly<Record<string, FieldDefinition>> => sections[$sectionKind(node)].section.fields;
