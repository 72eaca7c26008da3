import { useEffect, useRef, useState } from 'react';
import { layouts } from '#shared/layouts/index.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useLayoutChoice } from '../layouts/choice.ts';
import { pageAt, type PagePlaces } from './page-places.ts';

/** How long the text rests before its pages are counted again, and the caret before its page is looked up. Milliseconds. */
const textRest = 800;
const caretRest = 200;

/** The page of the caret, null where it is on none, and how many there are; null until they are counted. */
export function usePage(session: EditorSession): { page: number | null; pages: number } | null {
  const [shown, setShown] = useState<{ page: number | null; pages: number } | null>(null);
  const { chosen, offered } = useLayoutChoice(session);
  const layout = useRef(layouts.association);
  useEffect(() => {
    layout.current = offered.find(({ id }) => id === chosen)?.layout ?? layouts.association;
  });
  useEffect(() => {
    const worker = new Worker(new URL('./page-worker.ts', import.meta.url), { type: 'module' });
    let places: PagePlaces | null = null;
    let asking: ReturnType<typeof setTimeout> | undefined;
    let looking: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (!places) return;
      const caret = session.caretPlace();
      const next = { page: caret && pageAt(places, caret), pages: places.pages };
      setShown((now) => (now?.page === next.page && now.pages === next.pages ? now : next));
    };
    const ask = () => (session.isComposing() ? askLater() : worker.postMessage({ document: session.document(), layout: layout.current }));
    const askLater = () => {
      clearTimeout(asking);
      asking = setTimeout(() => requestIdleCallback(ask, { timeout: 2000 }), textRest);
    };
    const lookLater = () => {
      clearTimeout(looking);
      looking = setTimeout(look, caretRest);
    };
    worker.onmessage = ({ data }: MessageEvent<PagePlaces>) => {
      places = data;
      look();
    };
    const stopText = session.view.subscribe((now, before) => {
      if (now.meta !== before.meta || now.sections !== before.sections || now.outline !== before.outline || now.characters !== before.characters) askLater();
    });
    const stopDirty = session.onDirty(askLater);
    document.addEventListener('selectionchange', lookLater);
    askLater();
    return () => {
      clearTimeout(asking);
      clearTimeout(looking);
      stopText();
      stopDirty();
      document.removeEventListener('selectionchange', lookLater);
      worker.terminate();
      setShown(null);
    };
  }, [session]);
  return shown;
}
