/** Files from outside become meetings: each whole, each once, and nothing that is here is overwritten. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { printToDocx } from '#electron/docx/index.ts';
import { withWorkingCopy } from '#electron/docx/working-copy.ts';
import { render } from '#electron/services/exports.ts';
import * as ownLayouts from '#electron/services/layouts.ts';
import * as meetings from '#electron/services/meetings.ts';
import { programForEach } from '#electron/services/testing/program.ts';
import { paragraph, record, valueOf } from '#electron/services/testing/store.ts';
import * as versions from '#electron/services/versions/index.ts';
import { asItIs } from '#shared/export/options.ts';
import { layouts } from '#shared/layouts/index.ts';
import { ownCopy } from '#shared/layouts/own.ts';
import { boardMeeting } from '#shared/minutes/fixtures.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import type { ImportEntry } from '#shared/rpc/imports.ts';
import * as imports from './index.ts';

const program = programForEach();

const council = (session: string, day: string): string => `青禾綠化協會第三屆理事會第${session}次會議紀錄\n時間：${day}\n地點：本會會議室\n主席致詞。\n第${session}次會議決議照案通過。\n散會。\n`;
const textFile = (text: string): Blob => new Blob([text]);
const take = async (text: string, name: string, dryRun = false): Promise<ImportEntry> =>
  valueOf(await imports.take(program.services, { file: textFile(text), name, dryRun, job: '', origin: null }));
const titles = (): string[] => valueOf(meetings.list(program.services, { offset: 0, limit: 100, trashed: false })).meetings.map(({ title }) => title);
const chosen = (text: string, name: string) => ({ file: textFile(text), name, encoding: null });

describe('one file', () => {
  it('is read and shown, and nothing is kept before she says so', async () => {
    const text = council('四', '2024年1月19日');
    const read = valueOf(await imports.read(program.services, { ...chosen(text, '四次.txt'), job: '' }));
    expect(read).toMatchObject({ source: 'foreign', before: null, like: [], document: { meta: { term: 3, session: 4, start: '2024-01-19' } } });
    expect(read.lines.join('\n')).toContain('主席致詞。');
    expect(titles()).toEqual([]);

    const document = { ...read.document, meta: { ...read.document.meta, chair: '石仲平' } };
    const kept = valueOf(await imports.keep(program.services, { ...chosen(text, '四次.txt'), document, revision: null, origin: null }));
    expect(valueOf(meetings.open(program.services, { id: kept.id }))).toMatchObject({ state: 'editable', document: { meta: { chair: '石仲平' } } });

    // The same file under another name is known.
    const again = valueOf(await imports.read(program.services, { ...chosen(text, '複本.txt'), job: '' }));
    expect(again.like).toMatchObject([{ by: 'file', meeting: { id: kept.id } }]);
  });

  it('takes the place of the meeting that it is a copy of, which keeps what was there as a version', async () => {
    const before = record(['主席致詞。', '散會。']);
    valueOf(meetings.create(program.services, { document: before, origin: null }));
    valueOf(meetings.save(program.services, { id: before.id, revision: 0, changes: { blocks: [paragraph(2, '散會，茶敘。')] }, origin: null }));
    const after = { ...before, blocks: before.blocks.slice(0, 1) };
    const kept = valueOf(await imports.keep(program.services, { ...chosen('主席致詞。', '新.txt'), document: after, revision: 1, origin: null }));
    expect(kept).toMatchObject({ id: before.id, revision: 2 });
    expect(valueOf(versions.list(program.services, { id: before.id, offset: 0, limit: 10 })).versions.map(({ revision }) => revision)).toContain(1);
    expect(JSON.stringify(valueOf(versions.open(program.services, { id: before.id, revision: 1 })).document.blocks)).toContain('散會，茶敘。');
    expect(valueOf(meetings.open(program.services, { id: before.id }))).toMatchObject({ document: { blocks: [{ id: 'p00001' }] } });
    expect(await imports.keep(program.services, { ...chosen('主席致詞。', '新.txt'), document: { ...after, id: newId() }, revision: 2, origin: null })).toMatchObject({ ok: false, error: { code: 'meeting.notFound' } });
    expect(await imports.keep(program.services, { ...chosen('主席致詞。', '新.txt'), document: before, revision: 0, origin: null })).toMatchObject({ ok: false, error: { code: 'meeting.conflict' } });
  });

  it('that went out in a layout of her own comes back into its fields', async () => {
    const own = ownCopy({ ...layouts.taiwan, parts: layouts.gbt9704.parts }, { id: 'layout000001', name: '本會公文', order: 1000 });
    valueOf(ownLayouts.put(program.services, { layout: own, origin: null }));
    valueOf(meetings.create(program.services, { document: boardMeeting(), origin: null }));
    const { file } = valueOf(await render(program.services, { id: boardMeeting().id, format: 'docx', options: { ...asItIs, layout: own.id }, blockId: null }));
    const { source, document, doubts } = valueOf(await imports.read(program.services, { file, name: '紀要.docx', encoding: null, job: '' }));
    expect({ source, doubts }).toEqual({ source: 'foreign', doubts: [] });
    expect(document.blocks.map(({ kind }) => kind)).toContain('attendance');
    expect(document.meta).toMatchObject({ layout: own.id, chair: '石仲平', start: '2025-03-11' });
  });

  it.each([
    ['damaged', (xml: string) => xml.replace(/<document>.{40}/, '<document>'), boardMeeting().version, 'recordDamaged'],
    ['of a newer program', (xml: string) => xml, boardMeeting().version + 1, 'recordNewer'],
  ] as const)('that holds a record %s is read from its paper, which is whole', async (_, change, version, kind) => {
    const document = { ...boardMeeting(), version: version as MinutesDocument['version'] };
    const asset = () => Promise.resolve(null);
    const bytes = await withWorkingCopy(await printToDocx(printDocument(boardMeeting(), layouts.taiwan), { layout: layouts.taiwan, asset }), document, { layout: layouts.taiwan, script: 'keep', asset });
    const files = unzipSync(bytes);
    const item = 'customXml/item1.xml';
    const file = new Blob([new Uint8Array(zipSync({ ...files, [item]: strToU8(change(strFromU8(files[item] ?? new Uint8Array()))) }))]);
    const read = valueOf(await imports.read(program.services, { file, name: '工作稿.docx', encoding: null, job: '' }));
    expect(read).toMatchObject({ source: 'foreign', doubts: [{ kind }], document: { meta: { chair: '石仲平' } } });
    expect(read.document.blocks.map((block) => block.kind)).toContain('resolution');
  });

  it('becomes a draft of its own where its meeting is there already, however far its stage was', async () => {
    const before = record(['主席致詞。']);
    valueOf(meetings.create(program.services, { document: before, origin: null }));
    const final = { ...before, meta: { ...before.meta, stages: [{ stage: 'final' as const, at: '2024-01-22T01:00:00Z', by: '唐以安', seal: '0'.repeat(64) }] } };
    const kept = valueOf(await imports.keep(program.services, { ...chosen('主席致詞。', '新.txt'), document: final, revision: null, origin: null }));
    expect(kept.id).not.toBe(before.id);
    const opened = valueOf(meetings.open(program.services, { id: kept.id }));
    expect('document' in opened && opened.document.meta.stages).toBeUndefined();
  });

  it('is refused in one sentence where it cannot be read', async () => {
    expect(await imports.read(program.services, { ...chosen('', '空.txt'), job: '' })).toMatchObject({ ok: false, error: { code: 'file.empty', params: { name: '空.txt' } } });
    const huge = { size: 61 * 1024 * 1024, type: '', arrayBuffer: () => Promise.reject(new Error('never read')) };
    expect(await imports.read(program.services, { file: huge, name: '大.docx', encoding: null, job: '' })).toMatchObject({ ok: false, error: { code: 'import.tooLarge', params: { name: '大.docx', limit: 60 } } });
  });
});

describe('many files', () => {
  it('come in each by itself; the same file and the same text once, another text of the same session with a doubt', async () => {
    expect(await take(council('四', '2024年1月19日'), '113/四次.txt')).toMatchObject({ state: 'taken', title: '青禾綠化協會第三屆理事會第四次會議紀錄' });
    expect(await take(council('四', '2024年1月19日'), '備份/四次.txt')).toMatchObject({ state: 'duplicate', like: [{ by: 'file' }] });
    expect(await take(`${council('四', '2024年1月19日')}\n\n`, '備份/四次（2）.txt')).toMatchObject({ state: 'duplicate', like: [{ by: 'text' }] });
    expect(await take(council('四', '2024年1月19日').replace('照案', '修正後'), '113/四次修正.txt')).toMatchObject({ state: 'doubtful', like: [{ by: 'count' }] });
    expect(await take('', '113/空.txt')).toMatchObject({ state: 'failed', error: { code: 'file.empty' } });
    expect(await take(council('五', '2024年4月19日'), '113/五次.txt')).toMatchObject({ state: 'taken' });
    expect(titles()).toHaveLength(3);
  });

  it('leave nothing behind in a dry run', async () => {
    expect(await take(council('四', '2024年1月19日'), '四次.txt', true)).toMatchObject({ state: 'taken', meeting: null });
    expect(titles()).toEqual([]);
    expect(await take(council('四', '2024年1月19日'), '四次.txt')).toMatchObject({ state: 'taken' });
  });

  it('that are stopped leave nothing of the one under way, and it comes in the next time', async () => {
    const one = (job: string, text: string) => imports.take(program.services, { file: textFile(text), name: '紀錄.txt', dryRun: false, job, origin: null });
    const before = await one('a', council('三', '2023年10月19日'));
    const under = one('b', council('四', '2024年1月19日'));
    program.services.jobs.stop({ job: 'b' });
    expect(before).toMatchObject({ ok: true, value: { state: 'taken' } });
    expect(await under).toMatchObject({ ok: false, error: { code: 'work.stopped' } });
    expect(titles()).toEqual(['青禾綠化協會第三屆理事會第三次會議紀錄']);
    expect(await one('c', council('三', '2023年10月19日'))).toMatchObject({ value: { state: 'duplicate' } });
    expect(await one('c', council('四', '2024年1月19日'))).toMatchObject({ value: { state: 'taken' } });
  });

  it('go on behind one that breaks while it is read', async () => {
    const broken = { size: 10, type: '', arrayBuffer: () => Promise.reject(new Error('the drive is gone')) };
    expect(valueOf(await imports.take(program.services, { file: broken, name: '壞.docx', dryRun: false, job: '', origin: null }))).toMatchObject({ state: 'failed', meeting: null, error: { code: 'unexpected' } });
    expect(await take(council('四', '2024年1月19日'), '四次.txt')).toMatchObject({ state: 'taken' });
  });

  it('that were thrown away can be taken in again', async () => {
    const first = await take(council('四', '2024年1月19日'), '四次.txt');
    valueOf(meetings.trash(program.services, { id: first.meeting ?? '', origin: null }));
    expect(await take(council('四', '2024年1月19日'), '四次.txt')).toMatchObject({ state: 'taken' });
  });

  it('are told of in reports, of which the newest are kept', () => {
    for (let index = 0; index < 23; index++) {
      const at = new Date(Date.UTC(2026, 10, 1 + index)).toISOString();
      valueOf(imports.report(program.services, { report: { id: newId(), at, name: `資料夾${index}`, stopped: false, entries: [] } }));
    }
    const kept = valueOf(imports.reports(program.services));
    expect(kept).toHaveLength(20);
    expect(kept[0]?.name).toBe('資料夾22');
  });
});
