/** 待填: a place to be filled in. One token: one Backspace deletes it, typing replaces it. */
import {
  $applyNodeReplacement,
  $getState,
  $setState,
  createState,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
  TextNode,
} from 'lexical';

export const blankLabelState = createState('label', { parse: (value) => (typeof value === 'string' ? value : '') });

export class BlankNode extends TextNode {
  override $config() {
    return this.config('blank', { extends: TextNode, stateConfigs: [blankLabelState] });
  }

  override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const dom = super.createDOM(config, editor);
    dom.classList.add('mb-blank');
    dom.setAttribute('data-blank', $getState(this, blankLabelState));
    return dom;
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }

  override isTextEntity(): boolean {
    return true;
  }
}

/** A node for a place to be filled in with what `label` says. */
export function $createBlankNode(label: string): BlankNode {
  const node = new BlankNode(`〔${label}〕`);
  node.setMode('token');
  return $applyNodeReplacement($setState(node, blankLabelState, label));
}

export const $isBlankNode = (node: LexicalNode | null | undefined): node is BlankNode => node instanceof BlankNode;
