import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyRepairs, certainClasses, findDamage } from '../../text/damage.ts';
import { readClause } from './clause.ts';
import { recognise } from './index.ts';
import { peopleOf, readListing } from './listing.ts';
import type { Listed } from './said.ts';

/** 單位|職務|姓名 and what else is said. */
const short = ({ organisation, title, name, attendance, role, proxyName, seat }: Listed): string =>
  [`${organisation}|${title}|${name}`, attendance, role, seat && `<${seat}>`, proxyName !== undefined && `→${proxyName}`].filter(Boolean).join(' ');
const listed = (text: string) => readListing(text).people.map(short);

test('what nobody is called is not looked through for titles', () => {
  const start = performance.now();
  expect(listed(`出席：${'副'.repeat(10_000)}、石仲平`)).toEqual(['||石仲平 present']);
  expect(performance.now() - start).toBeLessThan(2000);
});

describe('a clause', () => {
  test.each([
    ['理事長石仲平', ['|理事長|石仲平']],
    ['副理事長方若蘭、唐以安、葛明遠', ['|副理事長|方若蘭', '|副理事長|唐以安', '|副理事長|葛明遠']],
    ['石仲平理事長、方若蘭', ['|理事長|石仲平', '||方若蘭']],
    ['青協理事長石仲平，副理事長方若蘭、唐以安', ['青協|理事長|石仲平', '青協|副理事長|方若蘭', '青協|副理事長|唐以安']],
    ['市園林局副局長方若蘭，理事長石仲平', ['市園林局|副局長|方若蘭', '|理事長|石仲平']],
    ['市園林局（以下簡稱園林局）副局長方若蘭', ['市園林局|副局長|方若蘭']],
    ['市園林局原副局長方若蘭', ['市園林局|原副局長|方若蘭']],
    ['青協專家委主任委員、林業大學研究院院長、國家林學院院士范若梅', ['青協專家委|主任委員、林業大學研究院院長、國家林學院院士|范若梅']],
    ['國務院應急專家、市消防局原局長吳仲將軍', ['國務院|應急專家、市消防局原局長、將軍|吳仲']],
    ['青協原秘書長柳思源、溫書瑜', ['青協|原秘書長|柳思源', '青協|原秘書長|溫書瑜']],
    ['石仲平和方若蘭', ['||石仲平', '||方若蘭']],
    ['石仲平同志', ['||石仲平']],
    ['王清秘書長', ['|秘書長|王清']],
    ['市園林局方若蘭', ['市園林局||方若蘭']],
    ['葛明遠委託方若蘭', ['||葛明遠 →方若蘭']],
    ['理事葛明遠委託他人', ['|理事|葛明遠 →']],
    ['Mary Ann Smith', ['||Mary Ann Smith']],
  ])('%s', (text, people) => expect(readClause(text).people.map(short)).toEqual(people));

  test.each(['各地協會會長、秘書長', '青協副理事長單位、常務理事單位和理事單位代表', '協會監事', '專家委委員、專家組組長', '特邀專家代表和秘書處全體工作人員', '全體理事', '有關單位', '林業廳', '會議在青禾會館召開'])(
    '%s names nobody',
    (text) => {
      const read = readClause(text);
      expect(read.people).toEqual([]);
      expect(read.unread.join('')).not.toBe('');
    },
  );
});

describe('a list', () => {
  test.each([
    ['one a line', '石仲平\n方若蘭\n唐以安', ['||石仲平', '||方若蘭', '||唐以安']],
    ['with numbers in front', '1. 石仲平\n2、方若蘭\n（3）唐以安\n四、葛明遠', ['||石仲平', '||方若蘭', '||唐以安', '||葛明遠']],
    ['with 、 between', '石仲平、方若蘭、唐以安', ['||石仲平', '||方若蘭', '||唐以安']],
    ['with blanks between', '石仲平 方若蘭　唐以安', ['||石仲平', '||方若蘭', '||唐以安']],
    ['with padded names', '王　清\n方若蘭\n石 仲 平', ['||王清', '||方若蘭', '||石仲平']],
    ['with title and organisation behind', '石仲平 理事長 青禾綠化協會\n方若蘭 副局長 市園林局', ['青禾綠化協會|理事長|石仲平', '市園林局|副局長|方若蘭']],
    ['with tabs and headings', '序號\t姓名\t單位\t職務\n1\t石仲平\t青禾苗木公司\t理事長\n2\t方若蘭\t市園林局\t副局長', ['青禾苗木公司|理事長|石仲平', '市園林局|副局長|方若蘭']],
    ['with tabs alone', '石仲平\t青禾苗木公司\t理事長\n方若蘭\t市園林局\t副局長', ['青禾苗木公司|理事長|石仲平', '市園林局|副局長|方若蘭']],
    ['with tabs, titles no list knows', '姓名\t單位\t職務\n石仲平\t青禾\t首席園丁', ['青禾|首席園丁|石仲平']],
    ['with tabs and states', '姓名\t出席情形\n石仲平\t出席\n方若蘭\t請假\n唐以安\t委託石仲平', ['||石仲平 present', '||方若蘭 leave', '||唐以安 proxy →石仲平']],
    ['under labels', '主席：石仲平\n出席理事：方若蘭、唐以安\n列席：監事溫書瑜\n請假：葛明遠\n紀錄：柳思源', [
      '||石仲平 present chair', '||方若蘭 present <理事>', '||唐以安 present <理事>', '|監事|溫書瑜 inAttendance', '||葛明遠 leave', '||柳思源 recorder',
    ]],
    ['under labels that stand alone', '出席：\n石仲平\n方若蘭\n請假：\n葛明遠', ['||石仲平 present', '||方若蘭 present', '||葛明遠 leave']],
    ['under titles', '理事長：石仲平\n常務理事：方若蘭、唐以安', ['|理事長|石仲平', '||方若蘭 <常務理事>', '||唐以安 <常務理事>']],
    ['with words in brackets', '石仲平（主席）、方若蘭（請假）、唐以安（委託石仲平）、溫書瑜(列席)', ['||石仲平 present chair', '||方若蘭 leave', '||唐以安 proxy →石仲平', '||溫書瑜 inAttendance']],
    ['each once', '石仲平、方若蘭\n石仲平 理事長', ['|理事長|石仲平', '||方若蘭']],
    ['simplified', '市园林局副局长方若兰，青禾协会理事长石仲平', ['市园林局|副局长|方若兰', '青禾协会|理事长|石仲平']],
  ])('%s', (_name, text, people) => expect(listed(text)).toEqual(people));

  test('what is no name for certain is given back', () => {
    expect(readListing('石仲平\n各會員單位\n忄无某')).toEqual({ people: [{ organisation: '', name: '石仲平', title: '' }], unread: ['各會員單位', '忄无某'] });
    expect(readListing('')).toEqual({ people: [], unread: [] });
  });
});

describe('sentences', () => {
  const lead =
    '松濤大學植物研究所所長、縣綠化委員會顧問、青協名譽理事長范若梅，縣水利管理處（以下簡稱水利處）副處長方若蘭，青協理事長石仲平，副理事長唐以安、' +
    '葛明遠、溫書瑜，水利處科長柳思源，水利處原科長牛恆，縣政府秘書室原主任趙日新，縣政府防災顧問、東港區消防隊原隊長吳仲強將軍，青協原總幹事靳蘭、張孝先等出席會議。' +
    '各社區綠化小組組長、總幹事，會員單位代表，協會監事，志工隊長及秘書處同仁等共160餘人參加會議。會議由王清秘書長主持。';

  test('a paragraph with everything in it names those who are named, and the chair', () => {
    const people = readListing(lead).people;
    expect(people.map(({ name }) => name)).toEqual(['范若梅', '方若蘭', '石仲平', '唐以安', '葛明遠', '溫書瑜', '柳思源', '牛恆', '趙日新', '吳仲強', '靳蘭', '張孝先', '王清']);
    expect(people.slice(0, 12).every(({ attendance, role }) => attendance === 'present' && role === undefined)).toBe(true);
    expect(short(people[12] as Listed)).toBe('|秘書長|王清 present chair');
    expect(people.slice(2, 6).map(({ organisation, title }) => `${organisation}${title}`)).toEqual(['青協理事長', '青協副理事長', '青協副理事長', '青協副理事長']);
    expect(people[1]).toMatchObject({ organisation: '縣水利管理處', title: '副處長' });
    expect(people[9]).toMatchObject({ organisation: '縣政府', title: expect.stringContaining('將軍') as string });
  });

  test.each([
    ['理事長石仲平、理事方若蘭出席，監事溫書瑜列席，葛明遠請假。', ['|理事長|石仲平 present', '|理事|方若蘭 present', '|監事|溫書瑜 inAttendance', '||葛明遠 leave']],
    ['出席會議的有：石仲平、方若蘭。', ['||石仲平 present', '||方若蘭 present']],
    ['石仲平出席會議，葛明遠委託方若蘭出席。', ['||石仲平 present', '||葛明遠 proxy →方若蘭']],
    ['石仲平、方若蘭出席會議。唐以安因公請假。葛明遠缺席。', ['||石仲平 present', '||方若蘭 present', '||唐以安 leave', '||葛明遠 absent']],
    ['方若蘭出席會議。會議由石仲平擔任主席，柳思源擔任紀錄。', ['||方若蘭 present', '||石仲平 present chair', '||柳思源 recorder']],
    ['石仲平、方若蘭出席會議。會議由石仲平理事長主持。', ['||石仲平 present chair', '||方若蘭 present']],
    ['2024年3月12日，青禾綠化協會召開了會議，石仲平出席會議。', ['||石仲平 present']],
  ])('%s', (text, people) => expect(listed(text)).toEqual(people));

  test('a record that is recognised has them on its roster', () => {
    const { roster, blocks, meta } = recognise(`${lead}\n方若蘭副局長致辭\n她指出，綠化要從社區做起。`, { region: 'CN', script: 'Hant' });
    expect(roster).toHaveLength(13);
    expect(roster.filter(({ role }) => role === 'chair').map(({ name }) => name)).toEqual(['王清']);
    expect(meta.chair).toBe('王清');
    expect(blocks[0]).toMatchObject({ kind: 'attendance', values: { form: 'narrative' } });
  });

  test('labels and the head make one roster', () => {
    const { roster } = recognise('時間：114年3月11日\n主席：石仲平　　紀錄：柳思源\n出席：石仲平、方若蘭\n列席：柳思源\n請假：葛明遠', { region: 'TW', script: 'Hant' });
    expect(roster.map(({ name, attendance, role }) => [name, attendance, role])).toEqual([
      ['石仲平', 'present', 'chair'],
      ['方若蘭', 'present', undefined],
      ['柳思源', 'inAttendance', 'recorder'],
      ['葛明遠', 'leave', undefined],
    ]);
  });

  test('a record that names nobody has an empty roster', () => {
    expect(recognise('主席：石仲平\n一、會務', { region: 'TW', script: 'Hant' }).roster).toEqual([]);
  });
});

test('a proxy is held by somebody of the same list, or of the roster that is there', () => {
  const there = peopleOf([{ organisation: '', name: '石仲平', title: '' }]);
  const people = peopleOf(readListing('方若蘭、唐以安（委託方若蘭）、葛明遠（委託石仲平）、溫書瑜（委託余則成）').people, 'present', there);
  expect(people.map(({ attendance }) => attendance)).toEqual(['present', 'proxy', 'proxy', 'proxy']);
  expect(people.map(({ proxy }) => proxy)).toEqual([undefined, people[0]?.id, there[0]?.id, undefined]);
});

const sample = new URL('../../../../shared/samples/council-meeting.txt', import.meta.url);
test.runIf(existsSync(sample))('a published record: its fifteen people and the chair of the day', () => {
  const source = readFileSync(sample, 'utf8');
  const damage = findDamage(source, (bytes) => new TextDecoder('gbk').decode(bytes));
  const text = applyRepairs(source, damage.repairs, certainClasses);
  const { roster } = recognise(text, { region: 'CN', script: 'Hant' });
  expect(roster).toHaveLength(16);
  expect(roster.filter(({ role }) => role === 'chair')).toHaveLength(1);
  expect(roster.at(-1)?.role).toBe('chair');
  expect(roster.every(({ name, title, attendance }) => name.length >= 2 && name.length <= 3 && title !== '' && attendance === 'present')).toBe(true);
  expect(roster.slice(0, 15).every(({ organisation }) => organisation !== '')).toBe(true);
  expect(new Set(roster.map(({ name }) => name)).size).toBe(16);
  // Three of one title, two of another, one with three titles, one general.
  const shared = Object.values(Object.fromEntries(roster.map((one) => [one.organisation + one.title, roster.filter((other) => other.organisation + other.title === one.organisation + one.title).length])));
  expect(shared.filter((count) => count > 1)).toEqual([3, 2]);
  expect(roster[0]?.title.split('、')).toHaveLength(3);
  expect(roster.filter(({ title }) => title.endsWith('將軍'))).toHaveLength(1);
  // Each stands in the first paragraph as it was read.
  const [lead = ''] = text.split('\n').filter((line) => line.includes(roster[0]?.name ?? '-'));
  for (const { name } of roster) expect(lead).toContain(name);
});
