/** Defects of a Word file that neither the schemas nor Microsoft's validator report, though Word repairs or refuses them. */
import type { Defect } from '#shared/proof/defect.ts';
import { openPackage } from './reading/package.ts';
import { whole } from './reading/refusal.ts';
import { xmlText } from './reading/xml.ts';

/** A defect, whichever part it is found in. */
type Found = Omit<Defect, 'part'>;

interface Tag {
  name: string;
  attributes: string;
  closing: boolean;
  empty: boolean;
}

/** The defects of a .docx that can be read; an empty list means that none was found. */
export function lintDocx(bytes: Uint8Array): Defect[] {
  const opened = openPackage(bytes);
  const part = (name: string) => tagsOf(whole(() => xmlText(opened.bytes(name) ?? Buffer.alloc(0))) ?? '');
  const styles = new Set(valuesOf(part('word/styles.xml'), 'w:style', 'w:styleId'));
  const numbering = part('word/numbering.xml');
  const lists = new Set(['0', ...valuesOf(numbering, 'w:num', 'w:numId')]);
  const abstracts = new Set(valuesOf(numbering, 'w:abstractNum', 'w:abstractNumId'));
  const defects: Defect[] = numbering
    .filter((tag) => tag.name === 'w:abstractNumId')
    .map((tag) => attribute(tag, 'w:val'))
    .filter((id) => !abstracts.has(id))
    .map((name) => ({ code: 'list', part: 'word/numbering.xml', name }));
  for (const file of opened.names.filter((name) => /^word\/[^/]+\.xml$/.test(name)).sort()) {
    const tags = part(file);
    const found = [...cells(tags), ...references(tags, 'w:numId', lists, 'numbering'), ...bookmarks(tags)];
    for (const reference of ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link']) {
      found.push(...references(tags, reference, styles, 'style'));
    }
    defects.push(...found.map((defect) => ({ ...defect, part: file })));
  }
  return defects;
}

/** What stands around rows, cells and paragraphs, or between them, and is none of the table: content controls, the ends of ranges. */
const aside = /^w:(?:sdt|sdtContent|customXml|proofErr|\w+(?:Start|End))$/;

/** Rows need a cell, and a cell ends with a paragraph. */
function cells(tags: readonly Tag[]): Found[] {
  const defects: Found[] = [];
  const open: { name: string; children: string[] }[] = [];
  const close = (name: string, children: readonly string[]) => {
    if (name === 'w:tc' && children.at(-1) !== 'w:p') defects.push({ code: 'cell', name: '' });
    if (name === 'w:tr' && !children.includes('w:tc')) defects.push({ code: 'row', name: '' });
    if (name === 'w:tbl' && !children.includes('w:tr')) defects.push({ code: 'table', name: '' });
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

function references(tags: readonly Tag[], name: string, known: ReadonlySet<string>, code: Found['code']): Found[] {
  return tags
    .filter((tag) => tag.name === name && !tag.closing)
    .map((tag) => attribute(tag, 'w:val'))
    .filter((id) => !known.has(id))
    .map((id) => ({ code, name: id }));
}

function bookmarks(tags: readonly Tag[]): Found[] {
  const starts = tags.filter((tag) => tag.name === 'w:bookmarkStart');
  const names = starts.map((tag) => attribute(tag, 'w:name'));
  const ids = starts.map((tag) => attribute(tag, 'w:id'));
  const ends = new Set(valuesOf(tags, 'w:bookmarkEnd', 'w:id'));
  const told = (code: Found['code'], about: readonly string[]): Found[] => about.map((name) => ({ code, name }));
  return [
    ...told('bookmarkName', names.filter((name) => !/^[\p{L}_][\p{L}\p{N}_]{0,39}$/u.test(name))),
    ...told('bookmarkTwice', repeated(names)),
    ...told('bookmarkId', repeated(ids)),
    ...told('bookmarkEnd', ids.filter((id) => !ends.has(id))),
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
