/** Blocks as the recogniser makes them, and the reading of a line beside its folded form. */
import type { Region, Script } from '../../language.ts';
import type { Align } from '../align.ts';
import { foldScript } from '../../text/fold.ts';
import { type BlockOf, type Section, type SectionKind, sections } from '../blocks/index.ts';
import type { BodyBlock } from '../blocks/body.ts';
import { newId } from '../id.ts';
import { type Inline, inlineText, plain } from '../inline.ts';
import type { ItemLevel } from '../level.ts';
import type { LabelledPart } from '../parts/reading.ts';
import { type AnySection, type SectionBlock, sectionHeading } from '../section.ts';

/** How the record that is made will print: derived words are compared with those of the source. */
export interface Paper {
  region: Region;
  script: Script;
}

/** A line of the source without the space around it, and the same line folded: offsets agree. */
export interface Line {
  text: string;
  folded: string;
  /** Where the source is no plain text. */
  file?: FileLine;
}

/** What a file says of a line beside its words. */
export interface FileLine {
  /** The text with its marks. */
  inline: Inline[];
  /** The block that stands here: a table, a picture, a bullet. Where it has no words the text of the line is `noWords`. */
  block?: BodyBlock;
  /** A section that stands here, whole. */
  section?: Section;
  /** The id that the block had when this program wrote the file. */
  id?: string;
  /** A field of the record that the line shows, as the layout says: its words are not looked at. */
  part?: LabelledPart;
  /** How a paragraph of ours stands where it does not stand as its style does. */
  align?: Align;
  /** What the line is at the head of the record, or the heading of a section. */
  role?:
    | 'title'
    | 'organisation'
    | 'data'
    | 'section'
    /** A heading that the layout has numbered: a section by its words while no heading of the text stands before it. */
    | 'chapter'
    /** Says more of who was there, under the names that the layout puts elsewhere. */
    | 'attendance'
    /** Stands on the pages of an annex. */
    | 'annex';
  heading?: ItemLevel;
  /** The number before the text is that of a list: how long it is with the space after it. */
  number?: { label: string; length: number };
  /** The file says exactly what the line is: words make neither a number nor a heading of it, nor data of the head. */
  exact?: true;
}

/** Whether a line is a block or an item already, whatever its words are. */
export const isFixed = ({ file }: Line): boolean => file?.block !== undefined || (file?.exact === true && file.number !== undefined);

/** Stands for what has no words (U+FFFC). */
export const noWords = '\ufffc';

export function lineOf(source: string): Line {
  const text = source.trim();
  return { text, folded: foldScript(text) };
}

/** The text of the source where a group of a pattern with the `d` flag matched; '' where it did not. */
export function groupText(line: Line, match: RegExpExecArray, group: number): string {
  const [start, end] = match.indices?.[group] ?? [0, 0];
  return line.text.slice(start, end);
}

/** Equal but for white space and the width of signs: what prints for a line is the line. */
export const sameOnPaper = (one: string, other: string): boolean => onPaper(one) === onPaper(other);

const onPaper = (text: string): string =>
  text.replace(/\s/g, '').replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** A paragraph of a text, or of a line with its marks. */
export const paragraph = (source: string | Line): BlockOf<'paragraph'> => ({
  id: newId(),
  kind: 'paragraph',
  ...(typeof source !== 'string' && source.file?.align && { align: source.file.align }),
  inline: inlineOf(source),
});

export const heading = (source: string | Line, level: ItemLevel = 1): BlockOf<'heading'> => ({ id: newId(), kind: 'heading', level, inline: inlineOf(source) });

const inlineOf = (source: string | Line): Inline[] => (typeof source === 'string' ? plain(source) : (source.file?.inline ?? plain(source.text)));

/** Inline content from an offset of its text on. */
export function inlineFrom(line: Line, start: number): Inline[] {
  if (!line.file) return plain(line.text.slice(start));
  let rest = start;
  return line.file.inline.flatMap((part): Inline[] => {
    const { length } = inlineText([part]);
    const skipped = Math.min(rest, length);
    rest -= skipped;
    if (skipped === length) return length === 0 ? [part] : [];
    return [skipped > 0 && part.type === 'text' ? { ...part, text: part.text.slice(skipped) } : part];
  });
}

/** What a field can hold: one line. */
export const fieldText = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A section with the given fields and values; the others are empty or as they start. */
export function section<Kind extends SectionKind>(
  kind: Kind,
  fields: Partial<BlockOf<Kind>['fields']>,
  values: Partial<BlockOf<Kind>['values']>,
  body: BodyBlock[],
): BlockOf<Kind> {
  const { fields: known, choices } = (sections[kind] as unknown as AnySection).section;
  const given = fields as Record<string, string | undefined>;
  return {
    id: newId(),
    kind,
    heading: null,
    fields: Object.fromEntries(Object.keys(known).map((name) => [name, fieldText(given[name] ?? '')])),
    values: { ...Object.fromEntries(Object.entries(choices).map(([name, choice]) => [name, choice.initial])), ...values },
    body,
  } as unknown as BlockOf<Kind>;
}

/** The heading that a section shows and prints. */
export function shownHeading(block: Section, paper: Paper): string {
  const definition = sections[block.kind] as unknown as AnySection;
  return sectionHeading(definition, block as unknown as SectionBlock, paper.region, paper.script);
}

/** Keeps the line of the source as the heading, unless the heading that the fields make is the same. */
export function headedBy<Block extends Section>(block: Block, source: string, paper: Paper): Block {
  return { ...block, heading: shownHeading({ ...block, heading: null }, paper) === source ? null : source };
}
