/** 圖片: the picture, fetched by the sha256 of its file, and its caption as it prints below. */
import { $getState, $setState, createState, DecoratorNode, type EditorConfig, type LexicalEditor, type LexicalNode } from 'lexical';
import { image as words } from '#shared/locale/image.ts';
import type { BlockOf } from '#shared/minutes/blocks/index.ts';
import { inlineText } from '#shared/minutes/inline.ts';
import { editorView } from '../../editor/editor-view.ts';

export type Picture = Omit<BlockOf<'image'>, 'id' | 'kind'>;

const none: Picture = {
  asset: '0'.repeat(64),
  mime: 'image/png',
  width: 1,
  height: 1,
  paperWidth: null,
  alt: '',
  caption: [],
};

export const pictureState = createState('picture', {
  parse: (value): Picture => (typeof value === 'object' && value !== null ? (value as Picture) : none),
  isEqual: (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other),
});

/** CSS pixels in a millimetre of paper. */
const pixelsPerMillimetre = 96 / 25.4;

export class ImageNode extends DecoratorNode<null> {
  override $config() {
    return this.config('image', { extends: DecoratorNode, stateConfigs: [pictureState] });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const figure = document.createElement('figure');
    figure.className = 'mb-image';
    const image = document.createElement('img');
    image.draggable = false;
    const caption = document.createElement('figcaption');
    const note = document.createElement('span');
    note.className = 'mb-image-note';
    figure.append(image, caption, note);
    this.show(figure, editor);
    return figure;
  }

  override updateDOM(previous: ImageNode, dom: HTMLElement): boolean {
    const [before, now] = [$getState(previous, pictureState, 'direct'), $getState(this, pictureState)];
    if (before.asset !== now.asset) return true;
    this.show(dom, null);
    return false;
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    return inlineText($getState(this, pictureState).caption);
  }

  /** `editor` is null where only the words or the size changed, and the file is there already. */
  private show(figure: HTMLElement, editor: LexicalEditor | null): void {
    const picture = $getState(this, pictureState);
    const [image, caption, note] = figure.children;
    if (!(image instanceof HTMLImageElement) || !(caption instanceof HTMLElement) || !note) return;
    image.alt = picture.alt;
    const natural = picture.width / pixelsPerMillimetre;
    image.style.width = `calc(${picture.paperWidth ?? natural} * var(--mm, 1mm))`;
    image.style.aspectRatio = `${picture.width} / ${picture.height}`;
    caption.textContent = inlineText(picture.caption);
    caption.hidden = picture.caption.length === 0;
    if (!editor) return;
    const { language, assetUrl } = editorView(editor);
    const state = (now: 'loading' | 'missing' | 'shown') => {
      figure.dataset['state'] = now;
      note.textContent = now === 'shown' ? '' : words[language][now];
    };
    state('loading');
    image.addEventListener('error', () => state('missing'));
    void assetUrl(picture.asset).then(
      (url) => {
        state(url === null ? 'missing' : 'shown');
        if (url !== null) image.src = url;
      },
      () => state('missing'),
    );
  }
}

/** A picture as a node. */
export const $createImageNode = (picture: Picture): ImageNode => $setState(new ImageNode(), pictureState, picture);
export const $isImageNode = (node: LexicalNode | null | undefined): node is ImageNode => node instanceof ImageNode;
