/** A Word file opened again, as a reader would: the parts as trees. */
import { strFromU8, unzipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';
import { formatNumber, type NumberFormat } from '#shared/layouts/numbers.ts';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  /** Its own text, '' for an element that holds others. */
  text: string;
}

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', trimValues: false, parseTagValue: false, parseAttributeValue: false });

type Parsed = Record<string, unknown>;

function toElement(parsed: Parsed): Element {
  const name = Object.keys(parsed).find((key) => key !== ':@') ?? '';
  const inside = (parsed[name] ?? []) as Parsed[];
  return {
    name,
    attributes: (parsed[':@'] ?? {}) as Record<string, string>,
    children: inside.filter((child) => !('#text' in child)).map(toElement),
    text: inside.map((child) => child['#text'] ?? '').join(''),
  };
}

/** All elements of a name below another, in the order of the file. */
export function all(from: Element, name: string): Element[] {
  return from.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** The first element along a path of names. */
export function at(from: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((found, name) => found && all(found, name)[0], from);
}

/** `w:val` of the first element along a path. */
export const val = (from: Element | undefined, ...path: string[]): string | undefined => at(from, ...path)?.attributes['w:val'];

/** What a sound file has; an error where it is missing. */
function must<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('the file lacks something that every sound file has');
  return found;
}

/** The text of a paragraph or run: tabs and breaks as characters, fields without text. */
export function textOf(element: Element): string {
  if (element.name === 'w:t') return element.text;
  if (element.name === 'w:tab') return '\t';
  if (element.name === 'w:br') return element.attributes['w:type'] === 'page' ? '' : '\n';
  if (element.name === 'w:pPr') return '';
  return element.children.map(textOf).join('');
}

export interface Opened {
  names: string[];
  part(name: string): Element;
  body: Element;
  /** Paragraphs of the body in order, those of tables included. */
  paragraphs: Element[];
  style(id: string): Element;
}

/** Opens the bytes of a .docx. */
export function openDocx(bytes: Uint8Array): Opened {
  const files = unzipSync(bytes);
  const part = (name: string): Element => {
    const file = files[name];
    if (!file) throw new Error(`no part ${name}`);
    return { name: '', attributes: {}, text: '', children: (parser.parse(strFromU8(file)) as Parsed[]).map(toElement) };
  };
  const body = must(at(part('word/document.xml'), 'w:body'));
  return {
    names: Object.keys(files),
    part,
    body,
    paragraphs: all(body, 'w:p'),
    style: (id) => must(all(part('word/styles.xml'), 'w:style').find((style) => style.attributes['w:styleId'] === id)),
  };
}

/** The numbers that Word shows before the paragraphs: one a paragraph, '' where there is none. */
export function numbersShown(opened: Opened): string[] {
  const numbering = opened.part('word/numbering.xml');
  const abstracts = new Map(all(numbering, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'], all(each, 'w:lvl')]));
  const nums = new Map(all(numbering, 'w:num').map((each) => [each.attributes['w:numId'], each]));
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return opened.paragraphs.map((paragraph) => {
    const own = at(paragraph, 'w:pPr', 'w:numPr');
    const styled = at(opened.style(must(val(paragraph, 'w:pStyle'))), 'w:numPr');
    const numId = val(own, 'w:numId') ?? val(styled, 'w:numId') ?? '0';
    if (numId === '0') return '';
    const level = Number(val(own, 'w:ilvl') ?? val(styled, 'w:ilvl') ?? 0);
    const num = must(nums.get(numId));
    const abstract = must(val(num, 'w:abstractNumId'));
    const definition = must(abstracts.get(abstract)?.[level]);
    const format = val(definition, 'w:numFmt');
    const text = must(val(definition, 'w:lvlText'));
    if (format === 'bullet') return text;
    // Lists of one definition count on from each other, except where a list says how it begins.
    const count = counts.get(abstract) ?? [0, 0, 0, 0];
    const override = all(num, 'w:lvlOverride').find((each) => each.attributes['w:ilvl'] === String(level));
    const begins = override !== undefined && !begun.has(`${numId}.${level}`);
    const shown = begins ? Number(val(override, 'w:startOverride')) : (count[level] ?? 0) + 1;
    begun.add(`${numId}.${level}`);
    count[level] = shown;
    count.fill(0, level + 1);
    counts.set(abstract, count);
    const label = text.replace(`%${level + 1}`, formatNumber(format as NumberFormat, shown));
    return val(definition, 'w:suff') === 'nothing' ? label : `${label} `;
  });
}
