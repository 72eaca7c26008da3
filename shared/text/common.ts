/** What two texts share at their ends, in units of UTF-16; no character beyond the first plane is cut in two. */

const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The length of what both texts begin with. */
export function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  // Two characters beyond the first plane may share their first half.
  return isSecondHalf(one.charCodeAt(length)) || isSecondHalf(other.charCodeAt(length)) ? Math.max(0, length - 1) : length;
}

/** The length of what both texts end with. */
export function commonEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)) length += 1;
  return length > 0 && isSecondHalf(one.charCodeAt(one.length - length)) ? length - 1 : length;
}
