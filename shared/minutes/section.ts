/**
 * A section is a block with fields: who spoke, what was considered. Its heading is made from the fields by the
 * form of its kind unless it was written by hand; its body is ordinary blocks.
 */
import { z } from 'zod';
import type { Region, Script, Words } from '../language.ts';
import { type BlockDefinition, defineBlock, type PrintContext } from './block.ts';
import { type BodyBlock, bodyBlockSchema } from './blocks/body.ts';
import { idSchema } from './id.ts';
import { inlineText, plain } from './inline.ts';
import type { PrintNode, PrintParagraph } from './print.ts';

/** A fixed word of the paper, in both scripts. */
export type Term = Readonly<Record<Script, string>>;
export const term = (Hant: string, Hans: string): Term => ({ Hant, Hans });

/** One piece of a heading or line, left to right: a fixed word, or the text of a field. */
export type Part<Field extends string> =
  | { text: Term }
  /** `fallback` prints where the field is empty (「報告」 for a report without a title). */
  | { field: Field; fallback?: Term };

export interface SectionLayout<Field extends string> {
  /** Empty = the kind prints no heading of its own. */
  heading: readonly Part<Field>[];
  /** Whole lines before and after the body (「出席：…」, 「決議：…」); a line whose fields are all empty is not printed. */
  before: readonly (readonly Part<Field>[])[];
  after: readonly (readonly Part<Field>[])[];
  /** Fields that are data only: shown beside the section, never printed in it. */
  aside: readonly Field[];
  /** What the outline shows of a section without a heading. Absent = the heading that its fields would make. */
  outline?: readonly Part<Field>[];
}

export interface FieldDefinition {
  label: Words;
  /** An empty required field counts as 待填 and is reported at export. */
  required: boolean;
  /** The next meeting of the body starts with it: who usually reports, not what was decided. */
  recurs?: true;
}

export interface ChoiceDefinition<Value extends string> {
  label: Words;
  options: Readonly<Record<Value, Words>>;
  initial: Value;
  /** The next meeting of the body starts with it, not with `initial`. */
  recurs?: true;
}

/** What a kind of section knows beside its text: votes, candidates, rows of actions. Edited beside the paper, in the inspector. */
export interface SectionData<Data> {
  schema: z.ZodType<Data>;
  /** What a section that has none begins with. */
  initial: Data;
  /** The lines of it that search finds. */
  toText(data: Data): string[];
  /** The lines and tables that it prints between the body and the lines after it. */
  toPrint(data: Data, context: PrintContext, blockId: string): PrintNode[];
  /** Stands on the page where they print nothing yet, for a kind that has little else; it does not print. */
  invite?: Words;
  /** What the next meeting starts with; absent = `initial`. */
  next?(data: Data): Data;
}

export interface SectionBlock<
  Kind extends string = string,
  Field extends string = string,
  Values extends Readonly<Record<string, string>> = Record<string, string>,
  Data = unknown,
> {
  id: string;
  kind: Kind;
  /** null = made from the fields; '' = none; otherwise as written by hand. */
  heading: string | null;
  fields: Record<Field, string>;
  values: Values;
  body: BodyBlock[];
  /** Absent where the kind has none, or where it is as it begins: read it with `sectionData`. */
  data?: Data;
}

/** Where in a meeting a kind usually stands: menus group the kinds so, in this order. */
export const sectionGroups = ['opening', 'hearing', 'deciding', 'closing'] as const;
export type SectionGroup = (typeof sectionGroups)[number];

/** The colours of the rule beside a section (`--tone-…` in tokens.css). */
type SectionTone = 'grey' | 'blue' | 'green' | 'teal' | 'red' | 'brown' | 'violet' | 'plum';

interface SectionOffer {
  group: SectionGroup;
  /** Stands in the menu itself: in nearly every record. The others are one step further. */
  common?: true;
  /** What else it is called, parted by blanks: pinyin initials, and words that people say instead. */
  names: string;
}

type Choices = Readonly<Record<string, ChoiceDefinition<string>>>;
type ValuesOf<Of extends Choices> = { [Choice in keyof Of]: keyof Of[Choice]['options'] & string };

interface SectionSpec<Kind extends string, Field extends string, Of extends Choices, Data> {
  kind: Kind;
  label: Words;
  /** How menus offer it. */
  offer: SectionOffer;
  /** Its colour; absent = that of its group. */
  tone?: SectionTone;
  fields: Readonly<Record<Field, FieldDefinition>>;
  choices: Of;
  layout(values: ValuesOf<Of>, region: Region): SectionLayout<Field>;
  data?: SectionData<Data>;
  fixtures: SectionBlock<Kind, Field, ValuesOf<Of>, Data>[];
}

/** Long enough for the names of a general assembly. */
const line = z.string().max(100_000).regex(/^[^\n\r]*$/);

/** Checks the definition of a kind of section, and derives its schema, text and paper form from it. */
export function defineSection<const Kind extends string, const Field extends string, const Of extends Choices, Data = never>(
  spec: SectionSpec<Kind, Field, Of, Data>,
) {
  const fieldNames = Object.keys(spec.fields) as Field[];
  // What a kind learned since a record was written is there as it begins.
  const choices = Object.entries(spec.choices).map(([name, { options, initial }]) => [name, z.enum(Object.keys(options)).default(initial)]);
  // The keys come from the definition, which zod cannot see; the type says what they are.
  const schema = z.strictObject({
    id: idSchema,
    kind: z.literal(spec.kind),
    heading: z.string().max(2000).nullable(),
    fields: z.strictObject(Object.fromEntries(fieldNames.map((name) => [name, line.default('')]))),
    values: z.strictObject(Object.fromEntries(choices)),
    body: z.array(bodyBlockSchema),
    ...(spec.data && { data: spec.data.schema.optional() }),
  }) as unknown as z.ZodType<SectionBlock<Kind, Field, ValuesOf<Of>, Data>>;

  const block = defineBlock({
    kind: spec.kind,
    label: spec.label,
    schema,
    toText: ({ heading, fields, body, data }, context) =>
      [heading ?? '', ...fieldNames.map((name) => fields[name]), ...context.text(body), ...dataText(spec.data, data)].filter((text) => text !== ''),
    toPrint({ id, heading, fields, values, body, data }, context) {
      const layout = spec.layout(values, context.region);
      const title = heading ?? headingText(layout.heading, fields, context.script);
      const printed = printData(spec.data, data, context, id);
      // The line to write in that every body has is not a blank line on paper.
      const onlyData = spec.data !== undefined && body.every(isEmptyLine);
      const nodes: PrintNode[] = [
        ...(title === '' ? [] : [{ type: 'paragraph' as const, style: 'sectionHeading' as const, runs: plain(title) }]),
        ...printLines(layout.before, fields, context),
        ...(onlyData ? [] : context.print(body)),
        ...printed,
        ...printLines(layout.after, fields, context),
      ];
      const first = nodes.find((node) => node.type !== 'pageBreak');
      if (first) first.anchor = id;
      return nodes;
    },
    fixtures: spec.fixtures,
  });
  return { ...block, section: spec };
}

/** The place to type into of a section that is data alone; it does not print as an empty line. */
const isEmptyLine = (block: BodyBlock): boolean => block.kind === 'paragraph' && block.inline.length === 0;

const dataText = <Data>(of: SectionData<Data> | undefined, data: Data | undefined): string[] => of?.toText(data ?? of.initial) ?? [];

const printData = <Data>(of: SectionData<Data> | undefined, data: Data | undefined, context: PrintContext, blockId: string): PrintNode[] =>
  of?.toPrint(data ?? of.initial, context, blockId) ?? [];

/** What a section knows beside its text; as its kind begins where the section has nothing of its own. */
export const sectionData = <Data>(section: { section: { data?: SectionData<Data> } }, block: { data?: Data }): Data | undefined =>
  block.data ?? section.section.data?.initial;

const groupTones: Readonly<Record<SectionGroup, SectionTone>> = { opening: 'grey', hearing: 'blue', deciding: 'red', closing: 'grey' };

/** The colour of a kind of section. */
export const toneOf = ({ section: { tone, offer } }: { section: { tone?: SectionTone; offer: SectionOffer } }): SectionTone => tone ?? groupTones[offer.group];

/** The text of a line: fields as they stand, fallbacks for empty ones; '' where all fields are empty and none falls back. */
export function partsText<Field extends string>(
  parts: readonly Part<Field>[],
  fields: Readonly<Record<Field, string>>,
  script: Script,
): string {
  const named = parts.filter((part) => 'field' in part);
  if (named.length > 0 && !named.some((part) => fields[part.field] !== '' || part.fallback)) return '';
  return parts
    .map((part) => ('text' in part ? part.text[script] : fields[part.field] || (part.fallback?.[script] ?? '')))
    .join('');
}

/** The heading that fields make: as that of a line, but a fallback alone makes no heading (「作報告」 by nobody). */
export function headingText<Field extends string>(
  parts: readonly Part<Field>[],
  fields: Readonly<Record<Field, string>>,
  script: Script,
): string {
  const named = parts.filter((part) => 'field' in part);
  return named.length > 0 && named.every((part) => fields[part.field] === '') ? '' : partsText(parts, fields, script);
}

function printLines<Field extends string>(
  lines: readonly (readonly Part<Field>[])[],
  fields: Readonly<Record<Field, string>>,
  context: PrintContext,
): PrintParagraph[] {
  return lines
    .map((parts) => partsText(parts, fields, context.script))
    .filter((text) => text !== '')
    .map((text) => ({ type: 'paragraph', style: 'body', runs: plain(text) }));
}

/** The heading that a section shows and prints: by hand, or made from its fields. '' = none. */
export function sectionHeading<Field extends string>(
  section: { section: SectionSpec<string, Field, Record<string, ChoiceDefinition<string>>, unknown> },
  block: SectionBlock<string, Field>,
  region: Region,
  script: Script,
): string {
  return block.heading ?? headingText(section.section.layout(block.values, region).heading, block.fields, script);
}

/**
 * What a section is called in the outline: its heading, or what stands for one. Where there is none it is called by
 * its kind while the fields of its heading wait, else by its first words.
 */
export function sectionName(
  section: AnySection,
  block: SectionBlock,
  region: Region,
  script: Script,
): string {
  const layout = section.section.layout(block.values, region);
  const waits = block.heading === null && layout.heading.length > 0;
  return (
    sectionHeading(section, block, region, script) ||
    headingText(layout.outline ?? layout.heading, block.fields, script) ||
    (waits ? '' : bodyStart(block.body)) ||
    section.label[script === 'Hant' ? 'zh-Hant' : 'zh-Hans']
  );
}

/** The first words of a body, for an outline entry of a section without a heading. */
export function bodyStart(body: readonly BodyBlock[]): string {
  for (const block of body) {
    if ('inline' in block) {
      const text = inlineText(block.inline).trim();
      if (text !== '') return text;
    }
  }
  return '';
}

export type AnySection = BlockDefinition<string, z.ZodType> & { section: SectionSpec<string, string, Record<string, ChoiceDefinition<string>>, unknown> };
