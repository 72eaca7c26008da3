/** Enter, pressed as fast as she types: before the answer to what stands in the field is there. */
import { useEffect, useRef } from 'react';

/**
 * What Enter does in a field that is searched by: it opens what answers the question as it stands, at once or as soon as
 * the answer comes. Asking anything else, or leaving the field, takes it back.
 */
export function useEnter(question: unknown, isAnswered: boolean, open: () => void): () => void {
  const waiting = useRef<{ question: unknown; field: Element | null } | null>(null);
  useEffect(() => {
    const pressed = waiting.current;
    if (!pressed || (pressed.question === question && !isAnswered)) return;
    waiting.current = null;
    if (pressed.question === question && pressed.field === document.activeElement) open();
  });
  return () => {
    if (isAnswered) open();
    else waiting.current = { question, field: document.activeElement };
  };
}
