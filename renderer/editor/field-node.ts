/** One line of plain text with a name, in a slot of a section or of the head: no marks, no line breaks. */
import {
  $createTextNode,
  $getEditor,
  $getState,
  $setState,
  createState,
  type EditorConfig,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { Words } from '#shared/language.ts';
import { editorView } from './editor-view.ts';

export interface FieldFace {
  label: Words;
  required: boolean;
}

const unnamed: FieldFace = { label: { 'zh-Hant': '', 'zh-Hans': '', en: '' }, required: false };

/** What an empty field shows. It follows from the kind and is not stored. */
export const fieldFaceState = createState('face', {
  parse: (value): FieldFace => (typeof value === 'object' && value !== null ? (value as FieldFace) : unnamed),
  isEqual: (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other),
});

export class FieldNode extends ElementNode {
  override $config() {
    return this.config('field', { extends: ElementNode, stateConfigs: [fieldFaceState] });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const dom = document.createElement('div');
    const face = $getState(this, fieldFaceState);
    const label = face.label[editorView(editor).language];
    dom.className = 'mb-field';
    dom.setAttribute('data-label', label);
    dom.setAttribute('role', 'textbox');
    dom.setAttribute('aria-label', label);
    dom.setAttribute('aria-required', String(face.required));
    dom.style.setProperty('--label-width', `${labelWidth(label)}em`);
    this.show(dom);
    return dom;
  }

  override updateDOM(_previous: FieldNode, dom: HTMLElement): boolean {
    this.show(dom);
    return dom.getAttribute('data-label') !== $getState(this, fieldFaceState).label[editorView($getEditor()).language];
  }

  private show(dom: HTMLElement): void {
    dom.classList.toggle('mb-empty', this.getChildrenSize() === 0);
  }

  override canIndent(): false {
    return false;
  }

  override insertNewAfter(): null {
    return null;
  }

  override collapseAtStart(): true {
    return true;
  }
}

/** An empty place is as wide as its name, so that the line does not jump on the first letter. */
function labelWidth(label: string): number {
  return [...label].reduce((width, character) => width + (/[⺀-鿿＀-￯]/.test(character) ? 1 : 0.55), 0);
}

/** A field with its text. */
export function $createFieldNode(face: FieldFace, text: string): FieldNode {
  const node = $setState(new FieldNode(), fieldFaceState, face);
  return text === '' ? node : node.append($createTextNode(text));
}

export const $isFieldNode = (node: LexicalNode | null | undefined): node is FieldNode => node instanceof FieldNode;
