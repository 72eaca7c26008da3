/** A kind of section is two folders and two lines: nothing else in the program knows one by name without a reason. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type SectionKind, sections } from './index.ts';

const project = new URL('../../../', import.meta.url).pathname;
const kebab = (kind: string) => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The two lists. */
const lists = ['shared/minutes/blocks/index.ts', 'renderer/blocks/registry.ts'];
/** What a kind may have beside them: a panel for its data, forms in which plain text has it, and what an item of the agenda is then called. */
const beside = [/^renderer\/inspector\/section-panels\.ts$/, /^shared\/minutes\/recognise\//, /^shared\/minutes\/agenda-sections\.ts$/];
/** Kinds that other parts know for a reason of their own, which a new kind does not have. */
const reasons: Readonly<Record<string, string>> = {
  annexes: 'the texts of annexes print after everything else, on pages of their own',
  adjournment: 'in Taiwan and Hong Kong those who sign stand at the very end of the record',
  agenda: 'the sections of a record are made from it',
  attendance: 'the roster fills it, and the head takes the chair of the day from it',
  resolution: 'decisions are voted on, numbered and followed up',
  extemporeMotion: 'decisions are voted on, numbered and followed up',
  heardReport: 'what was reported is a decision that is registered, and not followed up',
  election: 'its votes are counted, and its results registered',
  actions: 'what was entrusted to somebody is registered and followed up',
  followUp: 'the next meeting begins with what the last one decided',
};

function sources(folder: string): string[] {
  return readdirSync(join(project, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name) && !/\.(test|e2e)\.tsx?$/.test(entry.name))
    .map((entry) => relative(project, join(entry.parentPath, entry.name)))
    .filter((path) => !/\/(testing|setup|e2e|faults|harness)\/|\/fixtures\.ts$|\/generate\.ts$/.test(path));
}
const files = ['shared', 'renderer', 'electron'].flatMap(sources).map((path) => [path, readFileSync(join(project, path), 'utf8')] as const);

/** Where the program names a kind: in quotes, as a command, as a member of the lists, or in a style sheet. */
const naming = (kind: string) => new RegExp(`(?:kind|Kind)[^\\n]{0,40}['"\`]${kind}['"\`]|insert\\.${kind}\\b|sections\\.${kind}\\b|BlockOf<'${kind}'>|kind-${kind}\\b|data-kind=.${kind}\\b`);

describe.each(Object.keys(sections) as SectionKind[])('%s', (kind) => {
  const own = [`shared/minutes/blocks/${kebab(kind)}/`, `renderer/blocks/${kebab(kind)}/`];
  const knowing = files.filter(([, text]) => naming(kind).test(text)).map(([path]) => path);

  it('has a folder on both sides and a line in both lists', () => {
    for (const folder of own) expect(files.some(([path]) => path === `${folder}index.ts`)).toBe(true);
    for (const list of lists) expect(files.find(([path]) => path === list)?.[1]).toMatch(new RegExp(`^  ${kind},$`, 'm'));
  });

  if (kind in reasons) return;
  it('is known by name to nothing else', () => {
    const others = knowing.filter((path) => !own.some((folder) => path.startsWith(folder)) && !lists.includes(path) && !beside.some((place) => place.test(path)));
    expect(others).toEqual([]);
  });
});
