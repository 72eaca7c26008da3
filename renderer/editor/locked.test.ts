/** What is final stays as it is in the editor, whatever tries to change it; how far a record is, no undo takes back. */
import { $createTextNode, $getRoot, $isElementNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import type { StageStep } from '#shared/minutes/stage.ts';
import { createSession } from './session.ts';

const at = '2024-02-01T02:00:00.000Z';
const final: StageStep = { stage: 'final', at, by: '林秘書', seal: 'a'.repeat(64) };
const submitted: StageStep = { stage: 'submitted', at, by: '林秘書' };
const withStages = (stages: StageStep[], more: Partial<MinutesDocument['meta']> = {}): MinutesDocument => {
  const meeting = councilMeeting();
  return { ...meeting, meta: { ...meeting.meta, stages, ...more } };
};
const settled = () => new Promise((done) => setTimeout(done));

describe('a frozen text', () => {
  it('takes nothing for as long as the work is under way, and everything after it', async () => {
    const session = createSession(councilMeeting());
    const before = session.document();
    let done = () => {};
    const work = session.freezeDuring(() => new Promise<void>((finish) => (done = finish)));
    session.setMeta({ place: '另一個地點' });
    expect(session.editor.isEditable()).toBe(false);
    expect(session.document()).toEqual(before);
    done();
    await work;
    session.setMeta({ place: '另一個地點' });
    expect(session.document().meta.place).toBe('另一個地點');
  });

  it('can be written in again where the work failed', async () => {
    const session = createSession(councilMeeting());
    await expect(session.freezeDuring(() => Promise.reject(new Error('unreachable')))).rejects.toThrow();
    expect(session.editor.isEditable()).toBe(true);
  });
});

describe('a final record in the editor', () => {
  it('is given back as it was, with its steps, its body and its watermark', () => {
    const document = withStages([final], { bodyId: newId(), draftMark: 'none' });
    const session = createSession(document);
    expect(session.document()).toEqual(document);
    expect(session.takeChanges()).toBeNull();
    expect(session.view.getState().meta.stages).toEqual([final]);
    expect(session.editor.isEditable()).toBe(false);
  });

  it('takes nothing from the panes, from restoring, from undo or from an update beside them', async () => {
    const document = withStages([final]);
    const session = createSession(document);
    session.setMeta({ title: '另一個名稱' });
    session.setRoster([]);
    session.setSection(document.blocks.find(({ kind }) => kind === 'resolution')!.id, { values: { outcome: 'rejected' } });
    session.insertBlocks([{ id: newId(), kind: 'paragraph', inline: [] }]);
    session.put({ ...document, blocks: document.blocks.slice(1) });
    session.undo();
    session.editor.update(
      () => {
        const last = $getRoot().getLastChild();
        if ($isElementNode(last)) last.append($createTextNode('丟進來的字'));
      },
      { discrete: true },
    );
    await settled();
    expect(session.document()).toEqual(document);
    expect(session.takeChanges()).toBeNull();
  });

  it('may go out in another layout, which is no part of what was sealed', async () => {
    const document = withStages([final]);
    const session = createSession(document);
    session.setMeta({ layout: 'taiwan' });
    session.setMeta({ layout: 'gbt9704', title: '另一個名稱' });
    await settled();
    expect(session.document().meta).toMatchObject({ layout: 'taiwan', title: document.meta.title });
    expect(session.takeChanges()?.meta).toMatchObject({ layout: 'taiwan' });
    expect(session.editor.isEditable()).toBe(false);
  });

  it('opens for a 更正 and locks again as the store says, keeping what was written', async () => {
    const document = withStages([final]);
    const session = createSession(document);
    const correcting = withStages([final], { corrections: [{ id: newId(), at, by: '', reason: '誤植', before: final.seal! }] });
    session.replace(correcting);
    expect(session.editor.isEditable()).toBe(true);
    session.setMeta({ title: '更正過的名稱' });
    expect(session.document()).toEqual({ ...correcting, meta: { ...correcting.meta, title: '更正過的名稱' } });
    expect(session.takeChanges()?.meta).toMatchObject({ title: '更正過的名稱', corrections: correcting.meta.corrections });
    session.replace({ ...document, meta: { ...document.meta, title: '更正過的名稱' } });
    expect(session.editor.isEditable()).toBe(false);
    await settled();
    expect(session.document().meta.title).toBe('更正過的名稱');
  });

  it('never goes back a stage by undo or by restoring an older version', () => {
    const document = withStages([submitted]);
    const session = createSession(document);
    session.setMeta({ title: '改過' });
    session.put(councilMeeting());
    expect(session.document().meta.stages).toEqual([submitted]);
    session.undo();
    session.undo();
    expect(session.document().meta.stages).toEqual([submitted]);
    expect(session.view.getState().meta.stages).toEqual([submitted]);
  });
});
