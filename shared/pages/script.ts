/** Whether a character is drawn in the Chinese or the Western face, as LibreOffice decides it. */

export type Script = 'chinese' | 'western';

/** Null = it takes the script of what stands before it: blanks, quotation marks, dashes, dots, arrows. */
export function scriptOf(code: number): Script | null {
  if (code < 0x250) return code === 0x20 || code === 0xa0 ? null : 'western';
  if (code >= 0x2e80 && code <= 0xd7af) return 'chinese';
  if (code >= 0xf900 && code <= 0xfaff) return 'chinese';
  if (code >= 0xfe30 && code <= 0xfe6f) return 'chinese';
  if (code >= 0xff00 && code <= 0xffef) return 'chinese';
  if (code >= 0x20000 && code <= 0x3ffff) return 'chinese';
  if (code >= 0x2000 && code <= 0x2bff) return null;
  return 'western';
}

const letter = /[\p{L}\p{N}]/u;

/** Whether a quarter blank stands between Chinese and Western at this character: it does not beside punctuation. */
export const isLetter = (character: string): boolean => letter.test(character);
