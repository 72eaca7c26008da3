import { beforeEach, describe, expect, it } from 'vitest';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { sealOf } from '#shared/minutes/seal.ts';
import { correctionUnderway, isLocked, type Stage, stageOf } from '#shared/minutes/stage.ts';
import type { Result } from '#shared/result.ts';
import type { Changes } from '#shared/rpc/schemas.ts';
import { archiveOf, computer, take } from './archives/testing/computer.ts';
import * as meetings from './meetings.ts';
import * as stages from './stages.ts';
import { programForEach } from './testing/program.ts';
import { paragraph, record, valueOf } from './testing/store.ts';
import * as versions from './versions/index.ts';

const program = programForEach();

const origin = null;
const meeting = record(['主席致詞。', '報告事項。'], { title: '第二屆第三次理事會', organisation: '青禾綠化協會', body: '理事會', term: 2, session: 3, start: '2024-01-19T09:30' });
const { id } = meeting;
const create = (document = meeting) => valueOf(meetings.create(program.services, { document, origin }));
const revision = () => program.services.db.meetings.find(id)?.revision ?? -1;
const stored = (): MinutesDocument => {
  const opened = valueOf(meetings.open(program.services, { id }));
  if (opened.state !== 'editable') throw new Error(opened.state);
  return opened.document;
};
const step = (stage: Stage, by = '林秘書') => stages.step(program.services, { id, revision: revision(), generation: program.services.db.generation(), stage, by, origin });
const save = (changes: Partial<Changes>) => meetings.save(program.services, { id, revision: revision(), changes: { blocks: [], ...changes }, origin });
const write = (text: string) => save({ blocks: [paragraph(1, text)] });
const correct = (reason = '出席人數誤植') => stages.beginCorrection(program.services, { id, revision: revision(), generation: program.services.db.generation(), by: '林秘書', reason, origin });
const finish = () => stages.finishCorrection(program.services, { id, revision: revision(), generation: program.services.db.generation(), by: '', origin });
const drop = () => stages.dropCorrection(program.services, { id, revision: revision(), generation: program.services.db.generation(), origin });
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);
const names = () => valueOf(versions.list(program.services, { id, offset: 0, limit: 50 })).versions.map(({ name }) => name);

describe('the steps of a record', () => {
  beforeEach(() => void create());

  it('go from 草稿 over 送核 and 定稿 to 已確認, each with its day, by whom, and a version of its name', () => {
    valueOf(step('submitted', ' 林秘書 '));
    valueOf(step('draft'));
    valueOf(step('submitted'));
    valueOf(step('final', '石仲平理事長'));
    const seal = sealOf(stored());
    expect(valueOf(step('confirmed', '第四次會議')).revision).toBe(5);
    expect(stored().meta.stages).toEqual([
      { stage: 'submitted', at: expect.any(String), by: '林秘書' },
      { stage: 'draft', at: expect.any(String), by: '林秘書' },
      { stage: 'submitted', at: expect.any(String), by: '林秘書' },
      { stage: 'final', at: expect.any(String), by: '石仲平理事長', seal },
      { stage: 'confirmed', at: expect.any(String), by: '第四次會議', seal },
    ]);
    expect(names()).toEqual(['已確認', '定稿', '送核', '退回草稿', '送核', null]);
    expect(program.services.db.meetings.find(id)?.stage).toBe('confirmed');
  });

  it.each([
    [[], ['draft', 'confirmed']],
    [['submitted'], ['submitted', 'confirmed']],
    [['final'], ['draft', 'submitted', 'final']],
    [['final', 'confirmed'], ['draft', 'submitted', 'final', 'confirmed']],
  ] as [Stage[], Stage[]][])('after %j do not go to %j', (taken, refused) => {
    for (const stage of taken) valueOf(step(stage));
    for (const stage of refused) expect(codeOf(step(stage))).toBe('stage.notAllowed');
    expect(revision()).toBe(taken.length);
  });

  it('stand on the revision that the window has seen, and not on a meeting in the trash', () => {
    valueOf(write('補記一句。'));
    expect(codeOf(stages.step(program.services, { id, revision: 0, generation: '', stage: 'final', by: '', origin }))).toBe('meeting.conflict');
    // As a window does that slept through a restore.
    expect(codeOf(stages.step(program.services, { id, revision: 1, generation: 'another', stage: 'final', by: '', origin }))).toBe('meeting.conflict');
    valueOf(meetings.trash(program.services, { id, origin }));
    expect(codeOf(step('final'))).toBe('meeting.trashed');
    expect(codeOf(stages.step(program.services, { id: 'nowhere', revision: 0, generation: '', stage: 'final', by: '', origin }))).toBe('meeting.notFound');
  });

  it('are taken by their own calls only: no save, however it is made, changes them', async () => {
    const final = { stage: 'final' as const, at: '2024-02-01T02:00:00.000Z', by: '', seal: 'a'.repeat(64) };
    valueOf(save({ meta: { ...stored().meta, stages: [final] } }));
    expect(stageOf(stored().meta)).toBe('draft');
    valueOf(step('submitted'));
    valueOf(save({ meta: meeting.meta }));
    expect(stageOf(stored().meta)).toBe('submitted');
    await program.restart();
    expect(stageOf(stored().meta)).toBe('submitted');
  });
});

describe.each(['final', 'confirmed'] as const)('a record that is %s', (stage) => {
  beforeEach(() => {
    create();
    valueOf(step('final'));
    if (stage === 'confirmed') valueOf(step('confirmed'));
  });

  it('refuses every change of its text, on disk and in what is held', async () => {
    const before = stored();
    const { meta } = before;
    const changes: Partial<Changes>[] = [
      { blocks: [paragraph(1, '改了一句。')] },
      { order: ['p00002', 'p00001'] },
      { order: ['p00001'] },
      { order: ['p00001', 'p00002', 'p00003'], blocks: [paragraph(3, '多了一段。')] },
      { roster: [{ id: 'pers00000001', name: '石仲平', organisation: '', title: '', attendance: 'present' }] },
      { meta: { ...meta, title: '另一個名稱' } },
      { meta: { ...meta, start: '2024-01-20T09:30' } },
      // As a window would that does not know of the stage, or wants to take it back.
      { meta: { ...meeting.meta, place: '他處' } },
      { meta: { ...meta, corrections: [{ id: 'corr00000001', at: '2024-02-01T02:00:00.000Z', by: '', reason: '假的', before: 'a'.repeat(64) }] }, blocks: [paragraph(1, '改了一句。')] },
    ];
    for (const change of changes) expect([change, codeOf(save(change))]).toEqual([change, 'record.locked']);
    expect(codeOf(meetings.rename(program.services, { id, title: '另一個名稱', origin }))).toBe('record.locked');
    expect(stored()).toEqual(before);
    await program.restart();
    expect(stored()).toEqual(before);
    expect(codeOf(write('改了一句。'))).toBe('record.locked');
  });

  it('takes what is not part of its text, and a save of what stands there already', () => {
    const before = stored();
    expect(codeOf(save({ meta: { ...before.meta, draftMark: 'none' } }))).toBe('ok');
    expect(codeOf(write('主席致詞。'))).toBe('ok');
    expect(codeOf(save({ meta: meeting.meta }))).toBe('ok');
    expect(stageOf(stored().meta)).toBe(stage);
    expect(sealOf(stored())).toBe(sealOf(before));
  });

  it('goes to the trash and comes back locked', () => {
    valueOf(meetings.trash(program.services, { id, origin }));
    valueOf(meetings.restore(program.services, { id, origin }));
    expect(codeOf(write('改了一句。'))).toBe('record.locked');
  });

  it('is a draft as a copy and as the next meeting', () => {
    const copied = valueOf(meetings.copy(program.services, { document: stored(), title: '副本', origin }));
    const next = valueOf(meetings.duplicateAsNext(program.services, { id, origin }));
    expect([copied.stage, next.stage]).toEqual(['draft', 'draft']);
  });

  it('is corrected with a reason, and sealed again', async () => {
    const { seal } = stored().meta.stages?.at(-1) ?? {};
    expect(codeOf(correct('  '))).toBe('stage.notAllowed');
    valueOf(correct());
    expect(codeOf(correct())).toBe('stage.notAllowed');
    expect(codeOf(step('confirmed'))).toBe('stage.notAllowed');
    expect(isLocked(stored().meta)).toBe(false);
    valueOf(write('主席致詞（更正）。'));
    // The lock of what is being corrected outlives the program as the rest does.
    await program.restart();
    expect(correctionUnderway(stored().meta)?.reason).toBe('出席人數誤植');
    const corrected = valueOf(finish()).document;
    expect(corrected.meta.corrections).toEqual([
      { id: expect.any(String), at: expect.any(String), by: '林秘書', reason: '出席人數誤植', before: seal, after: sealOf(corrected) },
    ]);
    expect(corrected.meta.stages?.at(-1)).toMatchObject({ stage: 'final', by: '林秘書', seal: sealOf(corrected) });
    expect(sealOf(corrected)).not.toBe(seal);
    expect(codeOf(write('再改。'))).toBe('record.locked');
    expect(names()[0]).toBe('更正後定稿');
    expect(codeOf(finish())).toBe('stage.notAllowed');
  });

  it('is as before where a correction changed nothing', () => {
    const before = stored();
    valueOf(correct());
    valueOf(finish());
    expect(stored()).toEqual(before);
  });

  it('is as before where a correction is given up, and what was changed stays a version', () => {
    const before = stored();
    valueOf(correct());
    valueOf(write('改到一半。'));
    const changed = revision();
    valueOf(drop());
    expect(stored()).toEqual(before);
    expect(valueOf(versions.open(program.services, { id, revision: changed })).document.blocks[0]).toEqual(paragraph(1, '改到一半。'));
    expect(codeOf(drop())).toBe('stage.notAllowed');
    expect(codeOf(write('再改。'))).toBe('record.locked');
  });

  it('keeps to its lock where it came from elsewhere', () => {
    const elsewhere: MinutesDocument = { ...stored(), id: 'elsewhere001' };
    create(elsewhere);
    const change = { id: elsewhere.id, revision: 0, changes: { blocks: [paragraph(1, '改了一句。')] }, origin };
    expect(codeOf(meetings.save(program.services, change))).toBe('record.locked');
    // Also where its text is not what was sealed: that is no way around the lock.
    const tampered: MinutesDocument = { ...elsewhere, id: 'elsewhere002', blocks: [paragraph(1, '被改過。'), paragraph(2, '報告事項。')] };
    create(tampered);
    expect(codeOf(meetings.save(program.services, { ...change, id: tampered.id }))).toBe('record.locked');
  });
});

describe('the lock on another computer', () => {
  it('comes along in an archive, and a copy beside another text is a draft', async () => {
    const [here, there] = [computer(), computer()];
    try {
      const client = here.client;
      valueOf(await client.meetings.create({ document: meeting, origin }));
      valueOf(await client.stages.step({ id, revision: 0, generation: '', stage: 'final', by: '林秘書', origin }));
      const bytes = await archiveOf(here);
      valueOf(await take(there, bytes));
      const change = { id, revision: 1, changes: { blocks: [paragraph(1, '改了一句。')] }, origin };
      expect(codeOf(await there.client.meetings.save(change))).toBe('record.locked');
      expect(codeOf(await there.client.meetings.rename({ id, title: '另一個名稱', origin }))).toBe('record.locked');
      valueOf(await there.client.stages.beginCorrection({ id, revision: 1, generation: '', by: '', reason: '誤植', origin }));
      valueOf(await take(there, bytes));
      const listed = valueOf(await there.client.meetings.list({ offset: 0, limit: 10 })).meetings;
      expect(listed.map(({ stage }) => stage).sort()).toEqual(['draft', 'final']);
    } finally {
      await here.close();
      await there.close();
    }
  });
});
