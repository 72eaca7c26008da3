/** The data of a section while its panel is open: what was just changed is known before the window's panes follow. */
import { useState } from 'react';
import type { EditorSession } from '../editor/session.types.ts';

interface Kept<Data> {
  /** What the section held when the pane last followed. */
  told: Data | undefined;
  now: Data;
}

/** The data and a change of some of it, each change one step of undo. A key that becomes undefined or '' is taken out. */
export function useData<Data extends object>(session: EditorSession, blockId: string, told: Data | undefined, initial: Data): [Data, (patch: Partial<Data>) => void] {
  const [kept, keep] = useState<Kept<Data>>({ told, now: told ?? initial });
  const current = kept.told === told ? kept : { told, now: told ?? initial };
  if (current !== kept) keep(current);
  const change = (patch: Partial<Data>) => {
    const merged = { ...current.now, ...patch };
    const now = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined && value !== '')) as Data;
    keep({ told, now });
    session.setSection(blockId, { data: now });
  };
  return [current.now, change];
}
