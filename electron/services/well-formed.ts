/** What comes in is kept as it is, but for the few code points that no database text or Word file can hold. */

const unfit = /[\0\ufffe\uffff\p{Surrogate}]/gu;

const fit = (text: string): string => text.replace(unfit, '\ufffd');

/**
 * The same value with NUL, U+FFFE, U+FFFF and halves of surrogate pairs replaced by U+FFFD in every string. One for
 * one: what was checked before (lengths, lines) still holds.
 */
export function wellFormed<Value>(value: Value): Value {
  if (typeof value === 'string') return fit(value) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => wellFormed(one)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, wellFormed<unknown>(one)])) as Value;
}
