/** How a paragraph of any Word file is set: its own properties, its list's, its styles' and the defaults, one value at a time. */
import type { Align } from '#shared/minutes/align.ts';
import type { FactParagraph } from '#shared/proof/facts.ts';
import { child, children, isOn, valueOf, type XmlElement } from '../reading/xml.ts';

export type Format = Pick<FactParagraph, 'align' | 'indent' | 'line' | 'space' | 'rules' | 'newPage'>;

const alignments: Readonly<Record<string, Align>> = { left: 'start', start: 'start', center: 'center', right: 'end', end: 'end', both: 'justify', distribute: 'justify' };
/** The deepest that styles stand on each other. */
const deepest = 40;

export class Formats {
  private readonly styles = new Map<string, XmlElement>();
  private readonly usual: string;
  private readonly defaults: XmlElement | undefined;
  private readonly levels = new Map<string, XmlElement>();
  private readonly chains = new Map<string, XmlElement[]>();

  constructor(styles: XmlElement | null, numbering: XmlElement | null) {
    for (const style of children(styles, 'w:style')) this.styles.set(style.attributes['w:styleId'] ?? '', style);
    this.usual = children(styles, 'w:style').find(({ attributes }) => attributes['w:type'] === 'paragraph' && isTrue(attributes['w:default']))?.attributes['w:styleId'] ?? '';
    this.defaults = child(child(child(styles, 'w:docDefaults'), 'w:pPrDefault'), 'w:pPr');
    const definitions = new Map(children(numbering, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', one]));
    for (const list of children(numbering, 'w:num')) {
      for (const level of children(definitions.get(valueOf(list, 'w:abstractNumId') ?? ''), 'w:lvl')) {
        const properties = child(level, 'w:pPr');
        if (properties) this.levels.set(`${list.attributes['w:numId']} ${level.attributes['w:ilvl']}`, properties);
      }
    }
  }

  /** Of a `w:p`; `pt` is the size of its characters, by which indents are counted. */
  of(paragraph: XmlElement, pt: number): Format {
    const own = child(paragraph, 'w:pPr');
    const list = child(own, 'w:numPr');
    const level = list && this.levels.get(`${valueOf(list, 'w:numId')} ${valueOf(list, 'w:ilvl') ?? '0'}`);
    const chain = [own, level, ...this.chain(valueOf(own, 'w:pStyle') ?? this.usual), this.defaults].filter((one) => one !== undefined);
    const attribute = (name: string, key: string): number | null => {
      for (const one of chain) {
        const found = child(one, name)?.attributes[key];
        if (found !== undefined && found !== '') return Number(found) || 0;
      }
      return null;
    };
    const first = (name: string): XmlElement | undefined => chain.map((one) => child(one, name)).find((one) => one !== undefined);
    const lineRule = first('w:spacing')?.attributes['w:lineRule'] ?? chain.map((one) => child(one, 'w:spacing')?.attributes['w:lineRule']).find((one) => one !== undefined);
    const line = attribute('w:spacing', 'w:line');
    return {
      align: alignments[first('w:jc')?.attributes['w:val'] ?? ''] ?? 'start',
      indent: indentOf(chain, pt || 10.5),
      line: line !== null && (lineRule === 'exact' || lineRule === 'atLeast') ? line / 20 : null,
      space: { before: (attribute('w:spacing', 'w:before') ?? 0) / 20, after: (attribute('w:spacing', 'w:after') ?? 0) / 20 },
      rules: rulesOf(first('w:pBdr')),
      newPage: chain.map((one) => isOn(one, 'w:pageBreakBefore')).find((one) => one !== undefined) === true,
    };
  }

  /** The properties of a style and of those under it, its own first. */
  private chain(style: string): XmlElement[] {
    const known = this.chains.get(style);
    if (known) return known;
    const chain: XmlElement[] = [];
    let at = this.styles.get(style);
    for (let depth = 0; at && depth < deepest; depth += 1) {
      const properties = child(at, 'w:pPr');
      if (properties) chain.push(properties);
      at = this.styles.get(valueOf(at, 'w:basedOn') ?? '');
    }
    this.chains.set(style, chain);
    return chain;
  }
}

const isTrue = (value: string | undefined): boolean => ['1', 'true', 'on'].includes(value ?? '');

/** In characters: hundredths of them where the file counts so, else twips by the size of the type. */
function indentOf(chain: readonly XmlElement[], pt: number): Format['indent'] {
  const find = (...names: string[]): Record<string, string> =>
    chain.map((one) => child(one, 'w:ind')?.attributes ?? {}).find((attributes) => names.some((name) => attributes[`w:${name}`] !== undefined)) ?? {};
  const length = (attributes: Record<string, string>, name: string): number => {
    const characters = Number(attributes[`w:${name}Chars`] ?? 0);
    return characters !== 0 ? characters / 100 : (Number(attributes[`w:${name}`] ?? 0) || 0) / 20 / pt;
  };
  const firstLine = find('firstLine', 'firstLineChars', 'hanging', 'hangingChars');
  const hanging = length(firstLine, 'hanging');
  const left = find('left', 'leftChars', 'start', 'startChars');
  const right = find('right', 'rightChars', 'end', 'endChars');
  // Characters of the left are counted up to where a hanging first line begins.
  const fromLeft = Number(left['w:leftChars'] ?? 0) !== 0 ? length(left, 'left') + hanging : length(left, 'left') || length(left, 'start');
  return { firstLine: hanging > 0 ? 0 : length(firstLine, 'firstLine'), hanging, left: fromLeft, right: length(right, 'right') || length(right, 'end') };
}

function rulesOf(borders: XmlElement | undefined): Format['rules'] {
  return (['top', 'bottom'] as const).flatMap((side) => {
    const attributes = child(borders, `w:${side}`)?.attributes;
    if (!attributes || ['nil', 'none'].includes(attributes['w:val'] ?? 'none')) return [];
    const colour = attributes['w:color'];
    return [{ side, pt: (Number(attributes['w:sz']) || 0) / 8, colour: colour === undefined || colour === 'auto' ? null : colour.toUpperCase() }];
  });
}
