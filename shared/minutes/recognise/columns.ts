/** Names in columns: 姓名／單位／職務, with tabs or blanks between them, with or without a line of headings. */
import { isName, isOrganisation, endsInTitle } from './people.ts';
import { lineOf } from './build.ts';
import { readPerson } from './clause.ts';
import { readNames } from './names.ts';
import { type Listed, type Listing, saidBy } from './said.ts';

type Column = 'name' | 'organisation' | 'title' | 'state' | 'seat';

const headings: readonly (readonly [RegExp, Column])[] = [
  [/^姓名$|^名字$|^name$/, 'name'],
  [/^(?:工作|服务|所在|代表)?(?:单位|机关|机构|公司|团体)(?:名称)?$|^organi[sz]ation$/, 'organisation'],
  [/^(?:职务|职称|职衔|头衔|职位)$|^title$/, 'title'],
  [/^(?:出席|出缺席|出席情[况形]|出席状[况态]|状态|备注|attendance)$/, 'state'],
  [/^(?:职权身分|身分|身份|席位|类别)$/, 'seat'],
];

/** Reads a text in columns; null where it has none. */
export function readColumns(text: string): Listing | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.some((line) => line.includes('\t'))) return readTable(lines.map((line) => line.split('\t').map((cell) => cell.trim())));
  const [only] = lines;
  return lines.length === 1 && only !== undefined ? readBlanks(only) : null;
}

/** Reads rows of cells, whose first may be headings. */
export function readTable(rows: readonly string[][]): Listing {
  const named = rows[0]?.map((cell) => headings.find(([pattern]) => pattern.test(lineOf(cell).folded.replace(/\s/g, '')))?.[1] ?? null) ?? [];
  const isHeaded = named.includes('name');
  const columns = isHeaded ? named : guess(rows);
  const listing: Listing = { people: [], unread: [] };
  for (const row of isHeaded ? rows.slice(1) : rows) {
    const cell = (column: Column): string => {
      const at = columns.indexOf(column);
      return at === -1 ? '' : (row[at] ?? '');
    };
    const name = unpadded(cell('name'));
    const said = saidBy(cell('state'));
    if (name === '' || /^\d+$/.test(name)) {
      const rest = row.filter((one) => one !== '' && !/^\d+$/.test(one));
      if (rest.length > 0) listing.unread.push(rest.join(' '));
      continue;
    }
    // One cell may hold more than the name: 「石仲平理事長」, 「葛明遠（請假）」.
    const inCell = readNames(name);
    const [one] = inCell.people;
    const person: Listed = inCell.people.length === 1 && one ? one : { name, organisation: '', title: '' };
    const seat = cell('seat');
    listing.people.push({
      ...person,
      organisation: cell('organisation') || person.organisation,
      title: cell('title') || person.title,
      ...(seat !== '' && { seat }),
      ...said,
    });
  }
  return listing;
}

/** Which column is which, by what most of its cells look like. */
function guess(rows: readonly string[][]): (Column | null)[] {
  const width = Math.max(...rows.map((row) => row.length));
  const share = (at: number, is: (folded: string) => boolean): number => rows.filter((row) => is(lineOf(unpadded(row[at] ?? '')).folded)).length / rows.length;
  const columns = Array.from({ length: width }, (): Column | null => null);
  const best = (column: Column, is: (folded: string) => boolean): void => {
    const scores = columns.map((taken, at) => (taken === null ? share(at, is) : 0));
    const top = Math.max(...scores);
    if (top >= 0.4) columns[scores.indexOf(top)] = column;
  };
  best('name', (cell) => isName(cell) || /^[a-z][a-z .'’-]+$/.test(cell));
  if (!columns.includes('name')) best('name', (cell) => readPerson(cell) !== null);
  best('state', (cell) => cell !== '' && saidBy(cell) !== null);
  best('title', (cell) => endsInTitle(cell));
  best('organisation', (cell) => cell !== '' && isOrganisation(cell));
  // What is left beside a name is where they are from, then what they are.
  for (const column of ['organisation', 'title'] as const) {
    if (!columns.includes(column)) best(column, (cell) => cell !== '' && !/^\d+$/.test(cell));
  }
  return columns;
}

/** One line with blanks in it: columns of one person, or several names; null where the blanks part nothing. */
function readBlanks(line: string): Listing | null {
  if (/[,，;；、:：]/.test(line) || !/[\u3400-\u9fff]/.test(line)) return null;
  const parts = joinPadded(line.trim().split(/[\s\u3000]+/));
  if (parts.length < 2) return parts[0] !== undefined && parts[0] !== line.trim() ? readNames(parts[0]) : null;
  const folded = parts.map((part) => lineOf(part).folded);
  const names = folded.filter(isName).length;
  if (names === parts.length) return { people: parts.map((name) => ({ name, organisation: '', title: '' })), unread: [] };
  if (names !== 1) return null;
  const pick = (is: (folded: string, at: number) => boolean): string => parts.filter((_, at) => !isName(folded[at] ?? '') && is(folded[at] ?? '', at)).join(' ');
  const said = folded.map((part) => (isName(part) ? null : saidBy(part))).find((one) => one !== null);
  const title = pick((part) => endsInTitle(part) && !saidBy(part));
  const organisation = pick((part) => !endsInTitle(part) && !saidBy(part) && !/^\d+\.?$/.test(part));
  return { people: [{ name: parts[folded.findIndex(isName)] ?? '', organisation, title, ...said }], unread: [] };
}

/** 「王　清」: short names are padded in lists. */
const unpadded = (name: string): string => (/^[\u3400-\u9fff](?:[\s\u3000]+[\u3400-\u9fff]){1,3}$/.test(name.trim()) ? name.replace(/[\s\u3000]+/g, '') : name.trim());

/** Single characters that follow each other are one padded name. */
function joinPadded(parts: readonly string[]): string[] {
  const joined: string[] = [];
  let run = '';
  for (const part of [...parts, '']) {
    if (/^[\u3400-\u9fff]$/.test(part) && run.length < 4) {
      run += part;
      continue;
    }
    if (run !== '') joined.push(run);
    run = '';
    if (part !== '') joined.push(part);
  }
  return joined;
}
