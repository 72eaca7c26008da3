/**
 * Notes where the focus is when something slow begins. The answer says later whether the focus may go to the text: not
 * where she went to another place meanwhile, nor where she writes on in the field.
 */
export function noteFocus(): () => boolean {
  const was = document.activeElement;
  const value = valueOf(was);
  return () => {
    const now = document.activeElement;
    const isFree = now === null || now === document.body || (now instanceof HTMLElement && now.isContentEditable);
    return isFree || (now === was && valueOf(now) === value);
  };
}

const valueOf = (element: Element | null): string | null =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : null;
