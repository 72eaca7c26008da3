/** 分頁: a line across the paper where a new page begins. */
import { DecoratorNode, type LexicalNode } from 'lexical';

export class PageBreakNode extends DecoratorNode<null> {
  override $config() {
    return this.config('pageBreak', { extends: DecoratorNode });
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('div');
    dom.className = 'mb-page-break';
    dom.setAttribute('role', 'separator');
    return dom;
  }

  override updateDOM(): boolean {
    return false;
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    return '';
  }
}

export const $createPageBreakNode = (): PageBreakNode => new PageBreakNode();
export const $isPageBreakNode = (node: LexicalNode | null | undefined): node is PageBreakNode => node instanceof PageBreakNode;
