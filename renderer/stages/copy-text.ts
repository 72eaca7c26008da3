/** Puts words on the clipboard, also where the page may not ask for it: as if they had been selected and copied. */
export function copyText(words: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = words;
  field.readOnly = true;
  field.style.cssText = 'position:fixed;inset-inline-start:-999px;inline-size:1px;block-size:1px';
  document.body.append(field);
  field.select();
  // The only way that asks for no permission; the desktop grants none.
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}
