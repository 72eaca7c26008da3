/** What a Word file says of its own look, for the rules that are held against it. */
import { type Carried, type FactParagraph, type FactRun, type PaperFacts } from '#shared/proof/facts.ts';
import { withRoles } from '#shared/proof/roles.ts';
import type { ReadBlock, ReadDocx, ReadParagraph } from '../reading/index.ts';
import { Styles } from '../reading/styles.ts';
import { child, children, isOn, valueOf, within, type XmlElement } from '../reading/xml.ts';
import { feetOf } from './feet.ts';
import { Formats } from './format.ts';

/** `carriesRecord`: the file is a working copy. */
export function paperFacts(docx: ReadDocx, carriesRecord: boolean): PaperFacts {
  const part = (name: string): XmlElement | null => docx.part(name);
  const [stylesPart, document] = [part('word/styles.xml'), part('word/document.xml')];
  const formats = new Formats(stylesPart, part('word/numbering.xml'));
  const section = document ? within(document, 'w:sectPr')[0] : undefined;
  const paragraphs = withRoles(placed(docx.blocks).map(([paragraph, place]) => factOf(paragraph, place, formats)));
  const [page] = docx.sections;
  const size = page ?? { width: 0, height: 0, top: 0, right: 0, bottom: 0, left: 0 };
  const { width, height, top, right, bottom, left } = size;
  return {
    page: { width, height, top, right, bottom, left },
    grid: gridOf(section, paragraphs, { width: width - left - right, height: height - top - bottom }),
    oddAndEven: isOn(part('word/settings.xml'), 'w:evenAndOddHeaders') === true,
    feet: feetOf(section, { part, formats, styles: new Styles(stylesPart) }),
    language: child(child(child(child(stylesPart, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'), 'w:lang')?.attributes['w:eastAsia'] ?? '',
    paragraphs,
    otherNames: otherNames(part('word/fontTable.xml')),
    carries: carried(docx, carriesRecord),
  };
}

type Place = FactParagraph['place'];

/** The paragraphs in the order of the file, each with where it stands. */
function placed(blocks: readonly ReadBlock[], place: Place = 'text'): [ReadParagraph, Place][] {
  return blocks.flatMap((block): [ReadParagraph, Place][] => {
    if (block.type === 'paragraph') return [[block, block.boxed ? 'box' : place]];
    return block.type === 'table' ? block.rows.flat().flatMap((cell) => placed(cell.blocks, 'table')) : [];
  });
}

function factOf(paragraph: ReadParagraph, place: Place, formats: Formats): Omit<FactParagraph, 'role'> {
  const runs = paragraph.runs.map(({ text, look, marks }): FactRun => ({
    text, face: look.eastAsia, latin: look.latin, pt: look.pt, bold: look.bold || marks.includes('bold'), colour: look.colour, spacing: look.spacing,
  }));
  const format = formats.of(paragraph.element, runs[0]?.pt ?? 0);
  return {
    style: paragraph.styleName,
    text: runs.map(({ text }) => text).join(''),
    label: paragraph.number?.label ?? '',
    level: paragraph.number && !paragraph.number.bullet ? paragraph.number.level + 1 : 0,
    outline: paragraph.heading ?? 0,
    runs,
    ...format,
    place,
    block: paragraph.anchors[0] ?? null,
  };
}

/** Lines by the height of the lines of text, else by the grid; characters by their width with what is between them. */
function gridOf(section: XmlElement | undefined, paragraphs: readonly FactParagraph[], area: { width: number; height: number }): PaperFacts['grid'] {
  const grid = child(section, 'w:docGrid')?.attributes ?? {};
  const body = paragraphs.find(({ role, text }) => role === 'body' && text.trim() !== '') ?? paragraphs.find(({ text }) => text.trim() !== '');
  const points = (mm: number): number => (mm / 25.4) * 72;
  const isGrid = grid['w:type'] === 'lines' || grid['w:type'] === 'linesAndChars';
  const pitch = body?.line ?? (isGrid ? (Number(grid['w:linePitch']) || 0) / 20 : 0);
  const pt = body?.runs[0]?.pt ?? 0;
  const space = grid['w:type'] === 'linesAndChars' ? (Number(grid['w:charSpace']) || 0) / 4096 : (body?.runs[0]?.spacing ?? 0);
  return {
    // A hundredth of a line more or less is the rounding to twips.
    lines: pitch > 0 ? Math.floor(points(area.height) / pitch + 0.02) : null,
    characters: pt > 0 ? Math.floor(points(area.width) / (pt + space) + 0.02) : null,
  };
}

function otherNames(fontTable: XmlElement | null): PaperFacts['otherNames'] {
  return Object.fromEntries(
    children(fontTable, 'w:font').flatMap((font) => {
      const others = (valueOf(font, 'w:altName') ?? '').split(',').filter((name) => name !== '');
      return others.length > 0 ? [[font.attributes['w:name'] ?? '', others]] : [];
    }),
  );
}

function carried({ comments, changes, left }: ReadDocx, record: boolean): Carried[] {
  const there: Readonly<Record<Carried, boolean>> = { record, comments: comments.length > 0, changes: changes.length > 0, macros: left.has('macros'), outside: left.has('external') };
  return (Object.keys(there) as Carried[]).filter((thing) => there[thing]);
}
