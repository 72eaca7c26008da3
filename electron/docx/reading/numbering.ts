/** word/numbering.xml: the number of each paragraph as Word shows it. */
import { formatNumber } from './number-formats.ts';
import type { ReadNumber } from './read.types.ts';
import { child, children, isOn, valueOf, type XmlElement } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** 「（%2）」. */
  text: string;
  /** Its figures are Arabic whatever the levels above are. */
  legal: boolean;
  /** The level, from 1, after which it begins anew; 0 = never, null = after every higher one. */
  restart: number | null;
  /** Id of the style whose paragraphs stand on this level; '' where it is none. */
  style: string;
}

interface List {
  /** Lists of one definition count on from each other. */
  definition: string;
  levels: readonly Level[];
  /** Where the list says how a level begins. */
  starts: ReadonlyMap<number, number>;
}

const mostLevels = 9;
const mostNumber = 1_000_000;

export class Numbering {
  private readonly definitions = new Map<string, XmlElement>();
  private readonly sources = new Map<string, XmlElement>();
  private readonly lists = new Map<string, List | null>();
  private readonly counts = new Map<string, (number | null)[]>();
  private readonly begun = new Set<string>();
  private readonly listOfStyle: (style: string) => string | undefined;

  /** `listOfStyle` gives the numId of a style of lists. */
  constructor(part: XmlElement | null, listOfStyle: (style: string) => string | undefined) {
    for (const one of children(part, 'w:abstractNum')) this.definitions.set(one.attributes['w:abstractNumId'] ?? '', one);
    for (const one of children(part, 'w:num')) this.sources.set(one.attributes['w:numId'] ?? '', one);
    this.listOfStyle = listOfStyle;
  }

  /** Counts a paragraph of a list; null where the list or the level is not there. */
  next(numId: string, level: number): ReadNumber | null {
    const list = this.list(numId);
    const own = list?.levels[level];
    if (!list || !own) return null;
    const bullet = own.format === 'bullet';
    if (bullet) return { label: own.text, value: 0, level, bullet, list: numId };
    const counts = this.counts.get(list.definition) ?? Array.from({ length: mostLevels }, () => null);
    this.counts.set(list.definition, counts);
    const start = list.starts.get(level);
    const first = `${numId}.${level}`;
    const begins = start !== undefined && !this.begun.has(first);
    this.begun.add(first);
    const before = counts[level] ?? null;
    counts[level] = begins ? start : before === null ? own.start : Math.min(before + 1, mostNumber);
    for (let below = level + 1; below < mostLevels; below++) {
      const restart = list.levels[below]?.restart ?? null;
      if (restart === null || (restart > 0 && level < restart)) counts[below] = null;
    }
    const label = own.text.replace(/%([1-9])/g, (_, place: string) => {
      const at = Number(place) - 1;
      const shown = list.levels[at];
      if (!shown || at > level) return '';
      return formatNumber(counts[at] ?? shown.start, own.legal ? 'decimal' : shown.format);
    });
    return { label, value: counts[level] ?? 0, level, bullet, list: numId };
  }

  /** The level on which a list has the paragraphs of a style, the first of its lineage that it knows; undefined where it knows none. */
  levelOf(numId: string, lineage: readonly string[]): number | undefined {
    const levels = this.list(numId)?.levels ?? [];
    const level = lineage.map((style) => levels.findIndex((one) => one?.style === style)).find((found) => found >= 0);
    return level;
  }

  private list(numId: string): List | null {
    const known = this.lists.get(numId);
    if (known !== undefined) return known;
    const made = this.make(numId);
    this.lists.set(numId, made);
    return made;
  }

  private make(numId: string): List | null {
    const source = this.sources.get(numId);
    const id = valueOf(source, 'w:abstractNumId');
    const definition = this.definition(id, 0);
    if (!source || id === undefined || !definition) return null;
    const levels: Level[] = [];
    for (const one of children(definition, 'w:lvl')) put(levels, one);
    const starts = new Map<number, number>();
    for (const one of children(source, 'w:lvlOverride')) {
      const level = Number(one.attributes['w:ilvl']);
      const start = valueOf(one, 'w:startOverride');
      if (start !== undefined && Number.isInteger(level)) starts.set(level, whole(start, 1));
      const own = child(one, 'w:lvl');
      if (own) put(levels, own);
    }
    return { definition: id, levels, starts };
  }

  /** A definition, or that of the style of lists to which it points. */
  private definition(id: string | undefined, steps: number): XmlElement | null {
    const own = this.definitions.get(id ?? '');
    const style = valueOf(own, 'w:numStyleLink');
    if (!own || style === undefined || steps > 5) return own ?? null;
    const linked = this.sources.get(this.listOfStyle(style) ?? '');
    return this.definition(valueOf(linked, 'w:abstractNumId'), steps + 1) ?? own;
  }
}

function put(levels: Level[], source: XmlElement): void {
  const at = Number(source.attributes['w:ilvl']);
  if (!Number.isInteger(at) || at < 0 || at >= mostLevels) return;
  const restart = valueOf(source, 'w:lvlRestart');
  levels[at] = {
    start: whole(valueOf(source, 'w:start'), 0),
    format: formatOf(source),
    text: (valueOf(source, 'w:lvlText') ?? '').slice(0, 100),
    legal: isOn(source, 'w:isLgl') === true,
    restart: restart === undefined ? null : whole(restart, 0),
    style: valueOf(source, 'w:pStyle') ?? '',
  };
}

/** Formats of later editions stand in a choice, with a fallback for readers that do not know them. */
function formatOf(level: XmlElement): string {
  const own = valueOf(level, 'w:numFmt');
  if (own !== undefined) return own;
  const choice = child(level, 'mc:AlternateContent');
  return valueOf(child(choice, 'mc:Fallback'), 'w:numFmt') ?? 'decimal';
}

const whole = (text: string | undefined, otherwise: number): number => {
  const value = Number(text);
  return text !== undefined && Number.isInteger(value) && value >= 0 && value <= mostNumber ? value : otherwise;
};
