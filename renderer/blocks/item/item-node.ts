/** 條目: a flat numbered line. Only the level is stored; style sheets draw the number. */
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
import { type ItemLevel, itemLevelSchema } from '#shared/minutes/level.ts';

export const itemLevelState = createState('level', { parse: (value) => itemLevelSchema.catch(1).parse(value) });
export const itemRestartState = createState('restart', { parse: (value) => value === true, resetOnCopyNode: true });

export class ItemNode extends ElementNode {
  override $config() {
    return this.config('item', { extends: ElementNode, stateConfigs: [itemLevelState, itemRestartState] });
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('p');
    dom.className = 'mb-item';
    this.show(dom);
    return dom;
  }

  override updateDOM(_previous: ItemNode, dom: HTMLElement): boolean {
    this.show(dom);
    return false;
  }

  private show(dom: HTMLElement): void {
    dom.setAttribute('data-level', String($getState(this, itemLevelState)));
    dom.toggleAttribute('data-restart', $getState(this, itemRestartState));
  }

  /** Enter: the next item of the same level; from an empty item, out of the list. */
  override insertNewAfter(_selection: RangeSelection, restoreSelection = true): ItemNode | ParagraphNode {
    if (this.isEmpty()) {
      const paragraph = $createParagraphNode();
      this.replace(paragraph);
      if (restoreSelection) paragraph.selectStart();
      return paragraph;
    }
    const next = $createItemNode($getState(this, itemLevelState));
    this.insertAfter(next, restoreSelection);
    return next;
  }

  /** Backspace at the start: the number goes, the text stays. */
  override collapseAtStart(): true {
    const paragraph = $createParagraphNode();
    paragraph.append(...this.getChildren());
    this.replace(paragraph);
    return true;
  }
}

/** A numbered line of a level, counted where it stands. */
export function $createItemNode(level: ItemLevel, restart = false): ItemNode {
  const node = $setState(new ItemNode(), itemLevelState, level);
  return restart ? $setState(node, itemRestartState, true) : node;
}

export const $isItemNode = (node: LexicalNode | null | undefined): node is ItemNode => node instanceof ItemNode;
