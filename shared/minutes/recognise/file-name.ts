/** What the name of a file says of its meeting: 20240119_六屆四次理事會_紀要.docx, 113.01.19 理監事會議紀錄.doc. */
import { type CivilParts, civilParts, civilTime } from '../../text/dates.ts';
import { foldScript } from '../../text/fold.ts';
import { numeralPattern, parseNumeral } from '../../text/numerals.ts';
import type { Meta } from '../meta.ts';

type Named = Partial<Pick<Meta, 'title' | 'organisation' | 'body' | 'term' | 'session' | 'start'>>;

/** Longest first. */
const bodies = /会员代表大会|会员大会|理监事联席会议?|理监事会|常务理事会|常务监事会|常务委员会|联席会议|理事会|监事会|董事会|股东大会|股东会|委员会|党组会|办公会/d;
const count = `${numeralPattern}{1,5}`;
const termForm = new RegExp(`第?(${count})届`);
const sessionForm = new RegExp(`第?(${count})次`);

/** In this order; the first that is a day of the calendar counts. */
const days: readonly (readonly [RegExp, 'western' | 'republic'])[] = [
  [/(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/, 'western'],
  [/(?<!\d)((?:19|20)\d\d)\s*[-._/年]\s*(\d{1,2})\s*[-._/月]\s*(\d{1,2})(?!\d)日?/, 'western'],
  [/(?<!\d)(?:民国\s*)?(\d{2,3})\s*[-._/年]\s*(\d{1,2})\s*[-._/月]\s*(\d{1,2})(?!\d)日?/, 'republic'],
  [/(?<!\d)(1\d\d|0\d\d)(\d\d)(\d\d)(?!\d)/, 'republic'],
];

/** What is said by the words of a name beside the meeting's own. */
const rest = /^(?:附件|草稿|初稿|定稿|最终版|修正版|正式版|副本|复本|copy|final|draft|v\d+|\d+)$/i;

/** What a file name says, its folder and ending left out; keys that it does not say are absent. */
export function fromFileName(path: string): Named {
  const name = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[a-z0-9]{1,5}$/i, '').trim();
  const folded = foldScript(name);
  const named: Named = {};
  const day = dayIn(folded);
  if (day) named.start = day.time;
  const bare = day ? `${folded.slice(0, day.from)}\n${folded.slice(day.to)}` : folded;
  const [term, session] = [termForm, sessionForm].map((form) => parseNumeral(form.exec(bare)?.[1] ?? '') || null);
  if (term) named.term = term;
  if (session) named.session = session;
  const body = bodies.exec(folded)?.indices?.[0];
  if (body) named.body = name.slice(...body);
  const title = titleIn(name, day);
  if (title !== '') named.title = title;
  return named;
}

function dayIn(folded: string): { time: string; from: number; to: number } | null {
  for (const [form, era] of days) {
    const match = form.exec(folded);
    if (!match) continue;
    const [year = 0, month = 0, date = 0] = match.slice(1, 4).map(Number);
    const parts: CivilParts = { year: era === 'western' ? year : fullYear(year, match[0].startsWith('民')), month, day: date, hour: null, minute: 0 };
    if (civilParts(civilTime(parts))) return { time: civilTime(parts), from: match.index, to: match.index + match[0].length };
  }
  return null;
}

/** Two figures up to 49 are years of this century: 民國 49 is older than any file. */
const fullYear = (year: number, named: boolean): number => (year < 50 && !named ? year + 2000 : year + 1911);

/** The words of a name without its day, and without what only tells copies apart. */
function titleIn(name: string, day: { from: number; to: number } | null): string {
  const without = day ? `${name.slice(0, day.from)} ${name.slice(day.to)}` : name;
  return without
    .replace(/[（(]\s*(?:\d+|副本|複本|复本|copy)\s*[)）]/gi, ' ')
    .split(/[\s_＿]+|(?<![0-9])-|-(?![0-9])/)
    .filter((part) => part !== '' && !rest.test(foldScript(part)))
    .join('')
    .slice(0, 500);
}
