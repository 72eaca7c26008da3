/** Where a body stands in its series: asked while its name and counts are filled in. */
import { useEffect, useState } from 'react';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { continueFrom } from '#shared/registers/continuity.ts';
import type { Series, SeriesMeeting } from '#shared/registers/series.ts';
import type { Client } from '../rpc/client.ts';

export interface SeriesAsked {
  organisation: string;
  body: string;
  term: number | null;
  session: number | null;
  /** The meeting that asks. */
  except: string | null;
}

export type SeriesKnown = Series & { taken: SeriesMeeting | null };

/** While she types. Milliseconds. */
const rest = 200;

interface SeriesAnswer {
  /** The newest meeting of the body, what the next one counts as, and who has these counts already; null before it is known. */
  known: SeriesKnown | null;
  /** It is about what is asked now, and not about what was asked a moment ago. */
  isCurrent: boolean;
}

/** Where the body that is asked for stands in its series. */
export function useSeries(client: Client, { organisation, body, term, session, except }: SeriesAsked): SeriesAnswer {
  const [answer, setAnswer] = useState<{ asked: string; known: SeriesKnown | null } | null>(null);
  const asked = JSON.stringify([organisation, body, term, session, except]);
  useEffect(() => {
    let isLate = false;
    const timer = setTimeout(() => {
      if (body.trim() === '') return setAnswer({ asked, known: null });
      void client.store.registers.series({ organisation: organisation.slice(0, 500), body: body.slice(0, 500), term, session, except }).then((series) => {
        if (!isLate) setAnswer({ asked, known: series.ok ? series.value : null });
      });
    }, rest);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [client, asked, organisation, body, term, session, except]);
  return { known: answer?.known ?? null, isCurrent: answer?.asked === asked };
}

/** A new record with what the meeting of that id left; the record as it is where that cannot be read. */
export async function takenOver(client: Client, document: MinutesDocument, lastId: string): Promise<MinutesDocument> {
  const last = await client.store.meetings.open({ id: lastId });
  return last.ok && last.value.state === 'editable' ? continueFrom(document, last.value.document) : document;
}
