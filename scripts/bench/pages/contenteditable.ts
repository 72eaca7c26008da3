/** The floor: what the browser itself does. */
import { paragraphs } from './sample.ts';

const host = document.querySelector<HTMLElement>('#editor');
for (const text of paragraphs(Number(new URLSearchParams(location.search).get('chars')))) {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  host?.append(paragraph);
}
document.body.dataset['ready'] = 'true';
