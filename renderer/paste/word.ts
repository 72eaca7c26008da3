/** What Word puts on the clipboard besides the text: list numbers as letters, struck revisions, empty helpers. */
import { styleOf } from './style.ts';

/** Set on a paragraph that Word numbered: the number as Word showed it, and how deep. */
export interface WordList {
  marker: string;
  depth: number;
}

/**
 * Takes out what is not text: deletions that were tracked, comments, annotations and hidden runs. Returns the list
 * number of each paragraph that Word numbered; the number itself is gone from the paragraph then.
 */
export function preprocessWord(body: HTMLElement): Map<Element, WordList> {
  for (const deletion of body.querySelectorAll('del')) if (isTracked(deletion)) deletion.remove();
  for (const note of body.querySelectorAll('[class^="MsoComment" i], [class="msocomtxt" i], [class="msocomanchor" i]')) note.remove();
  // An insertion that was tracked is plain text; Word shows it underlined only while it is reviewed.
  for (const insertion of body.querySelectorAll('ins')) if (isTracked(insertion)) insertion.replaceWith(...insertion.childNodes);

  const lists = new Map<Element, WordList>();
  for (const element of body.querySelectorAll('[style*="mso-" i]')) {
    if (!element.isConnected && !body.contains(element)) continue;
    const style = styleOf(element);
    if (style.get('mso-hide') === 'all' || style.get('mso-element') === 'comment-list') {
      element.remove();
      continue;
    }
    const list = /\blevel(\d)\b/.exec(style.get('mso-list') ?? '');
    if (!list) continue;
    const marker = takeMarker(element);
    if (marker !== '') lists.set(element, { marker, depth: Number(list[1]) });
  }
  return lists;
}

function takeMarker(paragraph: Element): string {
  for (const span of paragraph.querySelectorAll('[style*="mso-list" i]')) {
    if (styleOf(span).get('mso-list') !== 'ignore') continue;
    const marker = (span.textContent ?? '').replaceAll(/[\s\u00a0]+/g, '');
    span.remove();
    return marker;
  }
  return '';
}

/** Word's and LibreOffice's tracked changes say who and when; a plain `del` is struck text. */
const isTracked = (change: Element): boolean =>
  change.hasAttribute('datetime') || change.hasAttribute('cite') || /\bmso(del|ins)\b/i.test(change.className) || change.querySelector('[class*="msoDel" i]') !== null;
