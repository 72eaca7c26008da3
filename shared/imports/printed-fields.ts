/** The fields of a section as its lines print them, and back from what these lines say now. */
import { type Section, sections } from '../minutes/blocks/index.ts';
import { inlineText } from '../minutes/inline.ts';
import { fieldText, type Paper } from '../minutes/recognise/build.ts';
import { type AnySection, type Part, partsText, type SectionBlock, type SectionLayout } from '../minutes/section.ts';
import { commonEnd, commonStart } from '../text/common.ts';

type Fields = Record<string, string>;

/** The lines that a section prints for its fields before or after its body. */
export const linesOf = (block: Section, place: 'before' | 'after', { region, script }: Paper): string[] =>
  layoutOf(block, region)[place].map((parts) => partsText(parts, block.fields as Fields, script)).filter((text) => text !== '');

const layoutOf = (block: Section, region: Paper['region']): SectionLayout<string> =>
  (sections[block.kind] as unknown as AnySection).section.layout((block as SectionBlock).values, region);

/**
 * The section `read`, whose heading and lines are all loose text, with the fields that they tell, as `own` prints them. A line
 * that was taken out or is another now empties its fields.
 */
export function readFields(read: Section, own: Section, { region, script }: Paper): Section {
  const layout = layoutOf(own, region);
  const told = own.heading === null && read.heading !== null ? changedField(layout.heading, own.fields, read.heading, script) : null;
  const gone = [...layout.before, ...layout.after].filter((parts) => partsText(parts, own.fields as Fields, script) !== '').map((parts) => emptied(parts, layout));
  return readLines({ ...read, ...(told && { heading: null }), fields: Object.assign({ ...own.fields }, ...gone, told) as Fields } as Section, own, { region, script });
}

/** The section with the fields of lines that stand in its body as text, as `own` prints them. */
export function readLines(read: Section, own: Section, { region, script }: Paper): Section {
  const layout = layoutOf(own, region);
  const known = new Set(own.body.map(({ id }) => id));
  const sent: Fields = own.fields;
  let fields: Fields = read.fields;
  const body = [...read.body];
  for (const parts of [...layout.before, ...layout.after]) {
    if (partsText(parts, sent, script) === '') continue;
    const found = body.flatMap((block, at) => {
      const changed = block.kind === 'paragraph' && !known.has(block.id) ? changedField(parts, sent, inlineText(block.inline), script) : null;
      return changed ? [{ at, changed }] : [];
    });
    const line = found.find(({ changed }) => Object.keys(changed).length === 0) ?? found[0];
    if (!line) continue;
    fields = { ...fields, ...fieldsOf(parts, sent), ...line.changed };
    body.splice(line.at, 1);
  }
  return { ...read, fields, body } as Section;
}

const fieldsOf = (parts: readonly Part<string>[], fields: Fields): Fields => Object.fromEntries(parts.flatMap((part) => ('field' in part ? [[part.field, fields[part.field] ?? ''] as const] : [])));

/** The fields of a line that the heading does not show as well, empty. */
function emptied(parts: readonly Part<string>[], { heading }: SectionLayout<string>): Fields {
  const shown = new Set(heading.map((part) => ('field' in part ? part.field : '')));
  return Object.fromEntries(Object.keys(fieldsOf(parts, {})).filter((field) => !shown.has(field)).map((field) => [field, '']));
}

/** The one field in which a line is another than the fields print it; {} = none is. null where its fixed words are other ones. */
function changedField(parts: readonly Part<string>[], fields: Fields, text: string, script: Paper['script']): Fields | null {
  const shown = partsText(parts, fields, script);
  if (shown === text) return {};
  const start = commonStart(shown, text);
  const left = shown.length - commonEnd(shown.slice(start), text.slice(start));
  let end = 0;
  for (const part of parts) {
    const from = end;
    end += partsText([part], fields, script).length;
    if (!('field' in part) || start < from || left > end) continue;
    const changed = { [part.field]: fieldText(text.slice(from, text.length - (shown.length - end))) };
    return partsText(parts, { ...fields, ...changed }, script) === text ? changed : null;
  }
  return null;
}
