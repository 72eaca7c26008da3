/** The foot of the pages of a Word file: where the page number stands and how it is set. */
import type { FactFoot } from '#shared/proof/facts.ts';
import { child, children, isOn, valueOf, within, type XmlElement } from '../reading/xml.ts';
import { relationsOf } from '../reading/relations.ts';
import type { Styles } from '../reading/styles.ts';
import type { Formats } from './format.ts';

export interface FootSources {
  part(name: string): XmlElement | null;
  formats: Formats;
  styles: Styles;
}

const pages: Readonly<Record<string, FactFoot['pages']>> = { default: 'odd', even: 'even', first: 'first' };
const millimetres = (twips: string | undefined): number => ((Number(twips) || 0) * 25.4) / 1440;

/** The feet that a section names; `first` only where its first page has one of its own. */
export function feetOf(section: XmlElement | undefined, sources: FootSources): FactFoot[] {
  const margins = child(section, 'w:pgMar')?.attributes ?? {};
  const room = millimetres(margins['w:bottom']) - millimetres(margins['w:footer']);
  const relations = relationsOf({ xml: (name) => sources.part(name) }, 'word/document.xml');
  return children(section, 'w:footerReference').flatMap(({ attributes }): FactFoot[] => {
    const kind = pages[attributes['w:type'] ?? 'default'];
    if (!kind || (kind === 'first' && isOn(section, 'w:titlePg') !== true)) return [];
    const relation = relations.get(attributes['r:id'] ?? '');
    const part = relation && !relation.external ? sources.part(relation.target) : null;
    const lines = part ? within(part, 'w:p') : [];
    const line = lines.find((one) => shownText(one).includes('{page}')) ?? lines.find((one) => shownText(one).trim() !== '');
    return line ? [footOf(line, kind, room, sources)] : [];
  });
}

function footOf(line: XmlElement, kind: FactFoot['pages'], room: number, { formats, styles }: FootSources): FactFoot {
  const run = within(line, 'w:r').find((one) => within(one, 'w:t').some(({ text }) => text.trim() !== '')) ?? within(line, 'w:r')[0];
  const properties = child(run, 'w:rPr');
  const look = styles.look(valueOf(child(line, 'w:pPr'), 'w:pStyle') ?? styles.usual, valueOf(properties, 'w:rStyle') ?? '', properties);
  const format = formats.of(line, look.pt);
  const frame = child(child(line, 'w:pPr'), 'w:framePr')?.attributes['w:xAlign'];
  const framed = frame === 'right' || frame === 'outside' ? 'end' : frame === 'left' || frame === 'inside' ? 'start' : frame === 'center' ? 'center' : null;
  // The line stands on the lower edge of the foot; without a height of its own it is about a fifth higher than its type.
  const height = format.line ?? look.pt * 1.2;
  return {
    pages: kind,
    text: shownText(line),
    align: framed ?? format.align,
    indent: { left: format.indent.left, right: format.indent.right },
    face: look.eastAsia,
    latin: look.latin,
    pt: look.pt,
    below: room - (height / 2 / 72) * 25.4,
  };
}

/** The text of a line with {page} and {pages} in the place of the fields. */
function shownText(line: XmlElement): string {
  let text = '';
  let depth = 0;
  let isResult = false;
  const field = (instruction: string): string => (/\bNUMPAGES\b|\bSECTIONPAGES\b/i.test(instruction) ? '{pages}' : /\bPAGE\b/i.test(instruction) ? '{page}' : '');
  const read = (element: XmlElement): void => {
    for (const one of element.children) {
      if (one.name === 'w:fldSimple') text += field(one.attributes['w:instr'] ?? '');
      else if (one.name === 'w:fldChar') {
        const type = one.attributes['w:fldCharType'];
        if (type === 'begin') depth += 1;
        if (type === 'separate') isResult = true;
        if (type === 'end') {
          depth -= 1;
          isResult = false;
        }
      } else if (one.name === 'w:instrText') text += field(one.text);
      else if (one.name === 'w:t' && !(depth > 0 && isResult)) text += one.text;
      else if (one.name === 'w:tab') text += '\t';
      else if (one.name !== 'w:pPr') read(one);
    }
  };
  read(line);
  return text;
}
