/** What could follow the words before the caret, from what was written before. */

/** So many characters at least before anything is offered. */
const leastTyped = 2;
/** An offer of one character is no help. */
const leastOffered = 2;

/** The sentence before the caret, as far as it goes. */
export const sentenceBefore = (before: string): string => /[^。；！？\n]*$/.exec(before)?.[0].trimStart() ?? '';

/** How a phrase goes on after what is typed, up to its next comma; '' where none begins so. `phrases` are most frequent first. */
export function continuation(before: string, phrases: readonly string[]): string {
  const typed = sentenceBefore(before);
  if (typed.length < leastTyped) return '';
  const found = phrases.find((phrase) => phrase.length >= typed.length + leastOffered && phrase.startsWith(typed));
  return found ? found.slice(typed.length) : '';
}
