import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../app/context.ts';
import { found, keepMarked, unmark } from './found.ts';

/** Marks what was found in the open text. */
export function useFound(): void {
  const current = useApp((state) => state.current);
  const terms = useStore(found, (state) => state.marked?.terms);

  useEffect(() => {
    const { marked } = found.getState();
    if (!marked || (current.kind !== 'open' && current.kind !== 'readOnly')) return;
    if (current.id !== marked.meetingId) return unmark();
    const root = current.kind === 'open' ? current.session.editor.getRootElement() : document.querySelector<HTMLElement>('.read-only');
    return root ? keepMarked(root, marked) : undefined;
  }, [current, terms]);
}
