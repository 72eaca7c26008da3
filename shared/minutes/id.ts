import { z } from 'zod';

/** Ids are 12 characters of a–z and 0–9: short enough for a Word bookmark (≤ 40, no hyphen), 62 bits. */
export const idSchema = z.string().regex(/^[a-z0-9]{6,32}$/);

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array };

/** A new random id for a meeting, a block or a person. */
export function newId(): string {
  let id = '';
  while (id.length < 12) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      // 252 = 7 × 36: larger bytes would favour the first letters.
      if (byte < 252 && id.length < 12) id += alphabet[byte % 36];
    }
  }
  return id;
}
