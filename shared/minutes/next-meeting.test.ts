import { describe, expect, it } from 'vitest';
import { type Block, type BlockOf, sections } from './blocks/index.ts';
import { collectBlanks } from './blanks.ts';
import { minutesDocumentSchema, newMinutes } from './document.ts';
import { plain } from './inline.ts';
import { nextMeeting, nextTitle } from './next-meeting.ts';
import { documentText } from './text.ts';
import { blocksWithin } from './walk.ts';

describe('the title of the next meeting', () => {
  it.each([
    ['青禾綠化協會第三屆理事會第四次會議紀錄', '青禾綠化協會第三屆理事會第五次會議紀錄'],
    ['第六届理事会第9次会议纪要', '第六届理事会第10次会议纪要'],
    ['第三屆第二十次常務理事會', '第三屆第二十一次常務理事會'],
    ['六屆四次理事會', '六屆五次理事會'],
    ['第 3 屆第 12 次會員大會', '第 3 屆第 13 次會員大會'],
    ['第二次籌備會暨第一次座談', '第二次籌備會暨第二次座談'],
    ['年度會員大會', '年度會員大會'],
    ['多次協商紀要', '多次協商紀要'],
    ['', ''],
  ])('of 「%s」 is 「%s」', (title, next) => {
    expect(nextTitle(title)).toBe(next);
  });
});

describe('the next meeting', () => {
  const fixture = <Kind extends keyof typeof sections>(kind: Kind) => sections[kind].fixtures[0] as unknown as BlockOf<Kind>;
  const heading = (id: string, text: string): Block => ({ id, kind: 'heading', level: 1, inline: plain(text) });
  const paragraph = (id: string): Block => ({ id, kind: 'paragraph', inline: plain('上次寫的話。') });
  const [narrative, itemised] = sections.resolution.fixtures as unknown as [BlockOf<'resolution'>, BlockOf<'resolution'>];
  const last = {
    ...newMinutes({
      title: '青禾綠化協會第三屆理事會第四次會議紀錄',
      organisation: '青禾綠化協會',
      body: '理事會',
      term: 3,
      session: 4,
      start: '2024-01-19T09:30',
      end: '2024-01-19T11:30',
      place: '二樓會議廳',
      chair: '石仲平',
      recorder: '溫書瑜',
      documentNumber: '青綠字第1130004號',
    }),
    roster: [
      { id: 'person1', name: '石仲平', organisation: '', title: '理事長', attendance: 'present' as const },
      { id: 'person2', name: '方若蘭', organisation: '市園林局', title: '副局長', attendance: 'inAttendance' as const },
    ],
    blocks: [
      paragraph('intro0001'),
      paragraph('intro0002'),
      fixture('attendance'),
      fixture('speech'),
      fixture('report'),
      heading('head00001', '審議事項'),
      narrative,
      { ...narrative, id: 'reso00009' },
      itemised,
      heading('head00002', '分組討論'),
      paragraph('disc00001'),
      paragraph('disc00002'),
      heading('head00003', '散會'),
    ] as Block[],
  };
  const next = nextMeeting(last);

  it('is a record of its own', () => {
    expect(minutesDocumentSchema.safeParse(next).error).toBeUndefined();
    const ids = (document: typeof last) => [
      document.id,
      ...document.roster.map((person) => person.id),
      ...document.blocks.flatMap((block) => [...blocksWithin(block)].map((one) => one.id)),
    ];
    expect(ids(next as typeof last).filter((id) => ids(last).includes(id))).toEqual([]);
  });

  it('counts one on and keeps what stays, without the times and the number', () => {
    expect(next.meta).toEqual({
      ...last.meta,
      title: '青禾綠化協會第三屆理事會第五次會議紀錄',
      session: 5,
      start: null,
      end: null,
      documentNumber: '',
    });
    expect(next.roster.map(({ name, attendance }) => [name, attendance])).toEqual([['石仲平', 'present'], ['方若蘭', 'inAttendance']]);
  });

  it('keeps headings and sections, and asks for what was written in them', () => {
    expect(next.blocks.map((block) => block.kind)).toEqual([
      'paragraph',
      'attendance',
      'speech',
      'report',
      'heading',
      'resolution',
      'resolution',
      'heading',
      'paragraph',
      'heading',
    ]);
    const text = documentText(next);
    expect(text).not.toContain('上次');
    expect(text).not.toContain('志工');
    expect(text).not.toContain('植樹');
    expect(collectBlanks(next).length).toBeGreaterThanOrEqual(7);
  });

  it('fills the attendance from the roster, keeps who reports, and asks who speaks and what is decided', () => {
    const find = (kind: string) => next.blocks.find((block) => block.kind === kind);
    expect(find('attendance')).toMatchObject({ fields: { present: '石仲平理事長', inAttendance: '市園林局方若蘭副局長', leave: '' } });
    expect(find('report')).toMatchObject({ fields: { name: '石仲平', title: '理事長', report: '' } });
    expect(find('speech')).toMatchObject({ heading: null, fields: { organisation: '', name: '', title: '' } });
    expect(next.blocks.filter((block) => block.kind === 'resolution').map((block) => ({ ...block.fields, ...block.values }))).toEqual([
      { matter: '', decision: '', form: 'narrative', matterKind: 'general', outcome: 'open' },
      { matter: '', decision: '', form: 'itemised', matterKind: 'general', outcome: 'open' },
    ]);
  });

  it('leaves the last meeting as it was, and starts from an empty record too', () => {
    expect(last.meta.session).toBe(4);
    expect(nextMeeting({ ...newMinutes(), blocks: [] }).blocks).toHaveLength(1);
  });
});

it('leads a mention in a heading to the same person in the next roster', () => {
  const document = { ...newMinutes(), roster: [{ id: 'before000001', name: '石仲平', organisation: '', title: '理事長', attendance: 'present' as const }] };
  const next = nextMeeting({ ...document, blocks: [{ id: 'head00000001', kind: 'heading', level: 1, inline: [{ type: 'text', text: '理事長石仲平', person: 'before000001' }] }] });
  expect(next.roster[0]?.id).not.toBe('before000001');
  expect(next.blocks[0]).toMatchObject({ inline: [{ text: '理事長石仲平', person: next.roster[0]?.id }] });
});

it('writes an attendance that is a paragraph anew from the roster', () => {
  const [, narrative] = sections.attendance.fixtures;
  const person = { id: 'before000001', name: '石仲平', organisation: '', title: '理事長', attendance: 'present' as const, role: 'chair' as const };
  const next = nextMeeting({ ...newMinutes({ region: 'CN', script: 'Hant' }), roster: [person, { ...person, id: 'before000002', name: '方若蘭', title: '理事', role: undefined }], blocks: [narrative as Block] });
  expect(documentText(next)).toBe('石仲平\n理事長石仲平，理事方若蘭出席會議。會議由石仲平理事長主持。');
});
