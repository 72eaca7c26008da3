/** What a command has to ask before it acts: one question at a time, shown by the part of the window it belongs to. */
import { createStore } from 'zustand/vanilla';
import type { BlockOf } from '#shared/minutes/blocks/index.ts';
import type { TextEncoding } from '#shared/rpc/schemas.ts';
import type { EditorSession } from '../editor/session.types.ts';
import type { RepairChoice, RepairPreview } from '../paste/preview.ts';

export type PictureFace = Pick<BlockOf<'image'>, 'alt' | 'paperWidth'> & { caption: string };

/** `answer` gets null where she changed her mind; it is called once. */
export type Question =
  | { kind: 'link'; url: string; text: string | null; answer(link: { url: string; text: string } | null): void }
  | { kind: 'blank'; label: string; answer(label: string | null): void }
  | { kind: 'table'; answer(size: { rows: number; columns: number; header: boolean } | null): void }
  | { kind: 'repair'; purpose: 'paste' | 'document'; preview: RepairPreview; answer(choice: RepairChoice | null): void }
  /** Names to read into the roster; the window that asks puts them there itself. */
  | { kind: 'names'; session: EditorSession; answer(done: null): void }
  | { kind: 'encoding'; name: string; seeming: TextEncoding; answer(encoding: TextEncoding | null): void }
  | { kind: 'picture'; picture: PictureFace; natural: number; answer(face: PictureFace | 'remove' | null): void };

export interface Asked {
  question: Question | null;
  /** Where on the screen it concerns something; null = the middle of the window. */
  at: DOMRect | null;
}

/** The question that is open. */
export const asked = createStore<Asked>(() => ({ question: null, at: null }));

/** Asks; a question that was still open counts as not answered. */
export function ask(question: Question, at: DOMRect | null = null): void {
  asked.getState().question?.answer(null);
  const answer = (value: never) => {
    if (asked.getState().question === open) asked.setState({ question: null, at: null });
    question.answer(value);
  };
  const open = { ...question, answer } as Question;
  asked.setState({ question: open, at });
}

/** Where the caret or the selection stands on the screen; null where there is none. */
export function selectionRect(): DOMRect | null {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const rect = range.getClientRects()[0] ?? range.getBoundingClientRect();
  if (rect.width > 0 || rect.height > 0) return rect;
  const around = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  return around?.getBoundingClientRect() ?? null;
}
