/** From what a reader found in a file to a record, and what was doubtful about it. */
import type { Doubt } from '#shared/imports/doubt.ts';
import type { Region, Script } from '#shared/language.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { blocksWithin } from '#shared/minutes/walk.ts';
import { minutesDocumentSchema, type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import { withUniqueIds } from '#shared/minutes/ids.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { type Line, type Paper, paragraph } from '#shared/minutes/recognise/build.ts';
import { fromFileName } from '#shared/minutes/recognise/file-name.ts';
import { type Recognised, recogniseLines } from '#shared/minutes/recognise/index.ts';
import { certainClasses, type Damage } from '#shared/text/damage.ts';
import { fileLines, type FileLines } from './lines.ts';
import { type OwnPaper, ownPapers, unlike } from './own-paper.ts';
import { withParts } from './own-parts.ts';
import { regionOf, scriptOf, scriptOfTag } from './paper.ts';
import { repairBlocks } from './repairs.ts';
import { linesOfSource, paragraphsOf, type Source } from './source.ts';

export interface RecordOptions {
  region?: Region;
  script?: Script;
  /** How this program wrote the file; absent = to be told from it. */
  own?: OwnPaper;
  /** The layouts that this program may have written it in; absent = those that come with it. */
  layouts?: readonly LayoutProfile[];
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

/** `head`: doubts about all of it. */
type Made = Pick<ReadRecord, 'document' | 'doubts' | 'found'> & { head: Doubt[] };

/** The record of a file. No word of its text is lost; where the structure cannot be told, each line is a paragraph. */
export function toRecord(source: Source, name: string, options: RecordOptions = {}): ReadRecord {
  const damage = repairBlocks(source.blocks);
  const lines = linesOfSource(source.blocks);
  const text = lines.join('\n');
  const isOwn = paragraphsOf(source.blocks).some(({ anchors }) => anchors.length > 0);
  const script = options.script ?? (isOwn ? scriptOfTag(source.language) : null) ?? scriptOf(text);
  // Only pages of the mainland's encoding carry this damage, in whatever script they are.
  const isDamaged = certainClasses.some((kind) => damage.counts[kind] > 0);
  const linesAs = (own: OwnPaper | null, region: Region): FileLines => fileLines(source.blocks, source.pictures, { script, region, own, title: isOwn ? source.title : '', creator: isOwn ? source.creator : '' });
  const regionIn = ({ lines: read }: FileLines): Region => options.region ?? (isDamaged ? 'CN' : regionOf(read, script, source.language));
  const made = isOwn ? ownRecord() : foreignRecord();

  function foreignRecord(): Made {
    // Only lines of ours are read by the words of a region.
    const file = linesAs(null, 'TW');
    return recordOf(file, { script, region: regionIn(file) }, source, name, false);
  }

  /** Those of the layout, or any: the likeliest first. */
  function regionsOf(own: OwnPaper): Region[] {
    if (own.layout.writing.region) return [own.layout.writing.region];
    return options.region ? [options.region] : [...new Set([regionIn(linesAs(own, 'TW')), ...(['TW', 'CN', 'HK'] as const)])];
  }

  function ownRecord(): Made {
    let best: { made: Made; apart: number } | null = null;
    for (const { own, region } of (options.own ? [options.own] : ownPapers(options.layouts)).flatMap((own) => regionsOf(own).map((region) => ({ own, region })))) {
      const file = linesAs(own, region);
      const made = withParts(recordOf(file, { script, region }, source, name, true), file.frame, own);
      const apart = unlike(source.blocks, made.document, own);
      if (!best || apart < best.apart) best = { made, apart };
      if (apart === 0) break;
    }
    return best?.made ?? foreignRecord();
  }

  const doubtful: Doubt[] = [...made.head, ...ofFile(source, damage), ...made.doubts];
  return {
    document: made.document,
    doubts: placed(doubtful, made.document),
    lines,
    pictures: new Map([...source.pictures].map(([hash, { bytes }]) => [hash, bytes])),
    damage,
    found: made.found,
  };
}

/** A record of the lines of a file. */
function recordOf(file: FileLines, paper: Paper, source: Source, name: string, isOwn: boolean): Made {
  const read = recogniseLines(file.lines, paper);
  const { meta, doubts } = headOf({ ...(source.creator !== '' && isOwn && { organisation: source.creator.slice(0, 500) }), ...read.meta }, source.title, name);
  const made = documentOf(file.lines, read, paper, meta);
  return { document: made.document, head: [...(made.isPlain ? [about('plain')] : []), ...doubts], doubts: file.doubts, found: read.found };
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
