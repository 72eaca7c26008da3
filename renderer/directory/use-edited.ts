import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import { useDirectoryChanges } from './changes.ts';

interface Editing<Card> {
  /** As it is here now, which may be ahead of what is stored by a moment; null while it is not known, or gone. */
  card: Card | null;
  change(patch: Partial<Card>): void;
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
  const latest = useRef<Card | null>(draft);
  const isKept = useRef(draft === null);

  const show = useCallback((next: Card | null) => {
    latest.current = next;
    setCard(next);
  }, []);
  const again = async (): Promise<void> => {
    const answer = await read(id);
    if (underWay.current === 0 && isKept.current) show(answer.ok ? answer.value : null);
  };
  useEffect(() => {
    let isOver = false;
    if (isKept.current) {
      void read(id).then((answer) => {
        if (!isOver && underWay.current === 0) show(answer.ok ? answer.value : null);
      });
    }
    return () => {
      isOver = true;
    };
    // `read` is another function each time and asks the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, changes, show]);

  const change = (patch: Partial<Card>): void => {
    if (latest.current === null) return;
    const next = { ...latest.current, ...patch };
    show(next);
    if (!isKept.current && next.name.trim() === '') return;
    const isFirst = !isKept.current;
    isKept.current = true;
    underWay.current += 1;
    void put(next).then((isDone) => {
      underWay.current -= 1;
      if (isDone && isFirst) onKept?.(next);
      // What was refused, or changed by somebody else meanwhile, is shown as it is stored.
      if (underWay.current === 0) void again();
    });
  };
  return { card, change };
}
