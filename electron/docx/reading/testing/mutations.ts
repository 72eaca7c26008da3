/** Word files as damage, bad programs and ill will make them; the same file for the same seed and trial. */
import { strFromU8, strToU8, zipSync } from 'fflate';
import { type Dice, dice, pick } from '#electron/faults/dice.ts';
import { mutate } from '#electron/faults/mutate.ts';
import { foreignFiles, lists, numbered, p, r, style } from './foreign.ts';

/** A small file in which everything that the reader knows is there once. */
function wholeFile(): Record<string, Uint8Array> {
  const by = 'w:id="7" w:author="柳思源" w:date="2024-01-20T08:00:00Z"';
  const picture = '<w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="a" descr="會場"/><a:graphic><a:graphicData uri="p"><pic:pic><pic:blipFill><a:blip r:embed="img"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>';
  const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${p('框中文字')}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('框中文字')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
  const body = [
    p('青禾綠化協會第三屆理事會第四次會議紀錄', '<w:pStyle w:val="Title"/>'),
    p('時間：113年1月19日（星期五）上午9時30分'),
    p('討論事項', '<w:pStyle w:val="h1"/>'),
    p('修訂章程', numbered(1)),
    p('條文對照', numbered(1, 1)),
    p(`${r('會議')}<w:ins ${by}>${r('一致', '<w:b/>')}</w:ins><w:del ${by}><w:r><w:delText>原</w:delText></w:r></w:del><w:commentRangeStart w:id="0"/>${r('通過')}<w:commentRangeEnd w:id="0"/><w:r><w:footnoteReference w:id="2"/></w:r>`),
    `<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('科目')}${cell('金額')}</w:tr><w:tr>${cell('會費', '<w:vMerge w:val="restart"/>')}${cell('120')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('30')}</w:tr><w:tr>${cell('合計', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`,
    `<w:p><w:r>${picture}</w:r><w:r>${box}</w:r></w:p>`,
    p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>附件</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    '<w:sdt><w:sdtContent>' + p('散會') + '</w:sdtContent></w:sdt><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>',
  ].join('');
  return foreignFiles(body, {
    styles: `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:eastAsia="zh-TW"/></w:rPr></w:rPrDefault></w:docDefaults>${style('Title', 'Title')}${style('h1', 'heading 1', '<w:outlineLvl w:val="0"/>', 'Title')}`,
    numbering: lists([['taiwaneseCountingThousand', '%1、'], ['taiwaneseCountingThousand', '（%2）']]),
    footnotes: `<w:footnote w:id="2">${p('詳見附件一')}</w:footnote>`,
    comments: `<w:comment w:id="0" w:author="方若蘭">${p('請補人數')}</w:comment>`,
    relations: { img: ['image', 'media/image1.png'] },
    files: { 'word/media/image1.png': Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'), 'customXml/item1.xml': '<a xmlns="urn:x">b</a>' },
  });
}

const files = wholeFile();
const names = Object.keys(files);
const options = { mtime: new Date(1980, 0, 1), level: 1 } as const;
const whole = Buffer.from(zipSync(files, options));

/** File number `trial` of a seed. */
export function mutatedFile(seed: number, trial: number): Uint8Array {
  const roll = dice(seed * 100_003 + trial);
  if (roll(4) === 0) return mutate(whole, roll);
  if (roll(8) === 0) return renamed(roll);
  const changed = new Map(Object.entries(files));
  for (let times = 1 + roll(3); times > 0; times--) {
    const name = pick(roll, names);
    switch (roll(8)) {
      case 0:
        changed.delete(name);
        break;
      case 1: {
        const other = pick(roll, names);
        const [one, another] = [changed.get(name), changed.get(other)];
        if (one && another) changed.set(name, another).set(other, one);
        break;
      }
      default: {
        const content = changed.get(name);
        if (content && /\.(?:xml|rels)$/.test(name)) changed.set(name, strToU8(changedXml(strFromU8(content), roll)));
      }
    }
  }
  return zipSync(Object.fromEntries(changed), options);
}

/** The list of the zip names one part as another. */
function renamed(roll: Dice): Uint8Array {
  const bytes = Buffer.from(whole);
  const place = bytes.lastIndexOf(Buffer.from(pick(roll, names)));
  const other = Buffer.from(pick(roll, [...names, '../../etc/passwd', 'C:/windows/system.ini', '/etc/passwd', 'word/\u0000.xml']));
  if (place > 0) other.copy(bytes, place);
  return bytes;
}

const nonsense = ['', '-1', '0', '1.5', 'NaN', '9', '99999999999999999999', '1e308', '2147483648', 'true', 'w:p', '\u202e', '../..', 'http://example.org/a', '一'.repeat(3000), '&#x4e2d;', '%1%2%3%9', 'ffffffff'];

/** XML that is well-formed before, and mostly after. */
function changedXml(xml: string, roll: Dice): string {
  switch (roll(6)) {
    case 0: {
      const element = anElement(xml, roll);
      return element ? xml.slice(0, element.start) + xml.slice(element.end) : xml;
    }
    case 1: {
      const element = anElement(xml, roll);
      return element ? xml.slice(0, element.end) + xml.slice(element.start, element.end).repeat(1 + roll(50)) + xml.slice(element.end) : xml;
    }
    case 2: {
      const element = anElement(xml, roll);
      const depth = pick(roll, [3, 50, 300, 5000]);
      const tag = element && /^<([\w:]+)/.exec(xml.slice(element.start, element.start + 100))?.[1];
      return element && tag ? xml.slice(0, element.start) + `<${tag}>`.repeat(depth) + xml.slice(element.start, element.end) + `</${tag}>`.repeat(depth) + xml.slice(element.end) : xml;
    }
    case 3:
    case 4: {
      const values = [...xml.matchAll(/="([^"]*)"/g)];
      const value = values.length === 0 ? undefined : pick(roll, values);
      return value ? `${xml.slice(0, value.index)}="${pick(roll, nonsense)}"${xml.slice(value.index + value[0].length)}` : xml;
    }
    default: {
      const at = roll(xml.length);
      return xml.slice(0, at) + pick(roll, ['<', '>', '&', ']]>', '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '\u0000', '\ufffe', '<w:p/>', '<?x?>', '<![CDATA[x]]>']) + xml.slice(at);
    }
  }
}

/** Some element with everything inside it. */
function anElement(xml: string, roll: Dice): { start: number; end: number } | null {
  const opens = [...xml.matchAll(/<([\w:]+)(?:\s[^<>]*)?>/g)].slice(1);
  if (opens.length === 0) return null;
  const { index: start, 0: tag, 1: name = '' } = pick(roll, opens);
  if (tag.endsWith('/>')) return { start, end: start + tag.length };
  let depth = 0;
  for (const match of xml.slice(start).matchAll(new RegExp(`<(/?)${name}(?:\\s[^<>]*?)?(/?)>`, 'g'))) {
    if (match[1] === '/') depth -= 1;
    else if (match[2] !== '/') depth += 1;
    if (depth === 0) return { start, end: start + match.index + match[0].length };
  }
  return null;
}
