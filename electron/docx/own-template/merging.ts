/** The text of a record, as our own Word file has it, put into an own template: its styles where it has them, ours where not. */
import { around, attributeOf, inside, merged, paragraphOrder, runOrder, topElements } from './parts.ts';

/** The XML parts of a package as text. */
export type Texts = Map<string, string>;
export type Files = Map<string, Uint8Array>;

interface Package {
  texts: Texts;
  files: Files;
}

const documentPart = 'word/document.xml';
const numberingPart = 'word/numbering.xml';
const stylesPart = 'word/styles.xml';
const relationsPart = 'word/_rels/document.xml.rels';
const typesPart = '[Content_Types].xml';
const numberingType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Puts the text of `source` in the place of `token`, whose paragraph says how running text looks. */
export function mergeText(target: Package, source: Package, token: string): void {
  const text = (from: Package, name: string): string => from.texts.get(name) ?? '';
  const document = text(target, documentPart);
  const at = document.indexOf(token);
  const place = around(document, at, 'w:p');
  if (at < 0 || !place) return;
  const host = document.slice(place.from, place.to);
  const look = lookOf(host, token);
  const own = text(source, documentPart);
  let body = own.slice(own.indexOf('<w:body>') + '<w:body>'.length, own.lastIndexOf('<w:sectPr'));
  const styles = mergeStyles(target, source, body, look);
  body = renamed(styled(body, look), styles);
  body = numbered(target, source, body);
  body = related(target, source, body);
  body = withOwnIds(document, body);
  // What else stands in the paragraph of the mark stays before the text.
  const rest = host.replace(token, '');
  const keepsRest = /<w:t(?:\s[^<>]*)?>[^<]*[^<\s][^<]*<\/w:t>|<w:drawing|<w:pict|<w:sectPr/.test(rest);
  const after = document.slice(place.to);
  // A cell ends with a paragraph.
  const end = /<\/w:tbl>$/.test(body) && !/^<w:(?:p|tbl|bookmark)/.test(after) ? '<w:p/>' : '';
  const whole = document.slice(0, place.from) + (keepsRest ? rest : '') + body + end + after;
  target.texts.set(documentPart, withNamespaces(whole, own));
}

/** How the paragraph of the mark is written: its style, and what was set on it by hand. */
interface Look {
  style: string | undefined;
  paragraph: string;
  run: string;
}

function lookOf(host: string, token: string): Look {
  const properties = topElements(inside(host)).find(({ name }) => name === 'w:pPr')?.xml ?? '';
  const pieces = topElements(inside(properties));
  const style = pieces.find(({ name }) => name === 'w:pStyle')?.xml;
  const run = around(host, host.indexOf(token), 'w:r');
  const runPieces = run ? topElements(inside(topElements(inside(host.slice(run.from, run.to))).find(({ name }) => name === 'w:rPr')?.xml ?? '')) : [];
  const leave = new Set(['w:pStyle', 'w:rPr', 'w:sectPr', 'w:numPr', 'w:pageBreakBefore', 'w:keepNext', 'w:framePr', 'w:pPrChange', 'w:outlineLvl', 'w:cnfStyle']);
  return {
    style: style && attributeOf(style, 'w:val'),
    paragraph: pieces.filter(({ name }) => !leave.has(name)).map(({ xml }) => xml).join(''),
    run: runPieces.filter(({ name }) => !['w:rPrChange', 'w:highlight', 'w:ins', 'w:del'].includes(name)).map(({ xml }) => xml).join(''),
  };
}

interface Style {
  id: string;
  name: string;
  xml: string;
}

const stylesOf = (xml: string): Style[] =>
  topElements(inside(xml.slice(xml.indexOf('<w:styles'))))
    .filter(({ name }) => name === 'w:style')
    .map(({ xml: style }) => {
      const named = /<w:name\s[^<>]*?w:val="([^"]*)"/.exec(style)?.[1] ?? '';
      return { id: attributeOf(style, 'w:styleId') ?? '', name: named.toLowerCase(), xml: style };
    });

/** Other names that a template may have for a style of ours, in the order in which they are looked for. */
const alike: Readonly<Record<string, readonly string[]>> = {
  'heading 1': ['標題 1', '标题 1'],
  'heading 2': ['標題 2', '标题 2'],
  'heading 3': ['標題 3', '标题 3'],
  'heading 4': ['標題 4', '标题 4'],
  quote: ['引文', '引用'],
  caption: ['標號', '题注'],
  'list bullet': ['項目符號', '列表项目符号', '项目符号'],
  hyperlink: ['超連結', '超链接'],
  'normal table': ['表格內文', '普通表格'],
};

/** Ids of ours that are running text: they look as the mark does. */
const running = /^(?:BodyText|Item[1-4]|ListBullet|Quote|Attendance|AnnexNote|MeetingData|Signatures|Addressee)$/;
const bodyStyle = 'BodyText';

/** The id that each of our styles has in the template; those that it lacks are added. */
function mergeStyles(target: Package, source: Package, body: string, look: Look): ReadonlyMap<string, string> {
  const theirs = stylesOf(target.texts.get(stylesPart) ?? '');
  const ours = new Map(stylesOf(source.texts.get(stylesPart) ?? '').map((style) => [style.id, style]));
  const byName = new Map(theirs.map((style) => [style.name, style]));
  const normal = theirs.find(({ xml }) => /^<w:style\s[^<>]*w:type="paragraph"[^<>]*>/.test(xml) && /w:default="(?:1|true|on)"/.test(xml.slice(0, xml.indexOf('>'))))?.id;
  const text = look.style ?? normal;
  const ids = new Map<string, string>();
  const added: string[] = [];
  const taken = new Set(theirs.map(({ id }) => id));

  const idOf = (id: string): string => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    const style = ours.get(id);
    if (!style) return id;
    const names = id === 'SectionHeading' ? ['heading 2', ...(alike['heading 2'] ?? []), style.name] : [style.name, ...(alike[style.name] ?? [])];
    const found = id === bodyStyle ? text : names.map((name) => byName.get(name)?.id).find((one) => one !== undefined);
    if (found !== undefined) {
      ids.set(id, found);
      return found;
    }
    let own = `Minutes${id}`;
    while (taken.has(own)) own += '1';
    taken.add(own);
    ids.set(id, own);
    added.push(adapted(style, own));
    return own;
  };
  const adapted = ({ id, xml }: Style, own: string): string => {
    let style = xml.replace(/w:styleId="[^"]*"/, `w:styleId="${own}"`).replace(/\sw:default="[^"]*"/, '').replace(/<w:numPr>.*?<\/w:numPr>/s, '').replace(/<w:(?:link|next)\s[^<>]*\/>/g, '');
    const isText = running.test(id);
    // Running text keeps its indents only: face, size and lines are those of the template.
    if (isText) style = style.replace(/<w:(?:rFonts|sz|szCs|color|spacing|lang)\s[^<>]*\/>/g, '').replace(/<w:(rPr|pPr)>\s*<\/w:\1>/g, '');
    const based = isText ? text : undefined;
    return style.includes('<w:basedOn')
      ? style.replace(/<w:basedOn\s[^<>]*w:val="([^"]*)"[^<>]*\/>/, (_, parent: string) => `<w:basedOn w:val="${based ?? parentOf(parent)}"/>`)
      : based === undefined ? style : style.replace(/(<w:name\s[^<>]*\/>)/, `$1<w:basedOn w:val="${based}"/>`);
  };
  const parentOf = (id: string): string => (id === 'Normal' ? (normal ?? idOf(id)) : idOf(id));
  for (const [, id = ''] of body.matchAll(/<w:(?:pStyle|rStyle|tblStyle)\s[^<>]*?w:val="([^"]*)"/g)) idOf(id);
  const styles = target.texts.get(stylesPart);
  if (styles && added.length > 0) target.texts.set(stylesPart, withNamespaces(styles.replace('</w:styles>', () => `${added.join('')}</w:styles>`), source.texts.get(stylesPart) ?? '', 'w:styles'));
  return ids;
}

const renamed = (body: string, ids: ReadonlyMap<string, string>): string =>
  body.replace(/(<w:(?:pStyle|rStyle|tblStyle)\s[^<>]*?w:val=")([^"]*)"/g, (_, start: string, id: string) => `${start}${ids.get(id) ?? id}"`);

/** Running text has what was set on the mark by hand. */
function styled(body: string, look: Look): string {
  const spacing = topElements(look.paragraph).filter(({ name }) => name === 'w:spacing').map(({ xml }) => xml).join('');
  return body.replace(/<w:p>(?:(?!<w:p[ >]).)*?<\/w:p>|<w:p\s[^<>]*[^/]>(?:(?!<w:p[ >]).)*?<\/w:p>/gs, (paragraph) => {
    const style = /<w:pStyle\s[^<>]*?w:val="([^"]*)"/.exec(paragraph)?.[1] ?? '';
    if (!running.test(style)) return paragraph;
    const isBody = style === bodyStyle;
    const under = isBody ? look.paragraph : spacing;
    const own = topElements(inside(paragraph)).find(({ name }) => name === 'w:pPr')?.xml ?? '';
    const properties = `<w:pPr>${merged(under, inside(own), paragraphOrder)}</w:pPr>`;
    const looking = own === '' ? paragraph : paragraph.replace(own, () => properties);
    return look.run === '' ? looking : looking.replace(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>|<w:rPr\/>)?/gs, (_, mine: string | undefined) => `<w:r><w:rPr>${runLook(look.run, mine ?? '')}</w:rPr>`);
  });
}

/** The faces are the template's, with our word on which of them quotes are drawn in. */
function runLook(under: string, over: string): string {
  const faces = topElements(under).find(({ name }) => name === 'w:rFonts')?.xml;
  const ours = topElements(over).find(({ name }) => name === 'w:rFonts')?.xml;
  const hint = ours && attributeOf(ours, 'w:hint');
  const both = faces && ours ? (hint ? faces.replace(/\sw:hint="[^"]*"/, '').replace('<w:rFonts', `<w:rFonts w:hint="${hint}"`) : faces) : null;
  return merged(under, both === null ? over : over.replace(ours ?? '', () => both), runOrder);
}

const highest = (xml: string, pattern: RegExp): number => [...xml.matchAll(pattern)].reduce((most, [, id]) => Math.max(most, Number(id) || 0), 0);

/** Our lists beside those of the template, under numbers of their own. */
function numbered(target: Package, source: Package, body: string): string {
  const ours = source.texts.get(numberingPart) ?? '';
  const used = new Set([...body.matchAll(/<w:numId\s[^<>]*?w:val="(\d+)"/g)].map(([, id]) => id ?? '0').filter((id) => id !== '0'));
  if (used.size === 0) return body;
  const pieces = topElements(inside(ours.slice(ours.indexOf('<w:numbering'))));
  const nums = pieces.filter(({ name, xml }) => name === 'w:num' && used.has(attributeOf(xml, 'w:numId') ?? ''));
  const abstractOf = (num: string): string => /<w:abstractNumId\s[^<>]*?w:val="(\d+)"/.exec(num)?.[1] ?? '';
  const wanted = new Set(nums.map(({ xml }) => abstractOf(xml)));
  const root = ours.slice(ours.indexOf('<w:numbering'), ours.indexOf('>', ours.indexOf('<w:numbering')) + 1);
  let theirs = target.texts.get(numberingPart) ?? `${ours.slice(0, ours.indexOf('<w:numbering'))}${root}</w:numbering>`;
  theirs = theirs.replace(/<w:numbering((?:\s[^<>]*)?)\/>/, '<w:numbering$1></w:numbering>');
  const firstAbstract = highest(theirs, /<w:abstractNum\s[^<>]*?w:abstractNumId="(\d+)"/g) + 1;
  const firstNum = highest(theirs, /<w:num\s[^<>]*?w:numId="(\d+)"/g) + 1;
  const abstracts = new Map([...wanted].map((id, index) => [id, firstAbstract + index]));
  const ids = new Map(nums.map(({ xml }, index) => [attributeOf(xml, 'w:numId') ?? '', firstNum + index]));
  const newAbstracts = pieces
    .filter(({ name, xml }) => name === 'w:abstractNum' && wanted.has(attributeOf(xml, 'w:abstractNumId') ?? ''))
    .map(({ xml }) => xml.replace(/w:abstractNumId="(\d+)"/, (_, id: string) => `w:abstractNumId="${abstracts.get(id) ?? id}"`).replace(/<w:pStyle\s[^<>]*\/>/g, ''))
    .join('');
  const newNums = nums
    .map(({ xml }) => xml.replace(/w:numId="(\d+)"/, (_, id: string) => `w:numId="${ids.get(id) ?? id}"`).replace(/(<w:abstractNumId\s[^<>]*?w:val=")(\d+)"/, (_, start: string, id: string) => `${start}${abstracts.get(id) ?? id}"`))
    .join('');
  const before = (xml: string, names: RegExp, piece: string): string => {
    const place = names.exec(xml)?.index ?? xml.lastIndexOf('</w:numbering>');
    return xml.slice(0, place) + piece + xml.slice(place);
  };
  theirs = before(theirs, /<w:num[\s>]|<w:numIdMacAtCleanup/, newAbstracts);
  theirs = before(theirs, /<w:numIdMacAtCleanup/, newNums);
  if (!target.texts.has(numberingPart)) {
    edit(target.texts, typesPart, (xml) => xml.replace('</Types>', `<Override PartName="/${numberingPart}" ContentType="${numberingType}"/></Types>`));
    relate(target, `${office}/numbering`, 'numbering.xml');
  }
  target.texts.set(numberingPart, withNamespaces(theirs, ours, 'w:numbering'));
  return body.replace(/(<w:numId\s[^<>]*?w:val=")(\d+)"/g, (_, start: string, id: string) => `${start}${ids.get(id) ?? id}"`);
}

/** Pictures and links of our text, as relations of the template. */
function related(target: Package, source: Package, body: string): string {
  const ours = new Map(topElements(inside((source.texts.get(relationsPart) ?? '').replace(/^[\s\S]*?(?=<Relationships)/, ''))).map(({ xml }) => [attributeOf(xml, 'Id') ?? '', xml]));
  const ids = new Map<string, string>();
  return body.replace(/(\sr:(?:id|embed|link)=")([^"]+)"/g, (whole, start: string, id: string) => {
    const relation = ours.get(id);
    if (relation === undefined) return whole;
    const known = ids.get(id) ?? bring(target, source, relation, ids.size + 1);
    ids.set(id, known);
    return `${start}${known}"`;
  });
}

function bring(target: Package, source: Package, relation: string, count: number): string {
  const [type, to, mode] = [attributeOf(relation, 'Type') ?? '', attributeOf(relation, 'Target') ?? '', attributeOf(relation, 'TargetMode')];
  if (mode === 'External') return relate(target, type, to, true);
  const file = source.files.get(`word/${to}`);
  const ending = to.slice(to.lastIndexOf('.') + 1);
  const name = `media/minutes${count}.${ending}`;
  if (file) target.files.set(`word/${name}`, file);
  const kinds: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif' };
  edit(target.texts, typesPart, (xml) =>
    new RegExp(`<Default\\s[^<>]*Extension="${ending}"`, 'i').test(xml) ? xml : xml.replace(/(<Types[^<>]*>)/, `$1<Default Extension="${ending}" ContentType="${kinds[ending] ?? 'image/png'}"/>`),
  );
  return relate(target, type, name);
}

/** A new relation of the document; its id. */
function relate({ texts }: Package, type: string, to: string, isExternal = false): string {
  const empty = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const before = (texts.get(relationsPart) ?? empty).replace(/<Relationships((?:\s[^<>]*)?)\/>/, '<Relationships$1></Relationships>');
  const id = `rId${Math.max(1000, highest(before, /\sId="rId(\d+)"/g) + 1)}`;
  texts.set(relationsPart, before.replace('</Relationships>', () => `<Relationship Id="${id}" Type="${type}" Target="${to}"${isExternal ? ' TargetMode="External"' : ''}/></Relationships>`));
  return id;
}

const edit = (texts: Texts, name: string, change: (xml: string) => string): void => {
  const xml = texts.get(name);
  if (xml !== undefined) texts.set(name, change(xml));
};

/** Bookmarks and drawings count on from those of the template. */
function withOwnIds(document: string, body: string): string {
  const counted = (xml: string, pattern: RegExp, first: number): string => {
    const ids = new Map<string, number>();
    return xml.replace(pattern, (_, start: string, id: string) => {
      const own = ids.get(id) ?? first + ids.size;
      ids.set(id, own);
      return `${start}${own}"`;
    });
  };
  const bookmarks = counted(body, /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")([^"]+)"/g, highest(document, /<w:bookmarkStart\b[^>]*? w:id="(\d+)"/g) + 1);
  return counted(bookmarks, /(<wp:docPr\b[^>]*? id=")([^"]+)"/g, highest(document, /<wp:docPr\b[^>]*? id="(\d+)"/g) + 1);
}

/** What our XML calls its namespaces, where the template does not name them yet. */
function withNamespaces(xml: string, ours: string, root = 'w:document'): string {
  const tagOf = (text: string): string => new RegExp(`<${root}(?:\\s[^<>]*)?>`).exec(text)?.[0] ?? '';
  const tag = tagOf(xml);
  const missing = [...tagOf(ours).matchAll(/\sxmlns:([\w-]+)="[^"]*"/g)].filter(([, prefix]) => !tag.includes(`xmlns:${prefix}=`)).map(([whole]) => whole);
  return missing.length === 0 || tag === '' ? xml : xml.replace(tag, () => tag.replace(/\/?>$/, (end) => missing.join('') + end));
}
