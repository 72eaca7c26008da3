import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Region, Script } from '../../language.ts';
import { blockSchema } from '../blocks/index.ts';
import { inlineText, plain } from '../inline.ts';
import { readListing } from '../recognise/listing.ts';
import { type AttendanceState, type Person, rosterLines } from '../roster.ts';
import { type AttendanceForm, emptyAttendance, narrative, tableWords, writtenAttendance } from './attendance-text.ts';
import { compareAttendance, rosterFromText } from './compare.ts';
import { rosterFindings } from './findings.ts';

const person = (name: string, patch: Partial<Person> = {}): Person => ({ id: `pers${[...name].map((sign) => sign.charCodeAt(0).toString(36)).join('')}`, name, organisation: '', title: '', attendance: 'present', ...patch });
const chair = person('石仲平', { title: '理事長', role: 'chair' });
const roster: Person[] = [
  person('方若蘭', { title: '副局長', organisation: '市園林局' }),
  chair,
  person('唐以安', { title: '副理事長' }),
  person('余則成', { title: '副理事長' }),
  person('葛明遠', { title: '理事', attendance: 'proxy', proxy: chair.id }),
  person('溫書瑜', { title: '監事', attendance: 'inAttendance' }),
  person('柳思源', { title: '秘書', attendance: 'inAttendance', role: 'recorder' }),
  person('牛恆', { title: '理事', attendance: 'leave' }),
  person('靳蘭', { attendance: 'absent' }),
];
const CN = { region: 'CN', script: 'Hant' } as const;
const TW = { region: 'TW', script: 'Hant' } as const;
const written = (form: AttendanceForm, people: readonly Person[] = roster, paper: { region: Region; script: Script } = TW) => writtenAttendance(emptyAttendance(form), people, paper);

describe('what the roster writes', () => {
  test('a paragraph on the mainland', () => {
    expect(narrative(roster, CN)).toBe(
      '市園林局副局長方若蘭，理事長石仲平，副理事長唐以安、余則成出席會議。理事葛明遠委託石仲平出席會議。監事溫書瑜，秘書柳思源列席會議。理事牛恆請假。靳蘭缺席。會議由石仲平理事長主持。',
    );
  });
  test('a paragraph in Taiwan and in Hong Kong: who chairs and who takes the minutes, in their words', () => {
    expect(narrative(roster, TW)).toMatch(/會議由理事長石仲平擔任主席，秘書柳思源擔任紀錄。$/);
    expect(narrative(roster, { region: 'HK', script: 'Hant' })).toMatch(/會議由石仲平理事長擔任主席，柳思源秘書擔任記錄。$/);
    expect(narrative([chair], { region: 'CN', script: 'Hans' })).toBe('理事長石仲平出席会议。会议由石仲平理事長主持。');
    expect(narrative([], TW)).toBe('');
  });
  test('labelled lists, with who holds a proxy', () => {
    const { fields, body } = written('lists');
    expect(fields).toEqual({ chair: '石仲平', present: '市園林局方若蘭副局長、石仲平理事長、唐以安副理事長、余則成副理事長', proxy: '葛明遠理事（委託石仲平）', inAttendance: '溫書瑜監事、柳思源秘書', leave: '牛恆理事', absent: '靳蘭' });
    expect(body).toEqual([]);
    expect(rosterLines(roster, 'Hans').proxy).toBe('葛明遠理事（委托石仲平）');
  });
  test('a sign-in table, without columns that nobody fills', () => {
    const [table] = written('table').body;
    if (table?.kind !== 'table') throw new Error('no table');
    const rows = tableWords(table);
    expect(rows[0]).toEqual(['序號', '姓名', '職稱', '單位', '出席情形', '簽到']);
    expect(rows[5]).toEqual(['5', '葛明遠', '理事', '', '委託石仲平', '']);
    expect(blockSchema.safeParse(written('table')).error).toBeUndefined();
    const [plainTable] = written('table', [person('甲')]).body;
    expect(plainTable?.kind === 'table' && tableWords(plainTable)[0]).toEqual(['序號', '姓名', '出席情形', '簽到']);
  });
  test('one form takes the place of another, and what else stands in the section stays', () => {
    const note = { id: 'note000001', kind: 'paragraph' as const, inline: plain('應到九人，實到五人，已達法定人數。') };
    let section = { ...written('lists'), body: [note] };
    for (const form of ['narrative', 'table', 'narrative', 'lists'] as const) section = { ...writtenAttendance(section, roster, TW, form), body: writtenAttendance(section, roster, TW, form).body as (typeof note)[] };
    expect(section.body).toEqual([note]);
    expect(section.fields).toEqual(written('lists').fields);
    const told = writtenAttendance({ ...section, values: { form: 'narrative' } }, roster, TW);
    expect(told.body.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
    expect(told.body.map((block) => ('inline' in block ? inlineText(block.inline) : '')).at(-1)).toBe('應到九人，實到五人，已達法定人數。');
    expect(told.fields['present']).toBe('');
  });
});

describe('text and roster', () => {
  test.each(['lists', 'narrative', 'table'] as const)('as %s just written they say the same', (form) => {
    for (const paper of [CN, TW, { region: 'HK', script: 'Hans' } as const]) expect(compareAttendance(written(form, roster, paper), roster)).toEqual([]);
  });
  test('an empty section says nothing, so that nothing differs', () => {
    expect(compareAttendance(emptyAttendance(), roster)).toEqual([]);
  });
  test.each(['lists', 'narrative', 'table'] as const)('as %s every difference is found, and either side can follow', (form) => {
    const section = written(form);
    const other = roster
      .filter(({ name }) => name !== '唐以安')
      .map((one) => (one.name === '牛恆' ? { ...one, attendance: 'present' as const } : one))
      .concat(person('范若梅', { attendance: 'inAttendance' }));
    const differences = compareAttendance(section, other);
    expect(differences.map((one) => (one.kind === 'chair' ? 'chair' : `${one.kind} ${one.name}`)).sort()).toEqual(['onlyInRoster 范若梅', 'onlyInText 唐以安', 'otherState 牛恆']);
    expect(compareAttendance(writtenAttendance(section, other, TW), other)).toEqual([]);
    const followed = rosterFromText(section, other);
    expect(compareAttendance(section, followed)).toEqual([]);
    expect(followed.find(({ name }) => name === '唐以安')).toMatchObject({ title: '副理事長', attendance: 'present' });
  });
  test('who stayed away need not be in the text, unless the text lists those', () => {
    const silent = { ...emptyAttendance(), fields: { chair: '', present: '石仲平、方若蘭', proxy: '', inAttendance: '', leave: '', absent: '' } };
    const people = [person('石仲平'), person('方若蘭'), person('靳蘭', { attendance: 'absent' }), person('牛恆', { attendance: 'leave' })];
    expect(compareAttendance(silent, people)).toEqual([{ kind: 'onlyInRoster', name: '牛恆', state: 'leave', personId: people[3]?.id }]);
    expect(rosterFromText(silent, people).map(({ attendance }) => attendance)).toEqual(['present', 'present', 'absent', 'absent']);
    const telling = { ...silent, fields: { ...silent.fields, absent: '葛明遠' } };
    expect(rosterFromText(telling, people).map(({ name }) => name)).toEqual(['石仲平', '方若蘭', '葛明遠']);
  });
  test('another chair, script and padding of names, and names that no rule knows', () => {
    const section = { ...emptyAttendance(), fields: { chair: '方若兰', present: '石仲平、方若兰、Δημήτρης、王　清', proxy: '', inAttendance: '', leave: '', absent: '' } };
    const people = [person('石仲平', { role: 'chair' }), person('方若蘭'), person('Δημήτρης'), person('王清')];
    expect(compareAttendance(section, people)).toEqual([{ kind: 'chair', text: '方若兰', roster: '石仲平' }]);
    expect(rosterFromText(section, people).map(({ role }) => role)).toEqual([undefined, 'chair', undefined, undefined]);
  });
  test('「…等出席會議」 names some of those who came, guests among them: only who is on no roster differs', () => {
    const section = {
      ...emptyAttendance('narrative'),
      body: [{ id: 'para000001', kind: 'paragraph' as const, inline: plain('市園林局副局長方若蘭，理事長石仲平，監事溫書瑜等出席會議。會議由石仲平理事長主持。') }],
    };
    const guest = person('方若蘭', { attendance: 'inAttendance' });
    expect(compareAttendance(section, [chair, guest, person('溫書瑜'), person('唐以安'), person('葛明遠', { attendance: 'leave' })])).toEqual([]);
    expect(compareAttendance(section, [chair, guest]).map((one) => `${one.kind} ${'name' in one ? one.name : ''}`)).toEqual(['onlyInText 溫書瑜']);
    expect(compareAttendance(section, [chair, { ...guest, attendance: 'leave' }, person('溫書瑜')]).map(({ kind }) => kind)).toEqual(['otherState']);
  });
  test('a text by hand names groups too: they are not missed on the roster', () => {
    const section = {
      ...emptyAttendance('narrative'),
      body: [{ id: 'para000001', kind: 'paragraph' as const, inline: plain('青協理事長石仲平，副理事長唐以安、余則成等出席會議。各會員單位代表共86人參加會議。會議由石仲平理事長主持。') }],
    };
    expect(compareAttendance(section, [chair, person('唐以安'), person('余則成')])).toEqual([]);
  });
});

const surnames = [...'石方唐余葛溫柳牛靳范王'];
const given = [...'仲平若蘭以安則成明遠書瑜思源晉鳳楠'];
const people = fc.uniqueArray(
  fc.record({
    name: fc.tuple(fc.constantFrom(...surnames), fc.array(fc.constantFrom(...given), { minLength: 1, maxLength: 2 })).map(([surname, rest]) => surname + rest.join('')),
    organisation: fc.constantFrom('', '市園林局', '青禾綠化協會', '林業大學'),
    title: fc.constantFrom('', '理事長', '副理事長', '理事', '監事', '副局長', '教授', '原秘書長', '主任委員、林業大學教授'),
    attendance: fc.constantFrom<AttendanceState>('present', 'inAttendance', 'leave', 'absent'),
  }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 18 },
);

test.each(['lists', 'narrative', 'table'] as const)('whatever the roster writes as %s is read back: the same people in the same state', (form) => {
  fc.assert(
    fc.property(people, fc.constantFrom<Region>('CN', 'TW', 'HK'), (list, region) => {
      const all = list.map((one) => person(one.name, one));
      expect(compareAttendance(written(form, all, { region, script: 'Hant' }), all)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a paragraph gives back titles and organisations too', () => {
  fc.assert(
    fc.property(people, (list) => {
      const all = list.map((one) => person(one.name, { ...one, attendance: 'present', organisation: one.title === '' ? '' : one.organisation || '青禾綠化協會' }));
      const read = readListing(narrative(all, CN)).people;
      expect(read.map(({ name, title, organisation }) => ({ name, title, organisation }))).toEqual(all.map(({ name, title, organisation }) => ({ name, title, organisation })));
      expect(rosterFindings(all)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
