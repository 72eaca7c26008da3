/** A person named in the text: one token that reads, prints and is searched as text, and knows whom it names. */
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

const personState = createState('person', { parse: (value) => (typeof value === 'string' ? value : '') });

export class MentionNode extends TextNode {
  override $config() {
    return this.config('mention', { extends: TextNode, stateConfigs: [personState] });
  }

  override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const dom = super.createDOM(config, editor);
    dom.classList.add('mb-mention');
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

/** A node that names the person of an id with `text`. */
export function $createMentionNode(text: string, person: string): MentionNode {
  const node = new MentionNode(text);
  node.setMode('token');
  return $applyNodeReplacement($setState(node, personState, person));
}

export const $isMentionNode = (node: LexicalNode | null | undefined): node is MentionNode => node instanceof MentionNode;

/** The id of the person a node names. */
export const $mentioned = (node: MentionNode): string => $getState(node, personState);
