/** The yardstick: Lexical with rich text and history, and nothing else. */
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { paragraphs } from './sample.ts';

const editor = createEditor({ namespace: 'bare', onError: (error) => { throw error; } });
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
editor.setRootElement(document.querySelector<HTMLElement>('#editor'));
editor.update(
  () => {
    const root = $getRoot().clear();
    for (const text of paragraphs(Number(new URLSearchParams(location.search).get('chars')))) {
      root.append($createParagraphNode().append($createTextNode(text)));
    }
  },
  { discrete: true },
);
document.body.dataset['ready'] = 'true';
