/** The signs that open a menu in the text. Pure. */

export interface Trigger {
  /** The half-width and the full-width form. */
  signs: string;
  /** The sign before the caret: where it stands in the text, and the letters behind it; null where there is none. */
  find(before: string): { at: number; query: string } | null;
}

/** A sign at the start, after white space, after Chinese text or its punctuation, with what was typed behind it. */
export function triggerOf(signs: string): Trigger {
  const pattern = new RegExp(`(?:^|\\s|[\\u3000-\\u303f\\uff00-\\uffef\\u4e00-\\u9fff])([${signs}])([^\\s${signs}]{0,20})$`);
  return {
    signs,
    find(before) {
      const query = pattern.exec(before)?.[2];
      return query === undefined ? null : { at: before.length - query.length - 1, query };
    },
  };
}
