/** 複製為下次會議: what the next meeting of the same body starts from. */
import { numeralPattern, chineseNumeral, parseNumeral } from '../text/numerals.ts';
import { type Block, type BlockOf, isSectionKind, type Section, sections } from './blocks/index.ts';
import type { MinutesDocument } from './document.ts';
import { newId } from './id.ts';
import { withNewIds } from './ids.ts';
import { blank, type Inline } from './inline.ts';
import { type Person, rosterLines } from './roster.ts';
import { writtenAttendance } from './roster/attendance-text.ts';
import { asDraft } from './stage.ts';
import { type AnySection, type ChoiceDefinition, type FieldDefinition, term } from './section.ts';
import { editBlock } from './walk.ts';

/**
 * A new record for the next meeting: 次 + 1, in the title too; times and document number cleared; body, place,
 * chair, recorder and roster kept. Headings and sections stand as they were, with a place to fill in for what was
 * written in them; sections that would start alike follow each other once.
 */
export function nextMeeting(document: MinutesDocument): MinutesDocument {
  const { meta } = document;
  const roster = nextRoster(document.roster);
  return {
    ...document,
    id: newId(),
    meta: {
      ...asDraft(meta),
      title: nextTitle(meta.title),
      session: meta.session === null ? null : Math.min(meta.session + 1, 9999),
      start: null,
      end: null,
      documentNumber: '',
    },
    roster,
    blocks: withNewIds(relinked(skeleton({ ...document, roster }), document.roster, roster)),
  };
}

/** Mentions in headings name the same people under their ids in the next roster. */
function relinked(blocks: readonly Block[], before: readonly Person[], after: readonly Person[]): Block[] {
  const ids = new Map(before.map(({ id }, at) => [id, after[at]?.id]));
  const link = (part: Inline): Inline => {
    if (part.type !== 'text' || part.person === undefined) return part;
    return { ...part, person: ids.get(part.person) ?? part.person };
  };
  return blocks.map((block) => editBlock(block, { inline: (parts) => parts.map(link) }));
}

/** The same people for the next meeting: when they came and went, and who voted for whom, was last time's. */
export function nextRoster(roster: readonly Person[]): Person[] {
  return roster.map((person) => {
    const next = { ...person, id: newId(), attendance: person.attendance === 'proxy' ? ('present' as const) : person.attendance };
    delete next.arrived;
    delete next.left;
    delete next.proxy;
    return next;
  });
}

const session = new RegExp(`(?<=第|屆|届)(\\s*)(${numeralPattern}+)(?=\\s*次)`, 'g');

/** A title with its last 第N次 one higher, in the numerals it is written in; the title itself where it has none. */
export function nextTitle(title: string): string {
  const last = [...title.matchAll(session)].at(-1);
  const [whole = '', space = '', numeral = ''] = last ?? [];
  const count = parseNumeral(numeral);
  if (!last || count === null || count >= 9999) return title;
  const next = /^[0-9０-９]+$/.test(numeral) ? String(count + 1) : chineseNumeral(count + 1);
  return title.slice(0, last.index) + space + next + title.slice(last.index + whole.length);
}

/** Headings and sections; one place to fill in stands for whatever else was between them. */
function skeleton(document: MinutesDocument): Block[] {
  const toFill = (): Block & { kind: 'paragraph' } => ({
    id: newId(),
    kind: 'paragraph',
    inline: [blank(term('內容', '内容')[document.meta.script])],
  });
  const lines = document.roster.length > 0 ? rosterLines(document.roster, document.meta.script) : {};
  const blocks: Block[] = [];
  for (const block of document.blocks) {
    const last = blocks.at(-1);
    if (block.kind === 'heading') blocks.push(block);
    else if (isSectionKind(block.kind)) {
      const cleared = isWritten(block) && document.roster.length > 0 ? rewritten(block, document) : clearSection(block as Section, lines, [toFill()]);
      if (!last || !startsAlike(last, cleared)) blocks.push(cleared);
    } else if (last?.kind !== 'paragraph') blocks.push(toFill());
  }
  return blocks.length > 0 ? blocks : [toFill()];
}

/** An attendance that is a paragraph or a table, and not lines of names. */
const isWritten = (block: Block): block is BlockOf<'attendance'> => block.kind === 'attendance' && block.values.form !== 'lists';

/** Who was there last time, written anew for the next meeting. */
const rewritten = (block: BlockOf<'attendance'>, { roster, meta }: MinutesDocument): Section =>
  writtenAttendance(clearSection(block, {}, []) as BlockOf<'attendance'>, roster, meta);

function clearSection(block: Section, attendance: Readonly<Record<string, string>>, body: Section['body']): Section {
  const fields: Readonly<Record<string, FieldDefinition>> = sections[block.kind].section.fields;
  const choices: Readonly<Record<string, ChoiceDefinition<string>>> = sections[block.kind].section.choices;
  const kept: { fields: Readonly<Record<string, string>>; values: Readonly<Record<string, string>> } = block;
  const people = block.kind === 'attendance' ? attendance : {};
  const { data: before, ...rest } = block as Section & { data?: unknown };
  const again = before === undefined ? undefined : (sections[block.kind] as unknown as AnySection).section.data?.next?.(before);
  return {
    ...rest,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, people[name] ?? (field.recurs ? kept.fields[name] : '')]),
    ),
    values: Object.fromEntries(
      Object.entries(choices).map(([name, choice]) => [name, choice.recurs ? kept.values[name] : choice.initial]),
    ),
    body,
    ...(again !== undefined && { data: again }),
  } as Section;
}

/** Two sections that differ in nothing but their ids. */
function startsAlike(one: Block, other: Section): boolean {
  if (one.kind !== other.kind) return false;
  const text = ({ heading, fields, values, ...rest }: Section & { data?: unknown }) => JSON.stringify([heading, fields, values, rest.data]);
  return text(one) === text(other);
}
