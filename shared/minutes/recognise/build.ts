/** Blocks as the recogniser makes them, and the reading of a line beside its folded form. */
import type { Region, Script } from '../../language.ts';
import { foldScript } from '../../text/fold.ts';
import { type BlockOf, type Section, type SectionKind, sections } from '../blocks/index.ts';
import type { BodyBlock } from '../blocks/body.ts';
import { newId } from '../id.ts';
import { plain } from '../inline.ts';
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
}

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

export const paragraph = (text: string): BlockOf<'paragraph'> => ({ id: newId(), kind: 'paragraph', inline: plain(text) });

export const heading = (text: string): BlockOf<'heading'> => ({ id: newId(), kind: 'heading', level: 1, inline: plain(text) });

/** What a field can hold: one line of at most 2000 characters. */
export const fieldText = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 2000);

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
