/** From what a reader found in a file to a record, and what was doubtful about it. */
import type { Doubt } from '#shared/imports/doubt.ts';
import type { Region, Script } from '#shared/language.ts';
import { blocksWithin } from '#shared/minutes/walk.ts';
import { minutesDocumentSchema, type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import { withUniqueIds } from '#shared/minutes/ids.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { type Line, type Paper, paragraph } from '#shared/minutes/recognise/build.ts';
import { fromFileName } from '#shared/minutes/recognise/file-name.ts';
import { type Recognised, recogniseLines } from '#shared/minutes/recognise/index.ts';
import { certainClasses, type Damage } from '#shared/text/damage.ts';
import { fileLines, type FileLines } from './lines.ts';
import { regionOf, scriptOf } from './paper.ts';
import { repairBlocks } from './repairs.ts';
import { linesOfSource, paragraphsOf, type Source } from './source.ts';

export interface RecordOptions {
  region?: Region;
  script?: Script;
}

export interface ReadRecord {
  document: MinutesDocument;
  doubts: Doubt[];
  /** The lines of the file, to read beside the record. */
  lines: string[];
  /** The pictures that the record shows, by their sha256. */
  pictures: ReadonlyMap<string, Uint8Array>;
  damage: Damage;
  found: Recognised['found'];
}

/** The record of a file. No word of its text is lost; where the structure cannot be told, each line is a paragraph. */
export function toRecord(source: Source, name: string, options: RecordOptions = {}): ReadRecord {
  const damage = repairBlocks(source.blocks);
  const lines = linesOfSource(source.blocks);
  const text = lines.join('\n');
  const script = options.script ?? scriptOf(text);
  const own = paragraphsOf(source.blocks).some(({ anchors }) => anchors.length > 0);
  const file = fileLines(source.blocks, source.pictures, { script, own });
  // Only pages of the mainland's encoding carry this damage, in whatever script they are.
  const isDamaged = certainClasses.some((kind) => damage.counts[kind] > 0);
  const paper: Paper = { script, region: options.region ?? (isDamaged ? 'CN' : regionOf(file.lines, script, source.language)) };
  const read = recogniseLines(file.lines, paper);
  const { meta, doubts } = headOf({ ...(own && source.creator !== '' && { organisation: source.creator.slice(0, 500) }), ...framed(file), ...read.meta }, source.title, name);
  const made = documentOf(file.lines, read, paper, meta);
  const doubtful: Doubt[] = [...(made.isPlain ? [about('plain')] : []), ...doubts, ...ofFile(source, damage), ...ofFrame(file), ...file.doubts];
  return { document: made.document, doubts: placed(doubtful, made.document), lines, pictures: new Map([...source.pictures].map(([hash, { bytes }]) => [hash, bytes])), damage, found: read.found };
}

function documentOf(lines: readonly Line[], read: Recognised, paper: Paper, meta: Partial<Meta>): { document: MinutesDocument; isPlain: boolean } {
  const empty = newMinutes({ ...meta, ...paper });
  const make = (blocks: MinutesDocument['blocks'], roster: MinutesDocument['roster']) =>
    minutesDocumentSchema.safeParse(withUniqueIds({ ...empty, roster, blocks: blocks.length > 0 ? blocks : empty.blocks }));
  const made = make(read.blocks, read.roster);
  if (made.success) return { document: made.data, isPlain: false };
  // A text that no field or heading can hold: too long, or of a form that nobody thought of.
  const bare = make(lines.map((line) => line.file?.block ?? paragraph(line)), []);
  if (!bare.success) throw new Error('a record of paragraphs alone was not valid', { cause: bare.error });
  return { document: bare.data, isPlain: true };
}

const about = (kind: Doubt['kind'], text = ''): Doubt => ({ kind, blockId: null, text: text.slice(0, 2000) });

/** The head of the record: what its text says, and where it says nothing the file's name and properties. */
function headOf(read: Partial<Meta>, ownTitle: string, name: string): { meta: Partial<Meta>; doubts: Doubt[] } {
  const named = fromFileName(name);
  const doubts: Doubt[] = [];
  const title = read.title ?? (ownTitle !== '' && !isNothing(ownTitle) ? ownTitle.slice(0, 500) : (named.title ?? ''));
  if (read.title === undefined) doubts.push(about('titleFromName', title));
  if (read.start === undefined) doubts.push(named.start ? about('dateFromName', named.start) : about('noDate'));
  else if (read.start && named.start && !read.start.startsWith(named.start)) doubts.push(about('dateDiffers', `${read.start.slice(0, 10)}；${named.start}`));
  const differ = (['term', 'session'] as const).some((key) => read[key] && named[key] && read[key] !== named[key]);
  if (differ) doubts.push(about('countDiffers', named.title ?? ''));
  return { meta: { ...named, ...read, title }, doubts };
}

/** What programs call a file that nobody named. */
const isNothing = (title: string): boolean => /^(?:microsoft word|word|文件|文档|document|untitled|無標題|无标题)\b|\.docx?$/i.test(title) || /^[\x00-\x7f]{0,3}$/.test(title);

/** What an official layout says of the record in lines of its own. */
function framed({ frame }: FileLines): Partial<Meta> {
  const text = (style: FileLines['frame'][number]['style']): string => frame.find((one) => one.style === style)?.text.trim() ?? '';
  const [number, mark, addressee] = [text('documentNumber'), text('mark'), text('addressee').replace(/[：:]$/, '')];
  const official = { ...(mark !== '' && { mark: mark.slice(0, 500) }), ...(addressee !== '' && { addressee: addressee.slice(0, 500) }) };
  return { ...(/〔|\[|號$|号$/.test(number) && { documentNumber: number.slice(0, 500) }), ...(Object.keys(official).length > 0 && { official }) };
}

const ofFrame = ({ frame }: FileLines): Doubt[] => {
  const rest = frame.filter(({ style }) => !['documentNumber', 'mark', 'addressee'].includes(style)).map(({ text }) => text);
  return rest.length > 0 ? [about('frame', rest.join('\n'))] : [];
};

function ofFile({ left, changes, comments, throughOffice }: Source, { counts, unresolved }: Damage): Doubt[] {
  const repaired = certainClasses.reduce((sum, kind) => sum + counts[kind], 0);
  return [
    ...(throughOffice ? [about('office')] : []),
    ...(repaired > 0 ? [about('repaired', String(repaired))] : []),
    ...(unresolved.length > 0 ? [about('unresolved', String(unresolved.length))] : []),
    ...[...left.keys()].map((kind) => about(kind)),
    ...changes.map(({ kind, author, text, anchor }): Doubt => ({ kind: 'change', blockId: anchor, text: `${author}：${kind === 'insertion' ? '＋' : '－'}${text}`.slice(0, 2000) })),
    ...comments.map(({ author, text, quote, anchor }): Doubt => ({ kind: 'comment', blockId: anchor, text: `${author}：${quote === '' ? '' : `「${quote.slice(0, 500)}」`}${text}`.slice(0, 2000) })),
  ];
}

/** Doubts about blocks that are in the record by their id, the others about all of it. */
function placed(doubts: readonly Doubt[], document: MinutesDocument): Doubt[] {
  const ids = new Set(document.blocks.flatMap((block) => [...blocksWithin(block)].map(({ id }) => id)));
  return doubts.slice(0, mostDoubts).map((doubt) => (doubt.blockId === null || ids.has(doubt.blockId) ? doubt : { ...doubt, blockId: null }));
}

/** Nobody reads more of them. */
const mostDoubts = 500;
