/** 分頁: a line across the paper where a new page begins. */
import { $getEditor, DecoratorNode, type EditorConfig, type LexicalEditor, type LexicalNode } from 'lexical';
import { pageBreak } from '#shared/minutes/blocks/page-break/index.ts';
import { editorView } from '../../editor/editor-view.ts';

export class PageBreakNode extends DecoratorNode<null> {
  override $config() {
    return this.config('pageBreak', { extends: DecoratorNode });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const dom = document.createElement('div');
    dom.className = 'mb-page-break';
    dom.setAttribute('role', 'separator');
    dom.setAttribute('aria-label', pageBreak.label[editorView(editor).language]);
    return dom;
  }

  override updateDOM(_previous: PageBreakNode, dom: HTMLElement): boolean {
    return dom.getAttribute('aria-label') !== pageBreak.label[editorView($getEditor()).language];
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
