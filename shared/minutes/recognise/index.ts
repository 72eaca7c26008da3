/**
 * From a plain record to structure, line by line. Nothing is dropped: what is not surely something stays the
 * paragraph that it was, and what is derived on paper (a heading, a number, a label) is only taken out of the text
 * where exactly the same comes back.
 */
import { cleanText } from '../../text/clean.ts';
import { readMarker } from '../../text/numerals.ts';
import { isSectionKind, type Block, type BlockKind, type Section, sections } from '../blocks/index.ts';
import type { BodyBlock } from '../blocks/body.ts';
import { newId } from '../id.ts';
import type { HeadLine } from '../head.ts';
import type { ItemLevel } from '../level.ts';
import type { Meta } from '../meta.ts';
import { numberLabel } from '../numbering.ts';
import { attendanceStateSchema, attendanceWords, type Person } from '../roster.ts';
import { readAgenda } from './agenda.ts';
import { listAttendance, newAttendance, tellAttendance, tellsAttendance } from './attendance.ts';
import { fieldText, heading, headedBy, inlineFrom, isFixed, type Line, lineOf, paragraph, type Paper, sameOnPaper, section, shownHeading } from './build.ts';
import { adjournmentUnder, namesAdjournment, readAdjournment, readAnnexes, readSignatures } from './closing.ts';
import { readDecisions } from './decisions.ts';
import { countElection } from './elections.ts';
import { readEvent } from './events.ts';
import { readHeading } from './headings.ts';
import { dataOf, readHeadLine, readLead, readNaming, readTitle } from './head.ts';
import { readMotion } from './motions.ts';
import { rosterOf } from './roster.ts';
import { readRows } from './rows.ts';
import { countVote } from './votes.ts';

export interface Recognised {
  /** What the head of the record says; keys that it does not say are absent. */
  meta: Partial<Meta>;
  blocks: Block[];
  /** The people whom the attendance names, and the chair of the day. */
  roster: Person[];
  /** The lines of the source that are in `meta` alone, because the head prints exactly them. */
  taken: string[];
  /** How many blocks of each kind there are, those in sections too. */
  found: Partial<Record<BlockKind, number>>;
}

/** Counts as the numbers of items are derived: by level, again after a higher level and after `reset`. */
class Numbers {
  private counts = [0, 0, 0, 0];

  reset(): void {
    this.counts = [0, 0, 0, 0];
  }

  /** Whether a number is the next one, or a first one that starts again; counts it if so. */
  take(level: number, value: number): 'next' | 'restart' | null {
    const next = (this.counts[level - 1] ?? 0) + 1;
    if (value !== next && value !== 1) return null;
    this.counts.fill(0, level);
    this.counts[level - 1] = value;
    return value === next ? 'next' : 'restart';
  }
}

/** Puts lines into the flow that is open: the body of a section, or the top level. */
class Writer {
  readonly blocks: Block[] = [];
  readonly meta: Partial<Meta> = {};
  readonly taken: string[] = [];
  /** The lines that say who was there. */
  readonly who: string[] = [];
  /** Until the first section other than attendance: where the head of a record can be. */
  inHead = true;
  /** Under 臨時動議: the motions that follow were made at the meeting. */
  extempore = false;
  open: Section | null = null;
  /** The level of the heading under which the open section began, where the file says it; 1 otherwise. */
  openLevel = 1;
  /** The attendance whose names the layout has elsewhere: its own first line is the one with its id. */
  private unmarked: Block | null = null;
  private readonly numbers = new Numbers();
  private readonly paper: Paper;

  constructor(paper: Paper) {
    this.paper = paper;
  }

  /** Adds the block of the top level that begins at a line; what follows goes into it if it is a section and `open`. */
  add(block: Block, line: Line | undefined, open = false): void {
    if (line?.file?.id !== undefined) block.id = line.file.id;
    this.blocks.push(block);
    this.open = open && isSectionKind(block.kind) ? (block as Section) : null;
    this.openLevel = line?.file?.heading ?? 1;
    this.numbers.reset();
    if (block.kind !== 'attendance') this.inHead = false;
    if (block.kind !== 'extemporeMotion') this.extempore = false;
  }

  /** The attendance section that stands last, or a new one that begins at the line. */
  attendance(line: Line) {
    const last = this.blocks.at(-1);
    if (last?.kind === 'attendance') {
      if (last === this.unmarked && line.file?.id !== undefined) {
        last.id = line.file.id;
        this.unmarked = null;
      }
      return last;
    }
    const block = newAttendance();
    this.add(block, line);
    return block;
  }

  /** Takes a field that the layout shows on a line of its own: data of the head, or who was there. false for what no field holds. */
  part({ text, file }: Line): boolean {
    if (!file?.part) return false;
    const { field, value } = file.part;
    const { data: state } = attendanceStateSchema.safeParse(field);
    if (state) {
      let block = this.blocks.find((one) => one.kind === 'attendance');
      // It stands first, wherever the layout has it.
      if (!block) {
        this.blocks.unshift((block = newAttendance()));
        this.unmarked = block;
      }
      // A second line of one name says who else was there.
      block.fields[state] = [block.fields[state], fieldText(value)].filter((names) => names !== '').join('、');
      this.who.push(`${attendanceWords[state].Hant}：${value}`);
    } else {
      const data = dataOf(field as HeadLine, value, this.paper);
      const isSaid = text !== value && Object.keys(data).some((key) => this.meta[key as keyof Meta] !== undefined);
      if (Object.keys(data).length === 0 || isSaid) return false;
      Object.assign(this.meta, data);
    }
    this.taken.push(text);
    return true;
  }

  /** A line of the text of an annex, which is the body of the section 附件. */
  annex(line: Line): void {
    const block = this.blocks.findLast((one) => one.kind === 'annexes') ?? section('annexes', {}, {}, []);
    if (this.open !== block) {
      if (!this.blocks.includes(block)) this.add(block, undefined);
      // The place to type into makes room.
      if (block.body.every((one) => one.kind === 'paragraph' && one.inline.length === 0)) block.body = [];
      this.open = block;
      this.numbers.reset();
    }
    this.write(line);
  }

  close(): void {
    if (this.open) this.numbers.reset();
    this.open = null;
  }

  /** A line of the open flow: a numbered item where its number is the one that will be derived, else a paragraph. */
  write(line: Line): void {
    const block = line.file?.block ?? this.item(line) ?? this.subheading(line) ?? paragraph(line);
    if (line.file?.id !== undefined) block.id = line.file.id;
    if (!this.open) {
      this.blocks.push(block);
      return;
    }
    if (this.open.kind === 'report' && this.open.body.length === 0) nameReport(this.open, line, this.paper);
    if (this.open.kind === 'lecture' && this.open.body.length === 0) nameLecture(this.open, line, this.paper);
    this.open.body.push(block);
  }

  private item(line: Line): BodyBlock | null {
    const own = line.file?.number;
    if (line.file?.heading || (line.file?.exact && !own)) return null;
    // A list's number is one whatever follows it: 1. before 2024.
    const marker = readMarker(own ? `${own.label}—` : line.text);
    if (!marker || !sameOnPaper(own?.label ?? marker.text, numberLabel(marker.level, marker.value))) return null;
    const length = own?.length ?? marker.length;
    const place = line.text.length === length && !own ? null : this.numbers.take(marker.level, marker.value);
    if (place === null) return null;
    return { id: newId(), kind: 'item', level: marker.level, inline: inlineFrom(line, length), ...(place === 'restart' && { restart: true as const }) };
  }

  /** A heading of which the file says the level: in the open section where it is deeper than that one's own. */
  head(line: Line, level: ItemLevel): 1 {
    if (this.open && level > this.openLevel) this.write(line);
    else this.add(heading(line, level), line);
    return 1;
  }

  private subheading(line: Line): BodyBlock | null {
    if (!line.file?.heading) return null;
    this.numbers.reset();
    return heading(line, line.file.heading);
  }
}

/** 石仲平理事長作了…年度工作報告。: the title of a report that its heading does not give. */
const reportSentence = /^([^。,;]{2,40}?)[作做]了(?:题为|关于)?(.{1,120}?报告)(?=[。,;:])/d;

function nameReport(block: Section & { kind: 'report' }, line: Line, paper: Paper): void {
  const [, whoEnd, reportPlace] = reportSentence.exec(line.folded)?.indices ?? [];
  const name = block.fields['name'] ?? '';
  if (!whoEnd || !reportPlace || block.fields['report'] !== '' || name === '') return;
  if (!line.text.slice(...whoEnd).includes(name)) return;
  const source = shownHeading(block, paper);
  block.fields['report'] = fieldText(line.text.slice(...reportPlace));
  block.heading = headedBy(block, source, paper).heading;
}

/** …作了題為“…”的主題演講: the topic of a lecture, as data; where it would print on a line of its own the text keeps it alone. */
const topicSentence = /题为["'“‘「『《]([^"'”’」』》]{1,100})["'”’」』》]/d;

function nameLecture(block: Section & { kind: 'lecture' }, line: Line, paper: Paper): void {
  const place = topicSentence.exec(line.folded)?.indices?.[1];
  const isBeside = sections.lecture.section.layout(block.values, paper.region).aside.some((field) => field === 'topic');
  if (place && isBeside) block.fields['topic'] = fieldText(line.text.slice(...place));
}

/**
 * The structure of a plain record, in either script: title and labelled lines of the head, attendance, speeches,
 * reports, decisions, headings, numbered items, paragraphs, in the order of the source. `region` and `script` are those
 * of the record that it becomes: they decide what prints, and so what may be taken out of the text.
 */
export const recognise = (text: string, paper: Paper): Recognised => recogniseLines(cleanText(text).split('\n').map(lineOf), paper);

/** As `recognise`, of lines of which a file says more than their words. */
export function recogniseLines(source: readonly Line[], paper: Paper): Recognised {
  const lines = source.filter((line) => line.text !== '');
  const writer = new Writer(paper);
  const title = readTitle(lines, writer.meta);
  writer.taken.push(...lines.slice(0, title).map((line) => line.text));
  for (let at = title; at < lines.length; ) at += readLine(lines, at, writer, paper);
  if (writer.meta.title === undefined) readNaming(lines, writer.meta, paper);
  for (const block of writer.blocks) {
    if (block.kind === 'election') countElection(block);
    if (block.kind === 'resolution' || block.kind === 'extemporeMotion') countVote(block);
  }
  const chair = writer.blocks.find((block) => block.kind === 'attendance')?.fields['chair'];
  if (chair && writer.meta.chair === undefined) writer.meta.chair = chair.slice(0, 500);
  return { meta: writer.meta, blocks: writer.blocks, roster: rosterOf(writer.who, writer.meta), taken: writer.taken, found: countKinds(writer.blocks) };
}

/** Reads the line at an offset, and those that belong to it; how many that were. */
function readLine(lines: readonly Line[], at: number, writer: Writer, paper: Paper): number {
  const line = lines[at];
  if (!line) return 1;
  const { file } = line;
  if (writer.part(line)) return 1;
  if (file?.section) {
    writer.add(file.section, line);
    return 1;
  }
  if (file?.role === 'annex') {
    writer.annex(line);
    return 1;
  }
  if (isFixed(line)) {
    writer.write(line);
    return 1;
  }
  if (file?.exact && file.heading !== undefined) {
    const isHeading = file.role === 'chapter' ? writer.blocks.some(({ kind }) => kind === 'heading') : file.role !== 'section';
    if (isHeading) return writer.head(line, file.heading);
    if (!namesAdjournment(line)) return readOpening(lines, at, writer, paper) || writer.head(line, file.heading);
    writer.add(adjournmentUnder(line.text), line, true);
    return 1;
  }
  const isText = file?.exact === true && file.role === undefined;
  if (writer.inHead) {
    // A title under what an office puts above it.
    const title = (file?.role === 'title' || file?.role === 'organisation') && writer.meta.title === undefined ? readTitle(lines.slice(at, at + 2), writer.meta) : 0;
    if (title > 0) {
      writer.taken.push(...lines.slice(at, at + title).map(({ text }) => text));
      return title;
    }
    if (tellsAttendance(line)) {
      readLead(line, writer.meta, paper);
      tellAttendance(writer.attendance(line), line);
      writer.who.push(line.text);
      return 1;
    }
    if (file?.role === 'attendance') {
      writer.attendance(line).body.push(paragraph(line));
      return 1;
    }
    const head = isText ? 'kept' : readHeadLine(line, writer.meta, paper);
    if (head === 'moved') {
      writer.taken.push(line.text);
      return 1;
    }
    if (head === null) {
      readLead(line, writer.meta, paper);
      // 一、時間：…: the data is read, the numbered line stays.
      const rest = behindMarker(line);
      if (rest) readHeadLine(rest, writer.meta, paper);
    }
  }
  // On the mainland the attendance stands behind the text.
  if (listAttendance(() => writer.attendance(line), line, paper)) {
    writer.who.push(line.text);
    return 1;
  }
  const ending = readEnding(lines, at, writer, paper, isText);
  if (ending > 0) return ending;
  const opened = isText ? 0 : readOpening(lines, at, writer, paper);
  if (opened > 0) return opened;
  if (file?.heading !== undefined) return writer.head(line, file.heading);
  const event = readEvent(line);
  if (event) {
    writer.add(event, line);
    return 1;
  }
  const decisions = readDecisions(line);
  // One paragraph of the file stays one.
  if (decisions && (!isText || decisions.length === 1)) {
    decisions.forEach((decision, index) => writer.add(decision, index === 0 ? line : undefined));
    return 1;
  }
  writer.write(line);
  return 1;
}

/** Reads a line that opens a section by its words, and those that belong to it; 0 where it opens none. */
function readOpening(lines: readonly Line[], at: number, writer: Writer, paper: Paper): number {
  const line = lines[at];
  if (!line) return 0;
  const list = readAgenda(lines, at, paper) ?? readAnnexes(lines, at, paper);
  if (list) {
    writer.add(list.block, line);
    return list.lines;
  }
  const motion = readMotion(lines, at, paper, writer.extempore);
  if (motion) {
    writer.add(motion.block, line, true);
    for (const between of motion.between) writer.write(between);
    writer.close();
    return motion.lines;
  }
  const rows = readRows(lines, at, paper);
  if (rows) {
    writer.add(rows.block, line);
    return rows.lines;
  }
  const block = readHeading(line, paper) ?? readNumberedHeading(line, paper);
  if (!block) return 0;
  // 臨時動議 over motions is the heading of them; over anything else it is one section with what follows.
  const isOver = block.kind === 'extemporeMotion' && readMotion(lines, at + 1, paper, true) !== null;
  const level = line.file?.heading ?? 1;
  writer.add(isOver ? heading(line, level) : block.kind === 'heading' ? { ...block, level } : block, line, true);
  writer.extempore = isOver;
  return 1;
}

/** Reads what ends a meeting: 散會, 下次會議, who signs; how many lines that took. */
function readEnding(lines: readonly Line[], at: number, writer: Writer, paper: Paper, isText: boolean): number {
  const line = lines[at];
  if (!line) return 0;
  const open = writer.open?.kind === 'adjournment' ? writer.open : null;
  const signed = open ? readSignatures(open, lines, at, paper) : 0;
  if (signed > 0) {
    writer.close();
    return signed;
  }
  const rest = behindMarker(line);
  const block = isText && !open && namesAdjournment(line) ? null : (readAdjournment(open, line, paper) ?? (rest && namesAdjournment(rest) ? adjournmentUnder(line.text) : null));
  if (!block) return 0;
  if (block !== open) writer.add(block, line, true);
  return 1;
}

/** What stands behind the number of a line, 壹、 included; null for a line without one. */
function behindMarker(line: Line): Line | null {
  const length = readMarker(line.text)?.length ?? /^[壹贰叁参肆伍陆柒捌玖拾]{1,3}、\s*/.exec(line.folded)?.[0].length;
  return length === undefined ? null : lineOf(line.text.slice(length));
}

/** 「一、石仲平理事長致詞」: the section that the words open, with the line as its heading. */
function readNumberedHeading(line: Line, paper: Paper): Block | null {
  const rest = behindMarker(line);
  const block = rest && readHeading(rest, paper);
  if (!block) return null;
  return block.kind === 'heading' ? heading(line) : ({ ...block, heading: line.text } as Block);
}

function countKinds(blocks: readonly Block[]): Recognised['found'] {
  const found: Recognised['found'] = {};
  const count = (list: readonly (Block | BodyBlock)[]) => {
    for (const block of list) {
      found[block.kind] = (found[block.kind] ?? 0) + 1;
      if ('body' in block) count(block.body);
    }
  };
  count(blocks);
  return found;
}
