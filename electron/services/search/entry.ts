/** What the search index keeps of a record. */
import type { Facets, IndexEntry } from '#electron/db/search-index.ts';
import { lineEnd } from '#electron/db/search-tokens.ts';
import type { MeetingRow } from '#electron/db/meetings.ts';
import { collectBlanks } from '#shared/minutes/blanks.ts';
import { isSectionKind, type SectionKind } from '#shared/minutes/blocks/index.ts';
import { entriesOf } from '#shared/registers/entries-of.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { chairOf } from '#shared/minutes/head.ts';
import { type SearchedLine, searchedLines, type SearchedPart } from '#shared/minutes/searched.ts';
import type { Records } from '../records.ts';

/** The entry of a meeting as it was last saved; of one that cannot be read whole, its title and what can be. */
export function entryOf(records: Records, row: MeetingRow): IndexEntry {
  const { number, revision, title } = row;
  return records.glance<IndexEntry>(
    row,
    (document) => ({ number, revision, script: document.meta.script, ...facetsOf(document), entries: entriesOf(document), texts: textsOf(searchedLines(document)) }),
    ({ text }) => ({ number, revision, script: 'Hant', kinds: [], people: [], blank: false, entries: noEntries, texts: new Map([['head', title], ['text', text.replaceAll('\n', lineEnd)]]) }),
  );
}

const noEntries: IndexEntry['entries'] = { decisions: [], actions: [], follows: [], elections: [] };

function textsOf(lines: Iterable<SearchedLine>): Map<SearchedPart, string> {
  const texts = new Map<SearchedPart, string>();
  for (const { part, text } of lines) {
    const before = texts.get(part);
    texts.set(part, before === undefined ? text : before + lineEnd + text);
  }
  return texts;
}

/** What narrows a search to a record. */
export function facetsOf(document: MinutesDocument): Facets {
  const kinds = new Set<SectionKind>();
  const people = new Set([...document.roster.map(({ name }) => name), chairOf(document), document.meta.recorder]);
  for (const block of document.blocks) {
    if (!isSectionKind(block.kind)) continue;
    kinds.add(block.kind);
    if ('fields' in block && 'name' in block.fields) people.add(block.fields.name);
  }
  return { kinds: [...kinds], people: [...people].map((name) => name.trim()).filter((name) => name !== ''), blank: collectBlanks(document).length > 0 };
}
