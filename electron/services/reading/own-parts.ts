/** The parts that a layout put around a record, back in the fields that they came from. */
import type { Doubt } from '#shared/imports/doubt.ts';
import type { Block } from '#shared/minutes/blocks/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { inlineText } from '#shared/minutes/inline.ts';
import { type PartLine, readLeadPart, readOfficialParts, readSigning, unprinted } from '#shared/minutes/parts/reading.ts';
import { readPerson } from '#shared/minutes/recognise/clause.ts';
import { peopleOf } from '#shared/minutes/recognise/listing.ts';
import { readLead } from '#shared/minutes/recognise/head.ts';
import { lineOf, paragraph, section } from '#shared/minutes/recognise/build.ts';
import type { OwnPaper } from './own-paper.ts';

interface Read {
  document: MinutesDocument;
  /** About all of it, and about lines. */
  head: Doubt[];
  doubts: Doubt[];
}

/** The record with what its frame says. A line that it would not print again is a doubt, or where it tells of the meeting a paragraph. */
export function withParts<Of extends Read>(read: Of, frame: readonly PartLine[], { layout }: OwnPaper): Of {
  const { meta } = read.document;
  const { official, documentNumber, day } = readOfficialParts(frame, meta.organisation, meta.region);
  const signed = readSigning(frame, layout, meta.region);
  if (signed?.handler) official.handler = signed.handler;
  const start = meta.start ?? (layout.parts.before.includes('lead') ? (dayTold(read.document) ?? day) : null);
  const withMark: MinutesDocument = {
    ...read.document,
    meta: { ...meta, start, ...(documentNumber !== '' && { documentNumber }), ...(layout.id !== 'association' && { layout: layout.id }), ...(Object.keys(official).length > 0 && { official }) },
    blocks: signed ? withSignatures(read.document.blocks, signed) : read.document.blocks,
  };
  // A mark that the record makes by itself is not hers.
  const bare = withTitleOfChair(withoutMark(withMark), frame);
  const marked = frame.filter(({ style }) => style === 'mark');
  const document = unprinted(marked, bare, layout).length === 0 ? bare : { ...withMark, roster: bare.roster };
  const rest = unprinted(frame, document, layout);
  const lead = rest.filter(({ text }) => readLeadPart(text) !== null);
  const others = rest.filter((line) => !lead.includes(line)).map(({ text }) => text);
  return {
    ...read,
    document: { ...document, blocks: [...lead.map(({ text }) => paragraph(text)), ...document.blocks] },
    head: read.head.filter(({ kind }) => kind !== 'noDate' || start === null),
    doubts: others.length === 0 ? read.doubts : [{ kind: 'frame', blockId: null, text: others.join('\n').slice(0, 2000) }, ...read.doubts],
  };
}

function withoutMark(document: MinutesDocument): MinutesDocument {
  const { official = {}, ...meta } = document.meta;
  const rest = Object.entries(official).filter(([key]) => key !== 'mark');
  return { ...document, meta: { ...meta, ...(rest.length > 0 && { official: Object.fromEntries(rest) }) } };
}

/** The lead names the chair with the title that the roster has. */
function withTitleOfChair(document: MinutesDocument, frame: readonly PartLine[]): MinutesDocument {
  const chair = frame.map(({ text }) => readPerson(readLeadPart(text)?.chair ?? '')).find((person) => person !== null && person.title !== '');
  if (!chair) return document;
  const isListed = document.roster.some(({ name }) => name === chair.name);
  const roster = isListed
    ? document.roster.map((person) => (person.name === chair.name && person.title === '' ? { ...person, title: chair.title } : person))
    : [...document.roster, ...peopleOf([{ ...chair, role: 'chair', attendance: 'present' }])];
  return { ...document, roster };
}

/** The day that the text itself says the meeting was held. */
function dayTold({ blocks, meta }: MinutesDocument): string | null {
  const [first] = blocks.flatMap((block) => ('body' in block ? block.body : [block])).filter((block) => 'inline' in block && block.inline.length > 0);
  const found: { start?: string | null } = {};
  if (first && 'inline' in first) readLead(lineOf(inlineText(first.inline)), found, meta);
  return found.start ?? null;
}

/** Who signs, in the section that ends the meeting. */
function withSignatures(blocks: readonly Block[], { chair, recorder }: { chair: string; recorder: string }): Block[] {
  const at = blocks.findLastIndex(({ kind }) => kind === 'adjournment');
  const closing = blocks[at];
  const fields = { chair: chair.slice(0, 2000), recorder: recorder.slice(0, 2000) };
  if (closing?.kind === 'adjournment') return blocks.with(at, { ...closing, values: { signatures: 'lines' }, fields: { ...closing.fields, ...fields } }) as Block[];
  return chair + recorder === '' ? [...blocks] : [...blocks, section('adjournment', fields, { signatures: 'lines' }, [])];
}
