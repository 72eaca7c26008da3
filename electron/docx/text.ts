/** Which characters of a text are drawn in the Chinese face. */

/** Characters that Word draws in the Latin face unless the run says otherwise, though Chinese text uses them too. */
const shared = '\u00a1-\u024f\u2010-\u2027\u2030-\u203e';
/** Western words in a row, with what stands between them: «don’t», «World Café — a method». */
const western = new RegExp(`[A-Za-z\\u00c0-\\u024f][A-Za-z0-9\\u00c0-\\u024f]*(?:[ -\\/:-@\\[-\`{-~${shared}]+[A-Za-z0-9\\u00c0-\\u024f]+)*`, 'g');
const hasShared = new RegExp(`[${shared}]`);
const han = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

export interface Stretch {
  text: string;
  /** Its “ ” ‘ ’ … — · are Chinese: the run carries `w:hint="eastAsia"`. */
  chinese: boolean;
}

/**
 * Cuts a text where the face of the characters that both scripts use changes. Western stretches without such
 * characters stay inside the Chinese run, since the hint does not touch letters and figures.
 */
export function stretches(text: string): Stretch[] {
  if (!han.test(text) && /[A-Za-z]/.test(text)) return [{ text, chinese: false }];
  const parts: Stretch[] = [];
  let from = 0;
  for (const match of text.matchAll(western)) {
    if (!hasShared.test(match[0])) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), chinese: true });
    parts.push({ text: match[0], chinese: false });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), chinese: true });
  return parts;
}
