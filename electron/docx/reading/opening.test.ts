/** What comes from outside is weighed, refused in a sentence, and never followed. */
import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx, type ReadDocx } from './index.ts';
import { png } from '../testing/records.ts';
import { foreignDocx, foreignFiles, type ForeignParts, p, r } from './testing/foreign.ts';

const zip = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
const refusal = (bytes: Uint8Array): string => {
  const read = readDocx(bytes, '會議.docx');
  if (read.ok) return 'read';
  expect(read.error.params?.['name']).toBe('會議.docx');
  return read.error.code;
};
const opened = (body: string, parts: ForeignParts = {}): ReadDocx => {
  const read = readDocx(foreignDocx(body, parts), 'a.docx');
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const compound = (stream: string): Uint8Array => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000), Buffer.from(stream, 'utf16le'), Buffer.alloc(1000)]);
/** A zip whose list says something else of the parts of a name: at a place, a number of 32 bits. */
const saying = (bytes: Uint8Array, place: number, say: (number: number) => number, named = /^word\/document\.xml$/): Uint8Array => {
  const changed = Buffer.from(bytes);
  for (let at = changed.indexOf('PK\x01\x02', 0, 'latin1'); at !== -1; at = changed.indexOf('PK\x01\x02', at + 1, 'latin1')) {
    const name = changed.toString('latin1', at + 46, at + 46 + changed.readUInt16LE(at + 28));
    if (named.test(name)) changed.writeUInt32LE(say(changed.readUInt32LE(at + place)), at + place);
  }
  return changed;
};
const claiming = (bytes: Uint8Array, size: number, named?: RegExp): Uint8Array => saying(bytes, 24, () => size, named);
/** The end of the list says that there are so many parts. */
const counting = (bytes: Uint8Array, count: number): Uint8Array => {
  const changed = Buffer.from(bytes);
  changed.writeUInt16LE(count, changed.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 10);
  return changed;
};

describe('a file that is refused', () => {
  const whole = foreignDocx(p('散會'));
  const files = foreignFiles(p('散會'));
  const large = foreignDocx(p('散會') + ' '.repeat(40 * 1024 * 1024));
  it.each<[string, Uint8Array, string]>([
    ['a password', compound('EncryptedPackage'), 'word.encrypted'],
    ['an old .doc', compound('WordDocument'), 'word.old'],
    ['an old .xls', compound('Workbook'), 'word.notWord'],
    ['plain text', strToU8('主席致詞'), 'word.notWord'],
    ['nothing', new Uint8Array(), 'word.notWord'],
    ['half of it', whole.subarray(0, whole.length / 2), 'word.damaged'],
    ['an Excel file', zip({ 'xl/workbook.xml': strToU8('<a/>') }), 'word.notWord'],
    ['a zip of pictures', zip({ 'a.png': strToU8('png') }), 'word.notWord'],
    ['no text in it', zip({ ...files, 'word/document.xml': strToU8('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>') }), 'word.damaged'],
    ['broken XML', zip({ ...files, 'word/document.xml': strToU8('<w:document><w:body></w:document>') }), 'word.damaged'],
    ['a part in another encoding', zip({ ...files, 'word/document.xml': Buffer.from([0x3c, 0x61, 0xff, 0xfe, 0x2f, 0x3e]) }), 'word.damaged'],
    ['entities that grow', zip({ ...files, 'word/document.xml': strToU8('<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document><w:body>&b;</w:body></w:document>') }), 'word.unsafe'],
    ['an entity of the computer', zip({ ...files, 'word/styles.xml': strToU8('<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:styles/>'), 'word/_rels/document.xml.rels': strToU8('<Relationships><Relationship Id="a" Type="x/styles" Target="styles.xml"/></Relationships>') }), 'word.unsafe'],
    ['a name that leads elsewhere', zip({ ...files, 'word/../../../etc/cron.d/a': strToU8('a') }), 'word.unsafe'],
    ['a name with a drive', zip({ ...files, 'C:\\windows\\a': strToU8('a') }), 'word.unsafe'],
    ['two parts of one name', zip({ ...files, 'WORD/document.xml': strToU8('<a/>') }), 'word.damaged'],
    ['a bomb that says so', large, 'word.tooLarge'],
    ['a bomb that says it is small', claiming(large, 500_000), 'word.damaged'],
    ['a part that claims four gigabytes', claiming(whole, 0xffff_fff0), 'word.tooLarge'],
    ['parts that are too much together', claiming(zip({ ...files, ...Object.fromEntries([...'1234567'].map((one) => [`word/media/${one}.png`, randomBytes(200_000)])) }), 60 * 1024 * 1024, /^word\/media/), 'word.tooLarge'],
    ['more parts than a document has', counting(whole, 20_001), 'word.tooLarge'],
    ['more than two hundred megabytes', new Uint8Array(200 * 1024 * 1024 + 1), 'word.tooLarge'],
    ['a zip with a password', saying(whole, 8, (flags) => flags | 1), 'word.encrypted'],
    ['a part that is not what was put in', saying(whole, 16, (sum) => (sum ^ 1) >>> 0), 'word.damaged'],
    ['elements a thousand deep', foreignDocx('<w:sdt>'.repeat(1000) + '</w:sdt>'.repeat(1000)), 'word.tooLarge'],
  ])('%s', (_, bytes, code) => {
    const start = performance.now();
    expect(refusal(bytes)).toBe(code);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('says which program an Office file is of', () => {
    expect(readDocx(zip({ 'ppt/presentation.xml': strToU8('<a/>') }), 'a.docx')).toMatchObject({ error: { params: { kind: 'PowerPoint' } } });
  });
});

describe('what is left out, and said', () => {
  it('macros, pictures that lie elsewhere, hidden words, pictures too large or of no kind that we know', () => {
    const picture = (id: string) => `<w:r><w:drawing><a:blip r:${id === 'away' ? 'link' : 'embed'}="${id}"/></w:drawing></w:r>`;
    const huge = Buffer.from('89504e470d0a1a0a0000000d49484452' + '00002710' + '00002711' + '0806000000', 'hex');
    const read = opened(`<w:p>${r('看得見')}${r('看不見', '<w:vanish/>')}${['away', 'huge', 'metafile', 'gone'].map(picture).join('')}</w:p>`, {
      relations: { away: ['image', 'http://example.org/spy.png', 'External'], huge: ['image', 'media/a.png'], metafile: ['image', 'media/b.emf'], gone: ['image', 'media/c.png'] },
      files: { 'word/media/a.png': huge, 'word/media/b.emf': 'emf', 'word/vbaProject.bin': 'code' },
    });
    expect(Object.fromEntries(read.left)).toEqual({ hidden: 1, external: 1, largePicture: 1, picture: 2, macros: 1 });
    expect(read.blocks.filter(({ type }) => type === 'image')).toHaveLength(4);
    expect(read.pictures.size).toBe(0);
  });

  it('what a picture says of itself, rows that were deleted, and links to no page', () => {
    const chunk = (type: string, data: string): Buffer => {
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(data.length);
      sum.writeUInt32BE(crc32(type + data));
      return Buffer.concat([length, Buffer.from(type + data, 'latin1'), sum]);
    };
    // Its signature and its size, which are the first 33 bytes, then who made it.
    const picture = Buffer.concat([png.subarray(0, 33), chunk('tEXt', 'Author\0somebody'), png.subarray(33)]);
    const row = (text: string, properties = '') => `<w:tr>${properties}<w:tc>${p(text)}</w:tc></w:tr>`;
    const read = opened(
      `<w:p><w:hyperlink r:id="script">${r('按此')}</w:hyperlink><w:r><w:drawing><a:blip r:embed="picture"/></w:drawing></w:r></w:p><w:tbl>${row('留')}${row('刪', '<w:trPr><w:del w:id="1" w:author="甲"/></w:trPr>')}</w:tbl>`,
      { relations: { picture: ['image', 'media/a.png'], script: ['hyperlink', 'javascript:alert(1)', 'External'] }, files: { 'word/media/a.png': picture } },
    );
    const [{ bytes } = { bytes: picture }] = [...read.pictures.values()];
    expect(Buffer.from(bytes).equals(png)).toBe(true);
    expect(read.blocks).toMatchObject([{ type: 'paragraph', runs: [{ text: '按此' }] }, { type: 'image' }, { type: 'table', rows: [[{}]] }]);
    expect(JSON.stringify(read.blocks)).not.toMatch(/javascript|刪/);
  });
});

it('reads a file of 40 MB of scanned pages in a moment', { timeout: 60_000 }, () => {
  const [head, page] = [Buffer.from('ffd8ffc000110810000c0003012200021101031101ffda000c03010002110311003f00', 'hex'), Buffer.alloc(4 * 1024 * 1024, 'scan')];
  const scans = Array.from({ length: 10 }, (_, at) => `scan${at}`);
  const files = foreignFiles(scans.map((id) => `<w:p><w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`).join(''), { relations: Object.fromEntries(scans.map((id) => [id, ['image', `media/${id}.jpg`]])) });
  const pictures = scans.map((id, at) => [`word/media/${id}.jpg`, Buffer.concat([head, Buffer.from(String(at)), page, Buffer.from('ffd9', 'hex')])]);
  const bytes = zipSync({ ...files, ...Object.fromEntries(pictures) as Record<string, Buffer> }, { level: 0, mtime: new Date(1980, 0, 1) });
  const start = process.cpuUsage();
  const read = readDocx(bytes, '掃描.docx');
  const used = process.cpuUsage(start);
  expect(read.ok && [read.value.pictures.size, read.value.left.size]).toEqual([10, 0]);
  expect((used.user + used.system) / 1e6).toBeLessThan(4);
});

it('reads a table of ten thousand rows', { timeout: 60_000 }, () => {
  const row = (at: number) => `<w:tr>${[`${at}`, '會費', '120,000', ''].map((text) => `<w:tc><w:tcPr><w:tcW w:w="2310" w:type="dxa"/></w:tcPr>${p(text)}</w:tc>`).join('')}</w:tr>`;
  const start = process.cpuUsage();
  const { blocks } = opened(`<w:tbl>${Array.from({ length: 10_000 }, (_, at) => row(at)).join('')}</w:tbl>`);
  const used = process.cpuUsage(start);
  expect(blocks).toMatchObject([{ type: 'table', rows: { length: 10_000 } }]);
  // Seconds of the processor, which do not depend on what else the computer does.
  expect((used.user + used.system) / 1e6).toBeLessThan(6);
});
