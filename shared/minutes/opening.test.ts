import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blocks } from './blocks/index.ts';
import { documentVersion, newMinutes } from './document.ts';
import { plain } from './inline.ts';
import { climb, migrations } from './migrations/index.ts';
import { openDocument } from './opening.ts';
import { documentText } from './text.ts';

const fixtures = new URL('./migrations/fixtures/', import.meta.url);
const versions = Array.from({ length: documentVersion }, (_, index) => index + 1);
const frozen = (version: number) => readFileSync(new URL(`${version}.json`, fixtures), 'utf8');

describe('the ladder of versions', () => {
  it('has a frozen fixture of every version and a step up from every old one, and no others', () => {
    expect(readdirSync(fixtures).sort()).toEqual(versions.map((version) => `${version}.json`).sort());
    expect(Object.keys(migrations).map(Number)).toEqual(versions.slice(0, -1));
  });

  it.each(versions)('opens the frozen fixture of version %i for editing, with all of its text', (version) => {
    const opened = openDocument(frozen(version));
    expect(opened.state).toBe('editable');
    if (opened.state !== 'editable') return;
    expect(opened.document.version).toBe(documentVersion);
    expect(opened.document.meta.title).toBe('青禾綠化協會第三屆理事會第四次會議紀錄');
    expect(documentText(opened.document)).toContain('會議審議通過了《志工管理辦法》修訂案。');
  });

  it('has every kind of block in the fixture of the version that is written now', () => {
    const kinds = (JSON.parse(frozen(documentVersion)) as { blocks: { kind: string }[] }).blocks.map((block) => block.kind);
    expect(new Set(kinds)).toEqual(new Set(Object.keys(blocks)));
  });

  it('climbs step by step, and not over a missing step', () => {
    const ladder = {
      1: (record: Record<string, unknown>) => ({ ...record, place: record.room }),
      2: (record: Record<string, unknown>) => ({ ...record, place: `${record.place as string}會議廳` }),
    };
    expect(climb({ version: 1, room: '二樓' }, 3, ladder)).toEqual({ version: 3, room: '二樓', place: '二樓會議廳' });
    expect(climb({ version: 1 }, 4, ladder)).toBeNull();
  });
});

describe('opening a record', () => {
  const minutes = {
    ...newMinutes({ title: '青禾綠化協會會員大會', chair: '石仲平' }),
    blocks: [
      { id: 'para000001', kind: 'paragraph' as const, inline: [...plain('會議於上午'), ...plain('九時開始。')] },
      { id: 'para000002', kind: 'paragraph' as const, inline: plain('散會。') },
    ],
  };

  it('gives back what was kept', () => {
    expect(openDocument(JSON.parse(JSON.stringify(minutes)))).toEqual({ state: 'editable', document: minutes });
  });

  it('reads a newer one without touching it', () => {
    const newer = { ...minutes, version: documentVersion + 1, votes: [{ matter: '增聘顧問' }] };
    expect(openDocument(newer)).toEqual({
      state: 'readOnly',
      title: '青禾綠化協會會員大會',
      text: '青禾綠化協會會員大會\n石仲平\n會議於上午九時開始。\n散會。\n增聘顧問',
      reason: { code: 'document.newer' },
    });
  });

  it('reads what is left of a damaged one, in order', () => {
    const damaged = { ...minutes, blocks: [...minutes.blocks, { id: 'x', kind: 'vote', question: '是否同意？', rows: [['贊成', '五']] }] };
    const opened = openDocument(damaged);
    expect(opened).toMatchObject({ state: 'readOnly', reason: { code: 'document.damaged' } });
    expect(opened.state === 'readOnly' && opened.text.split('\n').slice(-4)).toEqual(['散會。', '是否同意？', '贊成', '五']);
  });

  it('reads text that was cut short', () => {
    const json = JSON.stringify(minutes);
    const opened = openDocument(json.slice(0, json.indexOf('始。')));
    expect(opened).toMatchObject({ state: 'readOnly', reason: { code: 'document.damaged' } });
    expect(opened.state === 'readOnly' && opened.text).toContain('青禾綠化協會會員大會\n石仲平\n會議於上午\n九時開');
  });

  it.each([[null], [undefined], [42], [[]], [''], ['青禾'], [{}], [{ version: 0 }], [{ version: -5 }], [{ version: 'x' }]])(
    'does not fall over %j',
    (json) => {
      expect(openDocument(json)).toMatchObject({ state: 'readOnly', reason: { code: 'document.damaged' } });
    },
  );

  it('gives blocks and people that share an id their own, the same each time', () => {
    const person = { id: 'person1', name: '方若蘭', organisation: '', title: '', attendance: 'present' as const };
    const [first, second] = minutes.blocks;
    const doubled = { ...minutes, roster: [person, person], blocks: [first!, { ...second!, id: first!.id }, second!] };
    const opened = openDocument(doubled);
    expect(opened.state === 'editable' && opened.document.blocks.map((block) => block.id)).toEqual([
      'para000001',
      'para000001d2',
      'para000002',
    ]);
    expect(opened.state === 'editable' && opened.document.roster.map((one) => one.id)).toEqual(['person1', 'person1d2']);
    expect(openDocument(doubled)).toEqual(opened);
  });
});
