import { describe, expect, it } from 'vitest';
import type { Followed } from '../minutes/blocks/follow-up/index.ts';
import { type Block, type BlockOf, sections } from '../minutes/blocks/index.ts';
import { type MinutesDocument, minutesDocumentSchema, newMinutes } from '../minutes/document.ts';
import { plain } from '../minutes/inline.ts';
import type { Outcome } from '../minutes/outcomes.ts';
import { documentText } from '../minutes/text.ts';
import { continueFrom, nextOf } from './continuity.ts';

const resolution = (id: string, matter: string, outcome: Outcome): Block => ({
  id, kind: 'resolution', heading: null, fields: { matter, decision: '' }, values: { form: 'itemised', matterKind: 'finance', outcome }, body: [{ id: `${id}b`, kind: 'paragraph', inline: plain('說明。') }],
});
const last: MinutesDocument = {
  ...newMinutes({ title: '青禾綠化協會第三屆理事會第四次會議紀錄', organisation: '青禾綠化協會', body: '理事會', term: 3, session: 4, start: '2024-01-19T09:30' }),
  id: 'lastmeeting1',
  roster: [
    { id: 'person0001', name: '石仲平', organisation: '', title: '理事長', attendance: 'present', arrived: '09:40' },
    { id: 'person0002', name: '葛明遠', organisation: '', title: '理事', attendance: 'proxy', proxy: 'person0001' },
  ],
  blocks: [
    sections.attendance.fixtures[0] as unknown as Block,
    resolution('resoconf1', '確認上次會議紀錄', 'passed'),
    { id: 'follow001', kind: 'followUp', heading: null, fields: {}, values: {}, body: [], data: { rows: [
      { id: 'row000001', decision: '老案', owner: '', progress: '辦理中', state: 'doing', from: { meetingId: 'older00001', blockId: 'reso0000' } },
      { id: 'row000002', decision: '辦好的案', owner: '', progress: '', state: 'done' },
    ] } },
    resolution('reso00001', '增聘顧問', 'passed'),
    resolution('reso00002', '苗圃續租', 'deferred'),
    resolution('reso00003', '章程修正', 'referred'),
    resolution('reso00004', '會費調整', 'rejected'),
    resolution('reso00005', '還沒討論', 'open'),
    { id: 'action001', kind: 'actions', heading: null, fields: {}, values: {}, body: [], data: { rows: [
      { id: 'row000003', task: '公告章程', owner: '柳思源', due: '2024-03-01', note: '' },
      { id: 'row000004', task: '已做的事', owner: '', due: '', note: '', done: { on: '2024-02-01', where: '' } },
    ] } },
  ],
};
const rowsOf = ({ blocks }: MinutesDocument): Followed[] => blocks.flatMap((block) => (block.kind === 'followUp' ? (block.data?.rows ?? []) : []));
const matters = ({ blocks }: MinutesDocument): string[] => blocks.flatMap((block) => (block.kind === 'resolution' ? [block.fields['matter'] ?? ''] : []));

describe('the next meeting of a body', () => {
  const next = nextOf(last);

  it('is a record that is right', () => {
    expect(minutesDocumentSchema.safeParse(next).error).toBeUndefined();
    expect(next.meta).toMatchObject({ term: 3, session: 5, title: '青禾綠化協會第三屆理事會第五次會議紀錄' });
  });

  it('follows up what was open, what was decided and what was to be done, each with the way back', () => {
    expect(rowsOf(next).map(({ decision, state, progress, from }) => [decision, state, progress, from])).toEqual([
      ['老案', 'doing', '辦理中', { meetingId: 'older00001', blockId: 'reso0000' }],
      ['增聘顧問', 'open', '', { meetingId: 'lastmeeting1', blockId: 'reso00001' }],
      ['公告章程（期限：113年3月1日）', 'open', '', { meetingId: 'lastmeeting1', blockId: 'action001', rowId: 'row000003' }],
    ]);
  });

  it('begins with the confirmation of the last record, and has what was put off or referred before new matters', () => {
    expect(matters(next)).toEqual(['確認上次會議紀錄', '苗圃續租', '章程修正', '']);
    expect(documentText(next)).toContain('《青禾綠化協會第三屆理事會第四次會議紀錄》已送各出席人員，提請確認。');
    expect(documentText(next)).toContain('本案經《青禾綠化協會第三屆理事會第四次會議紀錄》決議「緩議」，提請續行審議。');
    const [deferred] = next.blocks.filter((block): block is BlockOf<'resolution'> => block.kind === 'resolution').slice(1);
    expect(deferred?.values).toMatchObject({ matterKind: 'finance', outcome: 'open' });
  });

  it('names the corrections of the last record', () => {
    const corrected = { ...last, meta: { ...last.meta, corrections: [{ id: 'corr000001', at: '2024-02-01T02:00:00.000Z', by: '溫書瑜', reason: '出席人數應為二十一人', before: '0'.repeat(64), after: '1'.repeat(64) }] } };
    expect(documentText(nextOf(corrected))).toContain('定稿後更正（113年2月1日）：出席人數應為二十一人');
  });

  it('has last time’s roster, without when they came and who voted for whom', () => {
    expect(next.roster.map(({ name, attendance, arrived, proxy }) => [name, attendance, arrived, proxy])).toEqual([['石仲平', 'present', undefined, undefined], ['葛明遠', 'present', undefined, undefined]]);
  });

  it('counts on for years without gathering what is over', () => {
    let record = last;
    for (let turn = 0; turn < 6; turn++) record = { ...nextOf(record), id: `meeting000${turn}` };
    expect(record.meta).toMatchObject({ session: 10 });
    expect(record.blocks.filter((block) => block.kind === 'followUp')).toHaveLength(1);
    expect(rowsOf(record).map(({ decision }) => decision)).toEqual(['老案', '增聘顧問', '公告章程（期限：113年3月1日）']);
    expect(matters(record).filter((matter) => matter.startsWith('確認'))).toHaveLength(1);
    expect(minutesDocumentSchema.safeParse(record).error).toBeUndefined();
  });

  it('is said in the words of its region and script', () => {
    const mainland = nextOf({ ...last, meta: { ...last.meta, region: 'CN', script: 'Hans' } });
    expect(matters(mainland)[0]).toBe('确认上次会议记录');
    expect(matters(nextOf({ ...last, meta: { ...last.meta, region: 'HK' } }))[0]).toBe('通過上次會議記錄');
  });
});

describe('a new meeting from a template', () => {
  it('takes over the same, and keeps a roster that it has already', () => {
    const fresh = { ...newMinutes({ title: '第五次' }), blocks: [sections.attendance.fixtures[0] as unknown as Block, resolution('reso00009', '', 'open')] };
    const next = continueFrom(fresh, last);
    expect(next.blocks.map(({ kind }) => kind)).toEqual(['attendance', 'resolution', 'followUp', 'resolution', 'resolution', 'resolution']);
    expect(next.roster).toHaveLength(2);
    const own = [{ ...last.roster[0]!, id: 'person0009' }];
    expect(continueFrom({ ...fresh, roster: own }, last).roster).toEqual(own);
  });

  it('takes over nothing but the confirmation from a meeting that decided nothing', () => {
    const next = continueFrom(newMinutes(), { ...newMinutes({ title: '上次' }), blocks: [] });
    expect(next.blocks.map(({ kind }) => kind)).toEqual(['resolution', 'paragraph']);
  });
});
