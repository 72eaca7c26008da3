/** Which rows of a list are chosen, and which one the keyboard is at: by clicks and keys, with Shift and Ctrl. Pure. */

export interface Choice {
  /** The row that the keyboard is at; null before anything was touched. */
  at: string | null;
  /** Where a range begins. */
  anchor: string | null;
  ids: ReadonlySet<string>;
}

export const nothing: Choice = { at: null, anchor: null, ids: new Set() };

interface With {
  shift?: boolean;
  ctrl?: boolean;
}

/** A click or a Space on a row: it alone; with Ctrl it too, or no longer; with Shift all from the anchor to it. */
export function chosen(order: readonly string[], choice: Choice, id: string, { shift = false, ctrl = false }: With = {}): Choice {
  const anchor = choice.anchor !== null && order.includes(choice.anchor) ? choice.anchor : id;
  if (shift) {
    const [from, to] = [order.indexOf(anchor), order.indexOf(id)].sort((a, b) => a - b) as [number, number];
    const range = order.slice(from, to + 1);
    return { at: id, anchor, ids: new Set(ctrl ? [...choice.ids, ...range] : range) };
  }
  if (!ctrl) return { at: id, anchor: id, ids: new Set([id]) };
  const ids = new Set(choice.ids);
  if (!ids.delete(id)) ids.add(id);
  return { at: id, anchor: id, ids };
}

/** An arrow key: the next row alone; with Shift the range grows or shrinks; with Ctrl only the keyboard moves. */
export function stepped(order: readonly string[], choice: Choice, by: number, { shift = false, ctrl = false }: With = {}): Choice {
  const from = choice.at === null ? -1 : order.indexOf(choice.at);
  const next = order[Math.max(0, Math.min(order.length - 1, from === -1 ? (by > 0 ? 0 : order.length - 1) : from + by))];
  if (next === undefined) return choice;
  if (ctrl && !shift) return { ...choice, at: next };
  return chosen(order, choice, next, { shift });
}

/** Everybody. */
export const everyone = (order: readonly string[], { at }: Choice): Choice => ({ at: at ?? order[0] ?? null, anchor: order[0] ?? null, ids: new Set(order) });

/** Without those who are no longer in the list. */
export function still(order: readonly string[], choice: Choice): Choice {
  const there = new Set(order);
  if ([...choice.ids].every((id) => there.has(id)) && (choice.at === null || there.has(choice.at))) return choice;
  return { at: choice.at !== null && there.has(choice.at) ? choice.at : null, anchor: null, ids: new Set([...choice.ids].filter((id) => there.has(id))) };
}
