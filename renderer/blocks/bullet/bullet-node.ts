/** 項目符號: a flat line with a bullet and a depth. */
import {
  $createParagraphNode,
  $getState,
  $setState,
  createState,
  ElementNode,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';

const deepest = 3;

export const bulletDepthState = createState('depth', {
  parse: (value) => (typeof value === 'number' ? Math.min(deepest, Math.max(0, Math.trunc(value))) : 0),
});

export class BulletNode extends ElementNode {
  override $config() {
    return this.config('bullet', { extends: ElementNode, stateConfigs: [bulletDepthState] });
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('p');
    dom.className = 'mb-bullet';
    dom.setAttribute('data-depth', String($getState(this, bulletDepthState)));
    return dom;
  }

  override updateDOM(_previous: BulletNode, dom: HTMLElement): boolean {
    dom.setAttribute('data-depth', String($getState(this, bulletDepthState)));
    return false;
  }

  /** Enter: the next bullet of the same depth; from an empty one, out of the list. */
  override insertNewAfter(_selection: RangeSelection, restoreSelection = true): BulletNode | ParagraphNode {
    if (this.isEmpty()) {
      const paragraph = $createParagraphNode();
      this.replace(paragraph);
      if (restoreSelection) paragraph.selectStart();
      return paragraph;
    }
    const next = $createBulletNode($getState(this, bulletDepthState));
    this.insertAfter(next, restoreSelection);
    return next;
  }

  override collapseAtStart(): true {
    const paragraph = $createParagraphNode();
    paragraph.append(...this.getChildren());
    this.replace(paragraph);
    return true;
  }
}

/** A bulleted line; depth counts from 0 and stops at 3. */
export function $createBulletNode(depth: number): BulletNode {
  return $setState(new BulletNode(), bulletDepthState, Math.min(deepest, Math.max(0, depth)));
}

export const $isBulletNode = (node: LexicalNode | null | undefined): node is BulletNode => node instanceof BulletNode;
