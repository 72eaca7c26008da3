import { describe, expect, it } from 'vitest';
import { layoutIds, layouts } from '../layouts/index.ts';
import { blocks } from '../minutes/blocks/index.ts';
import type { Block } from '../minutes/blocks/index.ts';
import { newMinutes } from '../minutes/document.ts';
import type { Person } from '../minutes/roster.ts';
import { printToText } from '../print/text.ts';
import { excerptDocument, excerptFileWords } from './index.ts';

const person = (id: string, attendance: Person['attendance'], more: Partial<Person> = {}): Person => ({ id: id.padEnd(12, '0'), name: id, organisation: '', title: '', attendance, ...more });
const before = { id: 'para00000001', kind: 'paragraph', inline: [{ type: 'text', text: '前一段。' }] } as Block;
const after = { ...before, id: 'para00000002', inline: [{ type: 'text', text: '後一段。' }] } as Block;
const numbered = { ...blocks.resolution.fixtures[1]!, data: { number: '第6屆第4次-3', vote: { inPerson: 9, inFavour: 8, against: 1, abstained: 0 } } } as Block;
const record = {
  ...newMinutes({ title: '青禾綠化協會第六屆理事會第四次會議紀錄', organisation: '青禾綠化協會', body: '理事會', term: 6, session: 4, start: '2024-01-19T09:30', place: '二樓會議廳', chair: '石仲平', recorder: '唐以安' }),
  roster: [person('石仲平', 'present'), person('柳思源', 'present'), person('葛明遠', 'leave'), person('方若蘭', 'inAttendance')],
  blocks: [before, numbered, blocks.resolution.fixtures[2] as Block, blocks.election.fixtures[0] as Block, after],
};
const text = (blockId: string, layout = layouts.association) => printToText(excerptDocument(record, blockId, layout)!);

describe('決議摘錄', () => {
  it('has the head of the meeting, the one matter with its vote and number, where it is from, and lines to sign', () => {
    const lines = text('reso00000003').split('\n');
    expect(lines[0]).toBe('青禾綠化協會第六屆理事會第四次會議決議摘錄');
    expect(lines.slice(1, 5)).toEqual(['時間：民國113年1月19日（星期五）上午9時30分', '地點：二樓會議廳', '主席：石仲平', '出席：應到3人，實到2人，列席1人']);
    expect(lines).toContain('案由：增聘園藝顧問二名');
    expect(lines).toContain('表決：出席9人，贊成8票、反對1票、棄權0票。');
    expect(lines).toContain('決議編號：第6屆第4次-3');
    expect(lines).toContain('以上節錄自青禾綠化協會第六屆理事會第四次會議紀錄。');
    expect(lines).toContain('主席：＿＿＿＿＿＿＿＿');
    for (const other of ['前一段', '後一段', '章程', '常務理事']) expect(lines.join('')).not.toContain(other);
  });

  it('tells a vote once where the text tells it already, and shows an election with its table', () => {
    expect(text('reso00000005').match(/贊成/g)).toHaveLength(1);
    const election = text('elec00000001');
    expect(election).toContain('會議紀錄摘錄');
    expect(election).toContain('第四屆常務理事');
    expect(election).toContain('柳思源');
    expect(election).not.toContain('後一段');
  });

  it.each(layoutIds)('is a paper of the layout %s, without what that puts around a whole record', (id) => {
    const print = excerptDocument(record, 'reso00000003', layouts[id])!;
    expect(print.foot).toEqual([]);
    expect(print.title).toContain(print.script === 'Hans' ? '摘录' : '摘錄');
    expect(print.region).toBe(layouts[id].writing.region ?? 'TW');
  });

  it('is called after the matter, and there is none of what the record does not have', () => {
    expect(excerptFileWords(record, 'reso00000003')).toBe('決議摘錄_增聘園藝顧問二名');
    expect(excerptDocument(record, 'none00000000', layouts.association)).toBeNull();
    expect(excerptDocument(record, 'para00000001', layouts.association)).toBeNull();
  });
});
