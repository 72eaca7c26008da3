import { useEffect, useState } from 'react';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { EditorSession } from './session.types.ts';

/** After a change of the text behind what shows it. Milliseconds. */
const rest = 120;

/** The present text, again after every change of it. */
export function usePresent(session: EditorSession): MinutesDocument {
  const [present, setPresent] = useState(() => session.document());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = session.onDirty(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setPresent(session.document());
      }, rest);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session]);
  return present;
}
