/** Which card stands in the form beside a list. */
export interface Shown<Card> {
  /** One of the list; null where it is to be the first. */
  readonly chosen: string | null;
  /** A new one, not kept yet, which stands before the chosen one. */
  readonly draft: Card | null;
}

/** What is shown when a list has come: the first of it where none is chosen, which stays also when another comes first. */
export const settled = <Card>(shown: Shown<Card>, [first]: readonly { id: string }[]): Shown<Card> => (shown.chosen === null && first ? { ...shown, chosen: first.id } : shown);

/** What is shown once a new card is kept: a card of the list like others, unless she has gone on to another one meanwhile. */
export function afterKept<Card extends { id: string }>(shown: Shown<Card>, id: string): Shown<Card> {
  return shown.draft?.id === id ? { chosen: id, draft: null } : shown;
}
