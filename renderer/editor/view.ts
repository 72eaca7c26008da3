/** Small pieces of page that nodes are drawn with. */

/** An element with a class and, if given, its text. */
export function element(tag: string, className: string, text?: string): HTMLElement {
  const dom = document.createElement(tag);
  dom.className = className;
  if (text !== undefined) dom.textContent = text;
  return dom;
}

/** An element that is not text of the record: the caret passes it by, and its keys and clicks stay its own. */
export function outside(tag: string, className: string): HTMLElement {
  const dom = element(tag, className);
  dom.contentEditable = 'false';
  for (const event of ['keydown', 'keyup', 'beforeinput', 'input', 'cut', 'copy', 'paste', 'compositionstart', 'compositionend']) {
    dom.addEventListener(event, (happened) => {
      if (happened.target instanceof HTMLElement && happened.target.matches('input, select, button')) happened.stopPropagation();
    });
  }
  return dom;
}

/**
 * The place of a field, fenced on both sides. Without the fences the browser takes the start of a field and the end
 * of the one before it for the same place, and types into the wrong one.
 */
export function fieldPlace(name: string): HTMLElement {
  const fenced = element('span', 'mb-fenced');
  const place = element('span', 'mb-place');
  place.dataset['slot'] = name;
  fenced.append(outside('span', 'mb-fence'), place, outside('span', 'mb-fence'));
  return fenced;
}
