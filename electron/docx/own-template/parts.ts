/** XML as text: what an own template and our own paragraphs are made of, element by element, without reading it anew. */

export interface Piece {
  name: string;
  xml: string;
}

const tag = /<(\/?)([\w:.-]+)((?:\s[^<>]*?)?)(\/?)>/g;

/** The elements at the top of a stretch of well-formed XML, in order. */
export function topElements(xml: string): Piece[] {
  const found: Piece[] = [];
  let depth = 0;
  let from = 0;
  let name = '';
  for (const match of xml.matchAll(tag)) {
    const [whole, closing, called = '', , empty] = match;
    if (closing === '/') {
      depth -= 1;
      if (depth === 0) found.push({ name, xml: xml.slice(from, match.index + whole.length) });
      continue;
    }
    if (depth === 0) [from, name] = [match.index, called];
    if (empty !== '/') depth += 1;
    else if (depth === 0) found.push({ name: called, xml: whole });
  }
  return found;
}

/** What stands inside an element; '' for an empty one. */
export const inside = (xml: string): string => (/^<[^<>]*\/>$/.test(xml) ? '' : xml.slice(xml.indexOf('>') + 1, xml.lastIndexOf('</')));

/** An attribute of the element that a text begins with. */
export const attributeOf = (xml: string, name: string): string | undefined => new RegExp(`^<[^<>]*?\\s${name}="([^"]*)"`).exec(xml)?.[1];

/** Where the innermost element of a name around a place begins and ends; null where there is none. */
export function around(xml: string, at: number, wanted: string): { from: number; to: number } | null {
  const open: number[] = [];
  let depthAtPlace = -1;
  let from = -1;
  for (const match of xml.matchAll(tag)) {
    const [whole, closing, name, , empty] = match;
    if (depthAtPlace < 0 && match.index > at) {
      if (open.length === 0) return null;
      depthAtPlace = open.length;
      from = open.at(-1) ?? -1;
    }
    if (name !== wanted || empty === '/') continue;
    if (closing !== '/') open.push(match.index);
    else {
      open.pop();
      if (depthAtPlace >= 0 && open.length < depthAtPlace) return { from, to: match.index + whole.length };
    }
  }
  return null;
}

/** The properties of two elements as one: those of `over` count, in the order that the schema asks for. */
export function merged(under: string, over: string, order: readonly string[]): string {
  const pieces = new Map([...topElements(under), ...topElements(over)].map(({ name, xml }) => [name, xml]));
  const rank = (name: string): number => (order.indexOf(name) + 1 || order.length + 1);
  return [...pieces].sort(([one], [other]) => rank(one) - rank(other)).map(([, xml]) => xml).join('');
}

const prefixed = (names: string): readonly string[] => names.split(' ').map((name) => `w:${name}`);

/** ISO/IEC 29500-1, 17.3.1.26 and 17.3.2.28: what may stand in w:pPr and w:rPr, in order. */
export const paragraphOrder = prefixed('pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange');
export const runOrder = prefixed('rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath');
