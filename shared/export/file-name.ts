/** Names of files that Windows, macOS and Linux all take. */

/** What one of them does not take, or does not show. */
const illegal = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
const longest = 80;

/** Names of devices: Windows takes them as such with any ending (Microsoft, “Naming Files, Paths, and Namespaces”). */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

/** Linux and macOS take 255 bytes; the rest is room for a number that tells two names apart. Bytes of UTF-8. */
export const mostBytes = 240;

/** How many bytes a text takes as UTF-8. */
const bytesOf = (text: string): number =>
  [...text].reduce((sum, character) => {
    const code = character.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4);
  }, 0);
const trimmed = (text: string): string => text.replace(/^[ .]+|[ .]+$/g, '');

/** Words as a part of a file's name that every system takes; at most so many characters. */
export const fit = (words: string, most = longest): string =>
  trimmed([...words.normalize('NFC').replace(/\s+/g, ' ').replace(illegal, '')].slice(0, most).join(''));

/** The name of a file: words of any kind and its ending, as every system takes it. */
export function fileName(words: string, ending: string): string {
  const room = mostBytes - bytesOf(ending) - 1;
  const base = shortened(fit(words, Infinity), room) || nameless;
  return `${reserved.test(base) ? `_${base}` : base}.${ending}`;
}

/** The same in both scripts. */
const nameless = '未命名';

/** Cut between characters as they are seen: a variant of 葛 is two code points. */
function shortened(text: string, most: number): string {
  let length = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('zh').segment(text)) {
    length += bytesOf(segment);
    if (length > most) return trimmed(kept);
    kept += segment;
  }
  return kept;
}

/** Tells names apart that are the same to Windows or macOS: the second one of a name gets 「 (2)」. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const dot = name.lastIndexOf('.');
    const [base, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    for (let count = 1; ; count += 1) {
      const tried = count === 1 ? name : `${base} (${count})${ending}`;
      const key = tried.normalize('NFC').toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return tried;
    }
  };
}
