/** Rules held against what a file says of itself. */
import { faceKey, type FaceFamily, faceNames, familyOf } from './faces.ts';
import type { FactParagraph, FactRun, PaperFacts } from './facts.ts';
import type { Clause, Value } from './proof.ts';
import type { Check, Rule } from './rules/rule.ts';

/** What one paragraph shows of a rule; held null = the rule says nothing of it. */
interface Seen {
  value: Value;
  held: boolean | null;
  paragraph: FactParagraph | null;
}

interface Outcome {
  expected: Value;
  /** null = there is nothing in the file that the rule speaks of. */
  seen: Seen[] | null;
  unknown?: boolean;
}

/** From where an indent is counted. */
type Side = 'firstLine' | 'left' | 'right' | 'start';

type CheckOf<Kind extends Check['of']> = Extract<Check, { of: Kind }>;
type Checker<Kind extends Check['of']> = (check: CheckOf<Kind>, paragraphs: readonly FactParagraph[], facts: PaperFacts) => Outcome;

/** The clauses that speak of something in the file, in the order of the rules. */
export function clausesOf(facts: PaperFacts, rules: readonly Rule[]): Clause[] {
  return rules.flatMap((rule): Clause[] => {
    const { roles, check } = rule;
    const paragraphs = facts.paragraphs.filter(({ role, text, rules }) => (text.trim() !== '' || (check.of === 'rule' && rules.length > 0)) && (!roles || (role !== null && roles.includes(role))));
    if (roles && paragraphs.length === 0 && !rule.required) return [];
    const { expected, seen, unknown } = (checkers[check.of] as Checker<Check['of']>)(check, paragraphs, facts);
    if (seen === null) return [];
    const broken = seen.filter(({ held }) => held === false);
    const shown = broken.length > 0 ? broken : seen.filter(({ held }) => held !== null);
    if (shown.length === 0 && !unknown && !rule.required) return [];
    const first = broken[0]?.paragraph;
    return [
      {
        id: rule.id,
        ...(rule.id.startsWith('style') && roles?.length === 1 && { role: roles[0] }),
        source: rule.source,
        strength: rule.strength,
        state: unknown ? 'unknown' : broken.length > 0 || shown.length === 0 ? 'broken' : 'held',
        expected,
        found: unknown ? [{ word: 'unknown' }] : shown.length === 0 ? [{ word: 'none' }] : together(shown.map(({ value }) => value)),
        broken: broken.length,
        place: first ? { text: beginning(first), blockId: first.block } : null,
      },
    ];
  });
}

const beginning = ({ label, text }: FactParagraph): string => [...`${label}${text}`.replace(/\s+/g, ' ')].slice(0, 40).join('');

/** Different values, each once and at most three of them. */
function together(values: readonly Value[]): Value {
  const different = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
  return different.slice(0, 3).flatMap((value, index) => (index === 0 ? value : ['；', ...value])).concat(different.length > 3 ? ['…'] : []);
}

const millimetres = (mm: number): string => String(Math.round(mm * 10) / 10);
const count = (number: number): string => String(Math.round(number * 10) / 10);
const isClose = (one: number, other: number, within: number): boolean => Math.abs(one - other) <= within + 0.05;
const matches = (pattern: string, text: string): boolean => new RegExp(pattern, 'u').test(text);

const each = (paragraphs: readonly FactParagraph[], see: (paragraph: FactParagraph) => { value: Value; held: boolean | null }): Seen[] =>
  paragraphs.map((paragraph) => ({ paragraph, ...see(paragraph) }));

const checkers: { readonly [Kind in Check['of']]: Checker<Kind> } = {
  page({ mm, within }, _, { page }) {
    const lengths = { ...page, typeWidth: page.width - page.left - page.right, typeHeight: page.height - page.top - page.bottom };
    const names = Object.keys(mm) as (keyof typeof lengths)[];
    const between = names.length > 2 ? ' / ' : ' × ';
    const held = names.every((name) => isClose(lengths[name], mm[name] ?? 0, within));
    return {
      expected: [`${names.map((name) => String(mm[name])).join(between)} mm${within >= 1 ? ` ± ${within}` : ''}`],
      seen: [{ value: [`${names.map((name) => millimetres(lengths[name])).join(between)} mm`], held, paragraph: null }],
    };
  },

  grid({ lines, characters }, _, { grid }) {
    if (grid.lines === null || grid.characters === null) return { expected: [`${lines} × ${characters}`], seen: [], unknown: true };
    const held = grid.lines === lines && grid.characters === characters;
    return { expected: [`${lines} × ${characters}`], seen: [{ value: [`${grid.lines} × ${grid.characters}`], held, paragraph: null }] };
  },

  look(check, paragraphs) {
    const names = faceList(check.face);
    const expected: Value = joined([
      names?.[0] !== undefined && [names[0]],
      check.latin && [faceNames[check.latin][0]],
      check.pt !== undefined && [{ pt: check.pt }],
      check.bold === false && [{ word: 'plain' }],
      check.colour && [{ word: check.colour }],
    ]);
    const seen = paragraphs.flatMap((paragraph) =>
      partOf(paragraph, check.part).flatMap((run): Seen[] => {
        if (run.text.trim() === '') return [];
        const ofChinese = /[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u.test(run.text);
        const faceHeld = !names || !ofChinese || isFace(run.face, check.face);
        const held = faceHeld && (check.pt === undefined || run.pt === check.pt) && (check.bold !== false || !run.bold) && (!check.colour || isColour(run.colour, check.colour));
        if (names && !ofChinese && check.pt === undefined && !check.colour && held) return [];
        const value = joined([
          (names !== null || !faceHeld) && [run.face || '—'],
          check.pt !== undefined && [{ pt: run.pt }],
          check.bold === false && [{ word: run.bold ? 'bold' : 'plain' }],
          check.colour && [isColour(run.colour, check.colour) ? { word: check.colour } : `#${run.colour ?? '000000'}`],
        ]);
        return [{ value: ofChinese || !names ? value : expected, held, paragraph }];
      }),
    );
    return { expected, seen: oncePerParagraph(seen) };
  },

  align({ align }, paragraphs) {
    const wanted = typeof align === 'string' ? [align] : align;
    return { expected: [{ word: wanted[0] ?? 'start' }], seen: each(paragraphs, (paragraph) => ({ value: [{ word: paragraph.align }], held: wanted.includes(paragraph.align) })) };
  },

  indent({ firstLine, left, right, start, within = 0.15 }, paragraphs) {
    const parts = Object.entries({ firstLine, left, right, start }).flatMap(([name, wanted]) => (wanted === undefined ? [] : [[name as Side, wanted] as const]));
    const told = (values: readonly (readonly [Side, number])[]): Value => values.flatMap(([name, value], index) => [...(index > 0 ? ['，'] : []), { word: name === 'start' ? 'left' : name }, ` ${count(value)}`]);
    const found = ({ indent }: FactParagraph, name: Side): number => (name === 'start' ? indent.left - indent.hanging + indent.firstLine : indent[name]);
    return {
      expected: told(parts),
      seen: each(paragraphs, (one) => ({ value: told(parts.map(([name]) => [name, found(one, name)] as const)), held: parts.every(([name, wanted]) => isClose(found(one, name), wanted, within)) })),
    };
  },

  stepped({ by }, paragraphs) {
    const [first, last] = [paragraphs[0], paragraphs.at(-1)];
    const expected: Value = [{ word: 'left' }, ` +${by}`];
    if (!first || !last || first === last) return { expected, seen: null };
    const found = last.indent.left - first.indent.left;
    return { expected, seen: [{ value: [{ word: 'left' }, ` ${found < 0 ? '' : '+'}${count(found)}`], held: isClose(found, by, 0.15), paragraph: last }] };
  },

  form({ pattern, example, part }, paragraphs) {
    const told = ({ text }: FactParagraph): string => (part === 'beforeTab' ? (text.split('\t')[0] ?? '') : text).trim();
    return { expected: [example], seen: each(paragraphs, (paragraph) => ({ value: [shortened(told(paragraph))], held: matches(pattern, told(paragraph)) })) };
  },

  label({ pattern, example }, paragraphs) {
    return { expected: [example], seen: each(paragraphs, ({ label, text }) => ({ value: [label || shortened(text, 6)], held: label === '' ? null : matches(pattern, label) })) };
  },

  above({ lines }, paragraphs, facts) {
    const [first] = paragraphs;
    const at = first ? facts.paragraphs.indexOf(first) : -1;
    const expected: Value = [`${lines} `, { word: 'lines' }];
    if (!first || at <= 0) return { expected, seen: null };
    let height = first.space.before;
    let before = at - 1;
    for (; before >= 0 && facts.paragraphs[before]?.text.trim() === ''; before -= 1) height += facts.paragraphs[before]?.line ?? 0;
    height += facts.paragraphs[before]?.space.after ?? 0;
    const pitch = pitchOf(facts, first);
    const found = height / pitch;
    return { expected, seen: [{ value: [`${count(found)} `, { word: 'lines' }], held: isClose(found, lines, 0.5), paragraph: first }] };
  },

  rule({ side, colour, pt, which = 'any' }, paragraphs) {
    const expected = joined([pt !== undefined && ['≥ ', { pt }], colour && [{ word: colour }], [{ word: side === undefined ? 'ruled' : side === 'top' ? 'ruleAbove' : 'ruleBelow' }]]);
    const ends = which === 'first' ? paragraphs.slice(0, 1) : paragraphs.slice(-1);
    const chosen = which === 'any' ? paragraphs : ends;
    const seen = each(chosen, ({ rules }): { value: Value; held: boolean } => {
      const found = rules.find((rule) => (side === undefined || rule.side === side) && (!colour || isColour(rule.colour, colour)));
      if (!found) return { value: [{ word: 'none' }], held: false };
      return { value: joined([[{ pt: found.pt }], colour && [{ word: colour }]]), held: pt === undefined || found.pt >= pt - 0.01 };
    });
    // One of them has to have it.
    const held = seen.filter((one) => one.held);
    return { expected, seen: which === 'any' && held.length > 0 ? held : seen };
  },

  newPage(_, paragraphs) {
    return { expected: [{ word: 'newPage' }], seen: each(paragraphs, ({ newPage }) => ({ value: [{ word: newPage ? 'newPage' : 'none' }], held: newPage })) };
  },

  running(_, paragraphs) {
    const numbered = paragraphs.filter(({ label, place }) => place === 'text' && /^\d+[.．、]?$/.test(label));
    const numbers = numbered.map(({ label }) => parseInt(label, 10));
    const at = numbers.findIndex((number, index) => number !== index + 1);
    const told = (last: number): Value => [last > 1 ? `1–${last}` : String(last)];
    if (numbers.length === 0) return { expected: ['1, 2, 3 …'], seen: [{ value: [{ word: 'none' }], held: false, paragraph: null }] };
    const broken = at >= 0 ? numbered[at] : undefined;
    const value: Value = broken ? [`${numbers.slice(Math.max(0, at - 1), at + 1).join(', ')} …`] : told(numbers.length);
    return { expected: ['1, 2, 3 …'], seen: [{ value, held: !broken, paragraph: broken ?? null }] };
  },

  foot(check, _, { feet, oddAndEven }) {
    const names = faceList(check.latin);
    const foot = feet.find(({ pages }) => pages === (oddAndEven ? check.pages : 'odd'));
    const expected = joined([[check.text.replace('{page}', '1')], [{ word: check.align }], check.pt !== undefined && [{ pt: check.pt }], names?.[0] !== undefined && [names[0]]]);
    if (!foot) return { expected, seen: [{ value: [{ word: 'none' }], held: false, paragraph: null }] };
    const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, '');
    const indent = check.align === 'end' ? foot.indent.right : foot.indent.left;
    const held =
      plain(foot.text) === plain(check.text) &&
      foot.align === check.align &&
      (check.indent === undefined || isClose(indent, check.indent, 0.15)) &&
      (check.pt === undefined || foot.pt === check.pt) &&
      (check.latin === undefined || isFace(foot.latin, check.latin));
    const value = joined([[foot.text.replace('{page}', '1').replace('{pages}', '9').trim() || '—'], [{ word: foot.align }], check.pt !== undefined && [{ pt: foot.pt }], names !== null && [foot.latin || '—']]);
    return { expected, seen: [{ value, held, paragraph: null }] };
  },

  footBelow({ mm, within }, _, { feet }) {
    const expected: Value = [`${mm} mm ± ${within}`];
    const shown = feet.filter(({ text }) => text.includes('{page}'));
    return { expected, seen: shown.length === 0 ? null : shown.map(({ below }) => ({ value: [`${millimetres(below)} mm`], held: isClose(below, mm, within), paragraph: null })) };
  },

  never({ pattern, like, example }, paragraphs) {
    const expected: Value = [example];
    const found = (source: string) =>
      paragraphs.flatMap((paragraph) => [...paragraph.text.matchAll(new RegExp(source, 'gmu'))].map(([text]) => ({ value: [text] as Value, paragraph })));
    const wrong = found(pattern);
    if (wrong.length > 0) return { expected, seen: wrong.map((one) => ({ ...one, held: false })) };
    const right = found(like);
    return { expected, seen: right.length === 0 ? null : right.slice(0, 1).map((one) => ({ ...one, held: true })) };
  },

  told({ each: wanted, behindHead }, paragraphs) {
    const lines = (behindHead ? paragraphs.slice(headLength(paragraphs)) : paragraphs).flatMap(({ text }) => text.split('\n'));
    const lacking = wanted.filter(([, pattern]) => !lines.some((line) => matches(pattern, line.trim()))).map(([name]) => name);
    const value: Value = lacking.length > 0 ? [{ word: 'lacking' }, lacking.join('、')] : [wanted.map(([name]) => name).join('、')];
    return { expected: [wanted.map(([name]) => name).join('、')], seen: [{ value, held: lacking.length === 0, paragraph: null }] };
  },
};

/** How many paragraphs stand before the text: titles in the middle of their line, and lines that begin with a label. */
function headLength(paragraphs: readonly FactParagraph[]): number {
  const isHead = ({ align, role, text }: FactParagraph): boolean => align === 'center' || role === 'title' || /^\S[^。，；]{0,40}?[：:]/.test(text.trim());
  const begin = paragraphs.findIndex((paragraph) => !isHead(paragraph));
  return begin < 0 ? paragraphs.length : begin;
}

const faceList = (face: FaceFamily | readonly string[] | undefined): readonly string[] | null => (face === undefined ? null : typeof face === 'string' ? faceNames[face] : face);

/** Whether a face of a file is the one that is wanted, under any of its names. */
function isFace(name: string, wanted: FaceFamily | readonly string[] | undefined): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === 'string') return familyOf(name) === wanted;
  const own = familyOf(name);
  return wanted.some((one) => faceKey(one) === faceKey(name) || (own !== null && one === wanted[0] && familyOf(one) === own));
}

function isColour(colour: string | null, wanted: 'red' | 'black'): boolean {
  const [red = 0, green = 0, blue = 0] = (colour ?? '000000').match(/../g)?.map((part) => parseInt(part, 16)) ?? [];
  return wanted === 'red' ? red >= 0xa0 && green <= 0x50 && blue <= 0x50 : red + green + blue === 0;
}

/** The runs up to the first colon or tab, or those after it; of 簽發人 the names alone. */
function partOf({ runs }: FactParagraph, part: LookPart | undefined): FactRun[] {
  switch (part) {
    case undefined:
      return [...runs];
    case 'label':
      return cut(runs, /[：:]/)[0];
    case 'rest':
      return cut(runs, /[：:]/)[1];
    case 'beforeTab':
      return cut(runs, /\t/)[0];
    case 'signers': {
      const behind = cut(runs, /\t/)[1];
      const names = cut(behind, /[：:]/)[1];
      return names.length > 0 ? names : behind;
    }
  }
}

type LookPart = NonNullable<CheckOf<'look'>['part']>;

/** The runs before and behind the first sign of a kind; nothing is behind where there is none. */
function cut(runs: readonly FactRun[], sign: RegExp): [before: FactRun[], behind: FactRun[]] {
  const parts: [FactRun[], FactRun[]] = [[], []];
  let isBehind = false;
  for (const run of runs) {
    const found: number = isBehind ? -1 : run.text.search(sign);
    const end = isBehind ? 0 : found < 0 ? run.text.length : found;
    const [before, behind] = [run.text.slice(0, end), run.text.slice(found < 0 ? end : end + 1)];
    if (before.trim() !== '') parts[0].push({ ...run, text: before });
    if (behind.trim() !== '') parts[1].push({ ...run, text: behind });
    isBehind ||= found >= 0;
  }
  return parts;
}

/** The first run that does not hold stands for its paragraph, else the first one. */
function oncePerParagraph(seen: readonly Seen[]): Seen[] {
  const chosen = new Map<FactParagraph | null, Seen>();
  for (const one of seen) if (!chosen.has(one.paragraph) || (one.held === false && chosen.get(one.paragraph)?.held !== false)) chosen.set(one.paragraph, one);
  return [...chosen.values()];
}

/** Points from one line of the text to the next. */
function pitchOf({ grid, page, paragraphs }: PaperFacts, paragraph: FactParagraph): number {
  const body = paragraphs.find(({ role, line }) => role === 'body' && line !== null);
  if (body?.line) return body.line;
  return grid.lines === null ? (paragraph.line ?? 20) : (((page.height - page.top - page.bottom) / 25.4) * 72) / grid.lines;
}

const joined = (parts: readonly (Value | false | undefined | '')[]): Value => parts.filter((part) => part !== false && part !== undefined && part !== '').flatMap((part, index) => (index === 0 ? part : [' ', ...part]));

const shortened = (text: string, most = 30): string => ([...text].length > most ? `${[...text].slice(0, most).join('')}…` : text);
