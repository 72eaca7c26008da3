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

/** The newest meeting of the body, what the next one counts as, and who has these counts already; null before it is known. */
export function useSeries(client: Client, { organisation, body, term, session, except }: SeriesAsked): SeriesKnown | null {
  const [known, setKnown] = useState<SeriesKnown | null>(null);
  useEffect(() => {
    let isLate = false;
    const timer = setTimeout(() => {
      if (body.trim() === '') return setKnown(null);
      void client.store.registers.series({ organisation: organisation.slice(0, 500), body: body.slice(0, 500), term, session, except }).then((answer) => {
        if (!isLate) setKnown(answer.ok ? answer.value : null);
      });
    }, rest);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [client, organisation, body, term, session, except]);
  return known;
}

/** A new record with what the meeting of that id left; the record as it is where that cannot be read. */
export async function takenOver(client: Client, document: MinutesDocument, lastId: string): Promise<MinutesDocument> {
  const last = await client.store.meetings.open({ id: lastId });
  return last.ok && last.value.state === 'editable' ? continueFrom(document, last.value.document) : document;
}
