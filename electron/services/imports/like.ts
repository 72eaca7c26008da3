/** Meetings of the library that a file from outside may be already. */
import { type MeetingRow, summaryOf } from '#electron/db/meetings.ts';
import type { Services } from '#electron/services/services.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { headLines } from '#shared/minutes/difference/lines.ts';
import { documentText } from '#shared/minutes/text.ts';
import type { Like } from '#shared/rpc/imports.ts';
import { bareText } from '#shared/text/bare.ts';
import { foldScript } from '#shared/text/fold.ts';
import { fileCard } from './files.ts';

const order = ['file', 'text', 'id', 'count', 'day'] as const satisfies readonly Like['by'][];

/** Those that the record of a file may be, the surest first; each once. What is in the trash does not count. */
export function likeOf({ db, records }: Services, sha256: string, document: MinutesDocument): Like[] {
  const found = new Map<string, Like>();
  const note = (by: Like['by'], row: MeetingRow | null): void => {
    if (!row || row.trashedAt !== null) return;
    const before = found.get(row.id);
    if (!before || order.indexOf(by) < order.indexOf(before.by)) found.set(row.id, { by, meeting: summaryOf(row) });
  };
  const same = fileCard(db, sha256);
  if (same?.meeting) note('file', db.meetings.find(same.meeting));
  note('id', db.meetings.find(document.id));
  const { title, term, session, start } = document.meta;
  const text = comparable(document);
  for (const row of db.meetings.alike({ title, term, session, day: start?.slice(0, 10) ?? null })) {
    // An empty record is like every other one.
    if (text !== '' && records.glance(row, comparable, () => '') === text) note('text', row);
    else if (isOfSameBody(document.meta, row)) note(term !== null && session !== null && row.term === term && row.session === session ? 'count' : 'day', row);
  }
  return [...found.values()].sort((one, other) => order.indexOf(one.by) - order.indexOf(other.by));
}

/** The text of a record with its head, without what only looks otherwise; '' where nothing was written. */
const comparable = (document: MinutesDocument): string => {
  const text = bareText(documentText(document));
  return text === '' ? '' : [...headLines(document.meta), text].join('\n').replace(/ /g, '');
};

/** The same 會議體, in either script; where an organisation is not named on one side, it may be the same. */
function isOfSameBody(one: Pick<MeetingRow, 'organisation' | 'body'>, other: Pick<MeetingRow, 'organisation' | 'body'>): boolean {
  const [here, there] = [foldScript(one.organisation), foldScript(other.organisation)];
  return one.body !== '' && foldScript(one.body) === foldScript(other.body) && (here === '' || there === '' || here === there);
}
