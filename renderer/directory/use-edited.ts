import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import { useDirectoryChanges } from './changes.ts';

/** What becomes different; where it builds on what stands in the card, by the card as it is at that moment. */
export type Change<Card> = Partial<Card> | ((card: Card) => Partial<Card>);

interface Editing<Card> {
  /** As it is here now, which may be ahead of what is stored by a moment; null while it is not known, or gone. */
  card: Card | null;
  /** Gives whether it is kept. It can be called when the form is gone: a notice with the way back outlives it. */
  change(change: Change<Card>): Promise<boolean>;
}

interface EditedCard<Card> {
  id: string;
  /** Where it is not kept yet: it is kept with the first change that gives it a name. */
  draft: Card | null;
  read(id: string): Promise<Result<Card>>;
  put(card: Card): Promise<boolean>;
  onKept?(card: Card): void;
}

/** A card that is kept with every change. What another window does to it is shown, but never over a change under way. */
export function useEdited<Card extends { name: string }>({ id, draft, read, put, onKept }: EditedCard<Card>): Editing<Card> {
  const changes = useDirectoryChanges();
  const [card, setCard] = useState<Card | null>(draft);
  const underWay = useRef(0);
  const changed = useRef(0);
  const isShown = useRef(true);
  const latest = useRef<Card | null>(draft);
  const isKept = useRef(draft === null);

  const show = useCallback((next: Card | null) => {
    latest.current = next;
    setCard(next);
  }, []);
  const again = async (isOver = () => false): Promise<void> => {
    const before = changed.current;
    const answer = await read(id);
    // What was read before a change is older than what is here.
    if (!isOver() && changed.current === before && underWay.current === 0) show(answer.ok ? answer.value : null);
  };
  useEffect(() => {
    let isOver = false;
    if (isKept.current) void again(() => isOver);
    return () => {
      isOver = true;
    };
    // `again` is another function each time and asks the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, changes, show]);

  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  const change = async (change: Change<Card>): Promise<boolean> => {
    // Another form may have gone on with it since this one is gone.
    if (!isShown.current && underWay.current === 0) await again();
    if (latest.current === null) return false;
    const next = { ...latest.current, ...(typeof change === 'function' ? change(latest.current) : change) };
    changed.current += 1;
    show(next);
    if (!isKept.current && next.name.trim() === '') return false;
    const isFirst = !isKept.current;
    isKept.current = true;
    underWay.current += 1;
    const isDone = await put(next);
    underWay.current -= 1;
    if (isDone && isFirst) onKept?.(next);
    // What was refused, or changed by somebody else meanwhile, is shown as it is stored.
    if (underWay.current === 0) void again();
    return isDone;
  };
  return { card, change };
}
