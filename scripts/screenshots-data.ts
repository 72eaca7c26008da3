/** The made-up meetings of the pictures: an archive of several years and bodies, and one full record on top. */
import { type Db, openDb } from '#electron/db/index.ts';
import { generateMeeting } from '#electron/db/generate.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { changedSize } from '#shared/minutes/difference/index.ts';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import { toScript } from '#shared/text/script.ts';

/** Generated meetings run from 2000 on, three a week: these reach from 2023 to 2026, all in 繁體. */
const archive = Array.from({ length: 40 }, (_, index) => 3606 + index * 12);

const titles = ['理事會', '常務理事會', '監事會', '會員大會', '專題會議'];

/** A generated meeting as an association would have named it. */
function archived(index: number): MinutesDocument {
  const document = generateMeeting(index, { characters: 2500 });
  const year = Number(document.meta.start?.slice(0, 4));
  const body = titles[index % titles.length] ?? '';
  const session = 1 + ((index / 12) % 8);
  const term = year < 2025 ? 5 : 6;
  const numeral = '〇一二三四五六七八';
  const title = `第${numeral[term]}屆${body}第${numeral[Math.floor(session)]}次會議紀錄`;
  return { ...document, meta: { ...document.meta, title, organisation: '青禾綠化協會', body, term, session: Math.floor(session) } };
}

/** The record that the pictures show: the council meeting of the tests, newest of all. */
export function shownRecord(): MinutesDocument {
  const council = councilMeeting();
  const changed = [['2024-01-19', '2026-11-20'], ['〔2024〕', '〔2026〕'], ['2023', '2025'], ['會議記錄', '會議紀錄'], ['青禾綠化協會第三屆', '第六屆']] as const;
  const text = changed.reduce((words, [before, after]) => words.replaceAll(before, after), JSON.stringify(council));
  const record = JSON.parse(text) as MinutesDocument;
  const present = { present: '石仲平、柳思源、唐以安等二十一人', proxy: '', inAttendance: '方若蘭、溫書瑜', leave: '葛明遠', absent: '' };
  return {
    ...record,
    meta: { ...record.meta, term: 6 },
    blocks: record.blocks.map((block) => (block.kind === 'attendance' ? { ...block, values: { form: 'lists' as const }, fields: { ...block.fields, ...present } } : block)),
  };
}

/** The same record as a mainland secretary keeps it. */
export function shownRecordHans(): MinutesDocument {
  const words = toScript(JSON.stringify(shownRecord()).replaceAll('council', 'hans'), 'Hans', 'CN');
  const record = JSON.parse(words) as MinutesDocument;
  // Another body: two records of one 次 would be pointed out.
  const meta = { ...record.meta, title: '第六届监事会第四次会议记录', body: '监事会', script: 'Hans' as const, start: '2026-11-19T09:30' };
  return { ...record, meta };
}

/** The record on top as it came about: drafts, one with a name, one that was sent. */
function keepVersions(db: Db, record: MinutesDocument): void {
  const swapped = (pairs: readonly (readonly [string, string])[]): MinutesDocument =>
    JSON.parse(pairs.reduce((words, [now, then]) => words.replaceAll(now, then), JSON.stringify(record))) as MinutesDocument;
  const sent = swapped([['祝賀', '熱烈祝賀'], ['照案通過', '修正後通過']]);
  const draft = { ...sent, blocks: sent.blocks.slice(0, -3) };
  const first = { ...draft, blocks: draft.blocks.slice(0, 6), roster: [] };
  const number = db.meetings.insert(first, '2026-11-19T02:05:00.000Z');
  let before: MinutesDocument = first;
  for (const [revision, [document, at]] of ([[first, '2026-11-19T02:05:00.000Z'], [draft, '2026-11-19T07:41:00.000Z'], [sent, '2026-11-20T01:12:00.000Z'], [record, '2026-11-20T04:26:08.000Z']] as const).entries()) {
    const row = db.meetings.byNumber(number);
    if (revision > 0 && row) db.meetings.advance(row, document, at);
    db.documents.addVersion(number, revision, document, at, changedSize(before, document));
    before = document;
  }
  db.documents.name(number, 1, '送核稿');
  db.documents.circulate(number, 2, '2026-11-20T01:15:00.000Z');
}

/** Fills a new database. */
export function fillShown(path: string): void {
  const opened = openDb(path);
  if (!opened.ok) throw new Error(opened.error.code);
  const db = opened.value;
  db.write(() => {
    for (const [order, document] of [...archive.map(archived), shownRecordHans()].entries()) {
      const at = new Date(Date.UTC(2026, 10, 20, 4, 26, 8) + order).toISOString();
      db.documents.addVersion(db.meetings.insert(document, at), 0, document, at);
    }
    keepVersions(db, shownRecord());
  });
  db.close();
}
