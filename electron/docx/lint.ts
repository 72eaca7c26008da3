/** Defects of a Word file that neither the schemas nor Microsoft's validator report, though Word repairs or refuses them. */
import { openPackage } from './reading/package.ts';
import { whole } from './reading/refusal.ts';
import { xmlText } from './reading/xml.ts';

interface Tag {
  name: string;
  attributes: string;
  closing: boolean;
  empty: boolean;
}

/** One sentence for each defect of a .docx that can be read; an empty list means that none was found. */
export function lintDocx(bytes: Uint8Array): string[] {
  const file = openPackage(bytes);
  const part = (name: string) => tagsOf(whole(() => xmlText(file.bytes(name) ?? Buffer.alloc(0))) ?? '');
  const styles = new Set(valuesOf(part('word/styles.xml'), 'w:style', 'w:styleId'));
  const numbering = part('word/numbering.xml');
  const lists = new Set(['0', ...valuesOf(numbering, 'w:num', 'w:numId')]);
  const abstracts = new Set(valuesOf(numbering, 'w:abstractNum', 'w:abstractNumId'));
  const defects = numbering
    .filter((tag) => tag.name === 'w:abstractNumId')
    .map((tag) => attribute(tag, 'w:val'))
    .filter((id) => !abstracts.has(id))
    .map((id) => `word/numbering.xml: the list ${id} is not defined`);
  for (const name of file.names.filter((one) => /^word\/[^/]+\.xml$/.test(one)).sort()) {
    const tags = part(name);
    const found = [...cells(tags), ...references(tags, 'w:numId', lists, 'the numbering'), ...bookmarks(tags)];
    for (const reference of ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link']) {
      found.push(...references(tags, reference, styles, 'the style'));
    }
    defects.push(...found.map((defect) => `${name}: ${defect}`));
  }
  return defects;
}

/** What stands around rows, cells and paragraphs, or between them, and is none of the table: content controls, the ends of ranges. */
const aside = /^w:(?:sdt|sdtContent|customXml|proofErr|\w+(?:Start|End))$/;

/** Rows need a cell, and a cell ends with a paragraph. */
function cells(tags: readonly Tag[]): string[] {
  const defects: string[] = [];
  const open: { name: string; children: string[] }[] = [];
  const close = (name: string, children: readonly string[]) => {
    if (name === 'w:tc' && children.at(-1) !== 'w:p') defects.push('a cell does not end with a paragraph');
    if (name === 'w:tr' && !children.includes('w:tc')) defects.push('a row has no cells');
    if (name === 'w:tbl' && !children.includes('w:tr')) defects.push('a table has no rows');
  };
  for (const { name, closing, empty } of tags.filter((tag) => !aside.test(tag.name))) {
    if (closing) {
      const ended = open.pop();
      if (ended) close(ended.name, ended.children);
      continue;
    }
    open.at(-1)?.children.push(name);
    if (empty) close(name, []);
    else open.push({ name, children: [] });
  }
  return defects;
}

function references(tags: readonly Tag[], name: string, known: ReadonlySet<string>, what: string): string[] {
  return tags
    .filter((tag) => tag.name === name && !tag.closing)
    .map((tag) => attribute(tag, 'w:val'))
    .filter((id) => !known.has(id))
    .map((id) => `${what} ${id} is not defined`);
}

function bookmarks(tags: readonly Tag[]): string[] {
  const starts = tags.filter((tag) => tag.name === 'w:bookmarkStart');
  const names = starts.map((tag) => attribute(tag, 'w:name'));
  const ids = starts.map((tag) => attribute(tag, 'w:id'));
  const ends = new Set(valuesOf(tags, 'w:bookmarkEnd', 'w:id'));
  return [
    ...names.filter((name) => !/^[\p{L}_][\p{L}\p{N}_]{0,39}$/u.test(name)).map((name) => `the bookmark “${name}” has a name that Word does not take`),
    ...repeated(names).map((name) => `the bookmark ${name} stands twice`),
    ...repeated(ids).map((id) => `two bookmarks have the id ${id}`),
    ...ids.filter((id) => !ends.has(id)).map((id) => `the bookmark with the id ${id} has no end`),
  ];
}

const repeated = (values: readonly string[]): string[] => [...new Set(values.filter((value, index) => values.indexOf(value) < index))];

const valuesOf = (tags: readonly Tag[], name: string, key: string): string[] =>
  tags.filter((tag) => tag.name === name && !tag.closing).map((tag) => attribute(tag, key));

const attribute = (tag: Tag, name: string): string => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag.attributes)?.[1] ?? '';

function tagsOf(xml: string): Tag[] {
  return [...xml.matchAll(/<(\/?)([\w:]+)((?:\s[^<>]*?)?)(\/?)>/g)].map(([, closing, name = '', attributes = '', empty]) => ({
    name,
    attributes,
    closing: closing === '/',
    empty: empty === '/',
  }));
}
