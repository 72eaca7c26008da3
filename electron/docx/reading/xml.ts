/** XML of strangers as a tree: well-formed or refused, no DTD, no entity of its own, with a limit on depth and size. */
import { SaxesParser } from 'saxes';
import { Refusal } from './refusal.ts';

export interface XmlElement {
  /** With the usual prefix of its namespace: 'w:p'. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** Its own text; what stands between elements is in the element around them. */
  text: string;
}

const most = { elements: 1_500_000, depth: 400 };

/** Namespaces by the last words of their address, which the two editions of the standard share, and the usual prefixes. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/\/drawingml\/(?:2006\/)?picture$/, 'pic'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/word\/2010\/wordprocessingShape$/, 'wps'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/package\/2006\/relationships$/, ''],
  [/\/package\/2006\/metadata\/core-properties$/, 'cp'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, 'dc'],
  [/^http:\/\/purl\.org\/dc\/terms\/$/, 'dcterms'],
];
const usual = (address: string): string | undefined => prefixes.find(([form]) => form.test(address))?.[1];

const nothing: Readonly<Record<string, string>> = Object.freeze({});

/** The root of a part. Throws a Refusal: word.damaged where it is not well-formed, word.unsafe for a DTD, word.tooLarge. */
export function parseXml(bytes: Buffer): XmlElement {
  const root: XmlElement = { name: '', attributes: nothing, children: [], text: '' };
  const open = [root];
  const renamed = new Map<string, string>();
  let count = 0;
  const named = (name: string): string => {
    if (renamed.size === 0) return name;
    const colon = name.indexOf(':');
    const prefix = renamed.get(name.slice(0, Math.max(colon, 0)));
    if (prefix === undefined) return name;
    const local = name.slice(colon + 1);
    return prefix === '' ? local : `${prefix}:${local}`;
  };
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new Refusal('word.unsafe');
  });
  parser.on('error', () => {
    throw new Refusal('word.damaged');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++count > most.elements || open.length > most.depth) throw new Refusal('word.tooLarge');
    const keys = Object.keys(attributes);
    for (const key of keys) {
      if (!key.startsWith('xmlns')) continue;
      const prefix = key.slice(6);
      const wanted = usual(attributes[key] ?? '');
      if (wanted !== undefined && wanted !== prefix) renamed.set(prefix, wanted);
    }
    const own = keys.length === 0 ? nothing : renamed.size === 0 ? attributes : Object.fromEntries(keys.map((key) => [key.includes(':') ? named(key) : key, attributes[key] ?? '']));
    const element: XmlElement = { name: named(name), attributes: own, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const text = (value: string) => {
    const element = open.at(-1);
    if (element) element.text += value;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => void open.pop());
  parser.write(xmlText(bytes)).close();
  const [document] = root.children;
  if (!document) throw new Refusal('word.damaged');
  return document;
}

/** The text of a part: UTF-8 unless a byte order mark says UTF-16. Throws a Refusal: word.damaged. */
export function xmlText(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('word.damaged');
  }
}

/** The first child of a name. */
export const child = (of: XmlElement | null | undefined, name: string): XmlElement | undefined => of?.children.find((one) => one.name === name);

/** The children of a name. */
export const children = (of: XmlElement | null | undefined, name: string): XmlElement[] => of?.children.filter((one) => one.name === name) ?? [];

/** `w:val` of the first child of a name. */
export const valueOf = (of: XmlElement | null | undefined, name: string): string | undefined => child(of, name)?.attributes['w:val'];

/** Whether a property such as `w:b` is there and not switched off; undefined where it is absent. */
export function isOn(of: XmlElement | null | undefined, name: string): boolean | undefined {
  const found = child(of, name);
  return found && !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '1');
}

/** All elements of a name below another, in the order of the file, not those inside one that was found. */
export function within(of: XmlElement, name: string): XmlElement[] {
  return of.children.flatMap((one) => (one.name === name ? [one] : within(one, name)));
}
