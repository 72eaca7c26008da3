import { describe, expect, it } from 'vitest';
import { tamper } from '#electron/db/testing/tamper.ts';
import { documentVersion } from '#shared/minutes/document.ts';
import * as meetings from './meetings.ts';
import { programForEach } from './testing/program.ts';
import { paragraph, record, valueOf } from './testing/store.ts';

const program = programForEach();

const origin = null;
const meeting = record(['主席致詞。', '報告事項。'], { title: '第二屆第三次理事會', organisation: '青禾綠化協會', body: '理事會', term: 2, session: 3, start: '2024-01-19T09:30' });
const create = (document = meeting) => valueOf(meetings.create(program.services, { document, origin }));
const open = (id = meeting.id) => valueOf(meetings.open(program.services, { id }));
const save = (revision: number, text: string, id = meeting.id) =>
  meetings.save(program.services, { id, revision, changes: { blocks: [paragraph(1, text)] }, origin });
const textOf = (id = meeting.id) => {
  const opened = open(id);
  return opened.state === 'editable' ? opened.document.blocks.flatMap((block) => ('inline' in block ? block.inline : [])).map((run) => ('text' in run ? run.text : '')) : null;
};
/** Closes the program, changes its file behind its back, and starts it again. */
const damage = async (sql: string, ...values: unknown[]) => {
  await program.stop();
  tamper(program.databasePath, sql, ...values);
  program.start();
};

describe('saving', () => {
  it('refuses a save that stands on an older revision, and writes nothing of it', async () => {
    create();
    expect(valueOf(save(0, '甲窗的字')).revision).toBe(1);
    expect(save(0, '乙窗的字')).toEqual({ ok: false, error: { code: 'meeting.conflict' } });
    expect(save(7, '乙窗的字')).toEqual({ ok: false, error: { code: 'meeting.conflict' } });
    expect(textOf()).toEqual(['甲窗的字', '報告事項。']);
    expect(program.services.db.meetings.find(meeting.id)?.revision).toBe(1);
  });

  it('answers the same again where the first answer was lost', async () => {
    expect(create()).toEqual(create());
    const saved = save(0, '補記一句');
    expect(save(0, '補記一句')).toEqual(saved);
    expect(program.services.db.meetings.find(meeting.id)?.revision).toBe(1);
    expect(meetings.create(program.services, { document: meeting, origin })).toEqual({ ok: false, error: { code: 'request.invalid' } });
  });

  it('refuses changes that do not fit the record', async () => {
    create();
    const changes = { order: ['p00001', 'nowhere'], blocks: [] };
    expect(meetings.save(program.services, { id: meeting.id, revision: 0, changes, origin })).toEqual({ ok: false, error: { code: 'request.invalid' } });
    expect(textOf()).toEqual(['主席致詞。', '報告事項。']);
  });

  it('keeps texts that no database or Word file can hold as near as it can', async () => {
    create();
    valueOf(save(0, '甲\0乙\ud800丙\uffff丁𠀋'));
    expect(textOf()?.[0]).toBe('甲\ufffd乙\ufffd丙\ufffd丁𠀋');
  });

  it('replays hundreds of saves after a version was made of them', async () => {
    create();
    for (let revision = 0; revision < 450; revision++) valueOf(save(revision, `第${revision}次修改`));
    const row = program.services.db.meetings.find(meeting.id);
    expect([...program.services.db.documents.versions(row?.number ?? 0)].map(({ revision }) => revision)).toEqual([400, 200, 0]);
    await program.restart();
    expect(textOf()).toEqual(['第449次修改', '報告事項。']);
    expect([...program.services.db.documents.versions(row?.number ?? 0)].map(({ revision }) => revision)).toEqual([450, 400, 200, 0]);
  });

  it('follows more records than it holds open', async () => {
    const many = Array.from({ length: 20 }, (_, index) => record([`第${index}場`]));
    for (const document of many) create(document);
    for (const round of [0, 1]) for (const { id } of many) valueOf(save(round, `修改${round}`, id));
    expect(many.map(({ id }) => textOf(id)?.[0])).toEqual(many.map(() => '修改1'));
  });
});

describe('damage', () => {
  // Another letter than the one that is there, whichever that is.
  const flipped = (table: string, column: string, revision: number) =>
    damage(`UPDATE ${table} SET ${column} = CAST(substr(${column}, 1, 20) || iif(hex(substr(${column}, 21, 1)) = '58', 'Y', 'X') || substr(${column}, 22) AS ${table === 'versions' ? 'BLOB' : 'TEXT'}) WHERE revision = ?`, revision);
  const twoVersions = async () => {
    create();
    valueOf(save(0, '第一次修改'));
    await program.restart();
    valueOf(save(1, '第二次修改'));
    await program.restart();
  };

  it('of the newest version is made good from the one before and the saves since', async () => {
    await twoVersions();
    await flipped('versions', 'document', 2);
    expect(textOf()).toEqual(['第二次修改', '報告事項。']);
    valueOf(save(2, '第三次修改'));
    await program.restart();
    expect(textOf()).toEqual(['第三次修改', '報告事項。']);
  });

  it('of a save that no version holds shows the text before it, read-only, and is never overwritten', async () => {
    await twoVersions();
    await flipped('versions', 'document', 2);
    await flipped('operations', 'changes', 2);
    expect(open()).toMatchObject({ state: 'readOnly', title: meeting.meta.title, reason: { code: 'document.damaged' } });
    expect(open()).toMatchObject({ text: expect.stringContaining('第一次修改') as string });
    expect(save(2, '不該寫入')).toEqual({ ok: false, error: { code: 'meeting.readOnly' } });
    expect(meetings.rename(program.services, { id: meeting.id, title: '不該寫入', origin })).toEqual({ ok: false, error: { code: 'meeting.readOnly' } });
    expect(program.services.db.meetings.find(meeting.id)).toMatchObject({ revision: 2, title: meeting.meta.title });
  });

  it('of everything leaves at least the title', async () => {
    create();
    await flipped('versions', 'document', 0);
    expect(open()).toEqual({ state: 'readOnly', id: meeting.id, title: meeting.meta.title, text: '', reason: { code: 'document.damaged' } });
  });

  it.each([
    ['of a newer program', { ...meeting, version: documentVersion + 1, blocks: [{ id: 'p00001', kind: 'hologram', text: '立體投影的字' }] }, 'document.newer'],
    ['with a kind of block that nobody knows', { ...meeting, blocks: [{ id: 'p00001', kind: 'hologram', text: '立體投影的字' }] }, 'document.damaged'],
    ['without any blocks', { version: documentVersion, id: meeting.id, meta: { title: '立體投影的字' } }, 'document.damaged'],
  ])('or a record %s is shown as text and stays as it is', async (_name, stored, code) => {
    create();
    const { number } = program.services.db.meetings.find(meeting.id) ?? { number: 0 };
    program.services.db.write(() => program.services.db.documents.addVersion(number, 0, stored, '2026-01-01T00:00:00.000Z'));
    await program.restart();
    expect(open()).toMatchObject({ state: 'readOnly', text: expect.stringContaining('立體投影的字') as string, reason: { code } });
    expect(save(0, '不該寫入')).toEqual({ ok: false, error: { code: 'meeting.readOnly' } });
    expect([...program.services.db.documents.versions(number)].map(({ json }) => json)).toEqual([stored]);
  });
});

describe('the library', () => {
  it('lists pinned meetings first, then the newest, and the trash by itself', async () => {
    const dates = ['2023-05-01', '2024-05-01', '2022-05-01', '2024-06-01T09:00'];
    const documents = dates.map((start) => record(['一'], { title: start, start }));
    for (const document of documents) create(document);
    const titles = (page = {}) => valueOf(meetings.list(program.services, { offset: 0, limit: 10, trashed: false, ...page })).meetings.map(({ title }) => title);
    expect(titles()).toEqual(['2024-06-01T09:00', '2024-05-01', '2023-05-01', '2022-05-01']);
    valueOf(meetings.pin(program.services, { id: documents[2]?.id ?? '', pinned: true, origin }));
    valueOf(meetings.trash(program.services, { id: documents[1]?.id ?? '', origin }));
    expect(titles()).toEqual(['2022-05-01', '2024-06-01T09:00', '2023-05-01']);
    expect(titles({ offset: 1, limit: 1 })).toEqual(['2024-06-01T09:00']);
    expect(titles({ trashed: true })).toEqual(['2024-05-01']);
    expect(save(0, '在垃圾桶裡', documents[1]?.id)).toEqual({ ok: false, error: { code: 'meeting.trashed' } });
    valueOf(meetings.restore(program.services, { id: documents[1]?.id ?? '', origin }));
    expect(titles()).toHaveLength(4);
  });

  it('takes title, body, date and year from the record', async () => {
    create();
    const changes = { meta: { ...meeting.meta, title: '改期後的會議', start: '2025-03-02', session: 4 }, blocks: [] };
    valueOf(meetings.save(program.services, { id: meeting.id, revision: 0, changes, origin }));
    expect(program.services.db.meetings.find(meeting.id)).toMatchObject({ title: '改期後的會議', start: '2025-03-02', year: 2025, session: 4, revision: 1 });
  });

  it('renames in the record itself', async () => {
    create();
    expect(valueOf(meetings.rename(program.services, { id: meeting.id, title: '臨時理事會', origin }))).toMatchObject({ title: '臨時理事會', revision: 1 });
    expect(open()).toMatchObject({ document: { meta: { title: '臨時理事會', organisation: '青禾綠化協會' } } });
  });

  it('makes the next meeting and copies under ids of their own', async () => {
    create();
    const next = valueOf(meetings.duplicateAsNext(program.services, { id: meeting.id, origin }));
    expect(next).toMatchObject({ title: '第二屆第四次理事會', session: 4, start: null });
    expect(next.id).not.toBe(meeting.id);
    const copy = valueOf(meetings.copy(program.services, { document: meeting, title: '另一個視窗的內容', origin }));
    expect(copy.title).toBe('另一個視窗的內容');
    expect(textOf(copy.id)).toEqual(['主席致詞。', '報告事項。']);
  });

  it('says so where there is no such meeting', async () => {
    const id = 'nosuchmeeting';
    const error = { ok: false, error: { code: 'meeting.notFound' } };
    expect(meetings.open(program.services, { id })).toEqual(error);
    expect(save(0, '字', id)).toEqual(error);
    expect(meetings.pin(program.services, { id, pinned: true, origin })).toEqual(error);
    expect(meetings.rename(program.services, { id, title: '題', origin })).toEqual(error);
    expect(meetings.duplicateAsNext(program.services, { id, origin })).toEqual(error);
  });
});
