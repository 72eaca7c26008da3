import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Block } from './blocks/index.ts';
import type { MinutesDocument } from './document.ts';
import { councilMeeting } from './fixtures.ts';
import { newId } from './id.ts';
import { sealedText, sealOf, shortSeal } from './seal.ts';
import { asDraft, correctionUnderway, isLocked, nextStages, sealingStep, stageOf } from './stage.ts';
import { correctionsOf } from './stage-words.ts';

const meeting = councilMeeting();
const seal = sealOf(meeting);
const withMeta = (meta: Partial<MinutesDocument['meta']>): MinutesDocument => ({ ...meeting, meta: { ...meeting.meta, ...meta } });
/** A section of a kind that this test knows, with data of its own. */
const sectionWith = (kind: string, data: unknown): Block =>
  ({ id: 'section00001', kind, heading: null, fields: {}, values: {}, body: [], data }) as unknown as Block;
const withSection = (kind: string, data: unknown): MinutesDocument => ({ ...meeting, blocks: [...meeting.blocks, sectionWith(kind, data)] });

describe('a seal', () => {
  it('is the sha256 of the sealed text', () => {
    expect(seal).toBe(createHash('sha256').update(sealedText(meeting), 'utf8').digest('hex'));
    expect(shortSeal('0123456789')).toBe('0123 4567');
  });

  it('does not depend on the order of keys, on the id of the record, or on what is as it begins', () => {
    const backwards = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(backwards) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, part]) => [key, backwards(part)])) : value;
    expect(sealOf(backwards(meeting) as MinutesDocument)).toBe(seal);
    expect(sealOf({ ...meeting, id: newId() })).toBe(seal);
    const learned = meeting.blocks.map((block) => ('fields' in block ? { ...block, fields: { ...block.fields, learnedLater: '' } } : block)) as Block[];
    expect(sealOf({ ...meeting, blocks: learned })).toBe(seal);
  });

  it('leaves out how far the record is, its corrections and its watermark', () => {
    const at = '2024-02-01T02:00:00.000Z';
    expect(sealOf(withMeta({ stages: [{ stage: 'final', at, by: '林秘書', seal }], corrections: [{ id: newId(), at, by: '', reason: '誤植', before: seal }], draftMark: 'none' }))).toBe(seal);
  });

  it('leaves out what the registers write: marks of what was done, numbers of decisions', () => {
    const rows = [{ id: 'row000000001', what: '寄送紀錄' }];
    expect(sealOf(withSection('actions', { rows: [{ ...rows[0], done: { at: '2024-02-02', meeting: 'x' } }] }))).toBe(sealOf(withSection('actions', { rows })));
    expect(sealOf(withSection('resolution', { number: '113-理-001', vote: { for: 3 } }))).toBe(sealOf(withSection('resolution', { vote: { for: 3 } })));
    expect(sealOf(withSection('resolution', { vote: { for: 4 } }))).not.toBe(sealOf(withSection('resolution', { vote: { for: 3 } })));
    expect(sealOf(withSection('actions', { rows: [{ ...rows[0], what: '另寄' }] }))).not.toBe(sealOf(withSection('actions', { rows })));
    // Only rows of actions are marked there: elsewhere the word is part of the text.
    expect(sealOf(withSection('resolution', { rows: [{ done: true }] }))).not.toBe(sealOf(withSection('resolution', { rows: [{}] })));
  });

  it('is another one for every change of the text', () => {
    const [first, second, ...rest] = meeting.blocks as [Block, Block, ...Block[]];
    const others: MinutesDocument[] = [
      withMeta({ title: `${meeting.meta.title} ` }),
      withMeta({ start: '2024-01-19T09:31' }),
      withMeta({ bodyId: newId() }),
      { ...meeting, roster: meeting.roster.slice(1) },
      { ...meeting, roster: meeting.roster.map((person, index) => (index === 0 ? { ...person, attendance: 'leave' as const } : person)) },
      { ...meeting, blocks: [second, first, ...rest] },
      { ...meeting, blocks: meeting.blocks.slice(1) },
      { ...meeting, blocks: [...meeting.blocks, { id: newId(), kind: 'paragraph', inline: [] }] },
    ];
    expect(new Set([seal, ...others.map(sealOf)]).size).toBe(others.length + 1);
  });
});

describe('how far a record is', () => {
  const at = (day: number) => `2024-02-0${day}T02:00:00.000Z`;
  const final = { stage: 'final' as const, at: at(2), by: '林秘書', seal };

  it('goes on step by step, back only from 送核 to 草稿', () => {
    expect(stageOf({})).toBe('draft');
    expect(nextStages).toEqual({ draft: ['submitted', 'final'], submitted: ['draft', 'final'], final: ['confirmed'], confirmed: [] });
  });

  it('is locked from 定稿 on, but not while a 更正 is under way', () => {
    const begun = { id: newId(), at: at(3), by: '林秘書', reason: '誤植', before: seal };
    expect(isLocked({ stages: [{ stage: 'submitted', at: at(1), by: '' }] })).toBe(false);
    expect(isLocked({ stages: [final] })).toBe(true);
    expect(isLocked({ stages: [final], corrections: [begun] })).toBe(false);
    expect(correctionUnderway({ corrections: [begun] })).toBe(begun);
    expect(isLocked({ stages: [final], corrections: [{ ...begun, after: seal }] })).toBe(true);
    expect(sealingStep({ stages: [final] })).toBe(final);
    expect(asDraft({ stages: [final], corrections: [begun], title: '甲' })).toEqual({ title: '甲' });
  });

  it('tells the next meeting what was corrected, and what no meeting has confirmed yet', () => {
    const one = { id: newId(), at: at(3), by: '林秘書', reason: '出席人數誤植。', before: seal, after: seal };
    const two = { ...one, id: newId(), at: at(5), reason: '案由漏字' };
    const open = { id: newId(), at: at(6), by: '', reason: '尚未完成', before: seal };
    const stages = [final, { stage: 'confirmed' as const, at: at(4), by: '第五次會議', seal }];
    const notes = correctionsOf(withMeta({ region: 'TW', script: 'Hant', stages, corrections: [one, two, open] }));
    expect(notes.map(({ day, reason, isPending }) => [day, reason, isPending])).toEqual([
      ['2024-02-03', '出席人數誤植。', false],
      ['2024-02-05', '案由漏字', true],
    ]);
    expect(correctionsOf(meeting)).toEqual([]);
  });
});
