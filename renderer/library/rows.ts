/** The rows of the library: pinned meetings first, then by year. */
import { type MeetingSummary, trashDays } from '#shared/rpc/schemas.ts';

export type LibraryRow =
  | { kind: 'group'; id: string; label: string }
  | { kind: 'meeting'; id: string; meeting: MeetingSummary };

/** Rows in the order of the list, under a heading for the pinned ones and one a year. `pinned` is the word for the first. */
export function libraryRows(meetings: readonly MeetingSummary[], pinned: string): LibraryRow[] {
  const years = new Map<number, MeetingSummary[]>();
  for (const meeting of meetings) {
    if (meeting.pinned) continue;
    const group = years.get(meeting.year);
    if (group) group.push(meeting);
    else years.set(meeting.year, [meeting]);
  }
  const rowOf = (meeting: MeetingSummary): LibraryRow => ({ kind: 'meeting', id: meeting.id, meeting });
  const first = meetings.filter((meeting) => meeting.pinned).map(rowOf);
  return [
    ...(first.length > 0 ? [{ kind: 'group' as const, id: 'pinned', label: pinned }, ...first] : []),
    ...[...years]
      .sort(([one], [other]) => other - one)
      .flatMap(([year, group]): LibraryRow[] => [{ kind: 'group', id: `y${year}`, label: String(year) }, ...group.map(rowOf)]),
  ];
}

/** The day of a meeting as the list shows it, 1/19; '' where it is not known. */
export function dayOf(start: string | null): string {
  const [, month, day] = start?.match(/^\d{4}-(\d\d)-(\d\d)/) ?? [];
  return month && day ? `${Number(month)}/${Number(day)}` : '';
}

/** The days that a meeting stays in the trash from now on, at least 0. */
export function daysLeft(trashedAt: string, now: Date): number {
  const passed = (now.getTime() - Date.parse(trashedAt)) / 86_400_000;
  return Math.max(0, Math.min(trashDays, Math.ceil(trashDays - passed)));
}

/** A title without the organisation that it begins with: in a narrow list the rest tells meetings apart. */
export function shortTitle({ title, organisation }: Pick<MeetingSummary, 'title' | 'organisation'>): string {
  const rest = organisation !== '' && title.startsWith(organisation) ? title.slice(organisation.length).trim() : '';
  return rest || title;
}

export type Move = 'next' | 'previous' | 'first' | 'last' | 'pageDown' | 'pageUp';

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
};

/** What a key does to the active row of a list, if it moves it. */
export const moveOf = (key: string): Move | null => moves[key] ?? null;

/** The id after a move among `ids`; from nowhere it starts at the first. Null only for an empty list. */
export function afterMove(ids: readonly string[], active: string | null, move: Move): string | null {
  const at = active === null ? -1 : ids.indexOf(active);
  const target = { next: at + 1, previous: at === -1 ? 0 : at - 1, first: 0, last: ids.length - 1, pageDown: at + 12, pageUp: at - 12 }[move];
  return ids[Math.max(0, Math.min(ids.length - 1, target))] ?? null;
}

/** The meeting that typing in the list means: by year (2024), by day (3/11), or by how its title begins. Null for none. */
export function typedAhead(rows: readonly LibraryRow[], typed: string): string | null {
  const begins = (text: string): boolean => text.toLowerCase().startsWith(typed.toLowerCase());
  const found = rows.find(
    (row) => row.kind === 'meeting' && [String(row.meeting.year), dayOf(row.meeting.start), row.meeting.title, shortTitle(row.meeting)].some(begins),
  );
  return found?.id ?? null;
}
