/**
 * Writes `shared/pages/faces/advances.json`: how wide the faces that Word files name set their letters, taken from the
 * faces of this computer that are made to the same measure (Liberation) or stand in for them.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const liberation = '/usr/share/fonts/truetype/liberation/Liberation';
const noto = '/usr/share/fonts/opentype/noto/Noto';
const arphic = '/usr/share/fonts/truetype/arphic/';

/** The file of each face, and which of its faces where it holds several. */
const western: Readonly<Record<string, { regular: string; bold: string }>> = {
  'Times New Roman': { regular: `${liberation}Serif-Regular.ttf`, bold: `${liberation}Serif-Bold.ttf` },
  Arial: { regular: `${liberation}Sans-Regular.ttf`, bold: `${liberation}Sans-Bold.ttf` },
};
const chinese: Readonly<Record<string, { regular: string; bold?: string; index: number }>> = {
  'Noto Serif CJK SC': { regular: `${noto}SerifCJK-Regular.ttc`, bold: `${noto}SerifCJK-Bold.ttc`, index: 2 },
  'Noto Serif CJK TC': { regular: `${noto}SerifCJK-Regular.ttc`, bold: `${noto}SerifCJK-Bold.ttc`, index: 3 },
  'Noto Sans CJK SC': { regular: `${noto}SansCJK-Regular.ttc`, bold: `${noto}SansCJK-Bold.ttc`, index: 2 },
  'Noto Sans CJK TC': { regular: `${noto}SansCJK-Regular.ttc`, bold: `${noto}SansCJK-Bold.ttc`, index: 3 },
  'AR PL UMing CN': { regular: `${arphic}uming.ttc`, index: 0 },
  'AR PL UKai CN': { regular: `${arphic}ukai.ttc`, index: 0 },
  'AR PL UKai TW': { regular: `${arphic}ukai.ttc`, index: 2 },
};

/** Latin-1, Latin Extended-A, Greek and the punctuation that Western text shares with Chinese. */
const letters = [[0x20, 0x7e], [0xa0, 0x17f], [0x391, 0x3c9], [0x2010, 0x2044], [0x20ac, 0x20ac], [0x2122, 0x2122], [0x2212, 0x2212]] as const;
/** What Chinese text may draw in its own face without filling a square. */
const sharedLetters = [[0x20, 0x20], [0x2010, 0x2044]] as const;

interface OpenFace {
  /** In thousandths of an em. */
  advance(code: number): number | null;
  ascent: number;
  descent: number;
}

function open(path: string, index = 0): OpenFace {
  const file = readFileSync(path);
  const start = file.toString('latin1', 0, 4) === 'ttcf' ? file.readUInt32BE(12 + index * 4) : 0;
  const tables = new Map(
    Array.from({ length: file.readUInt16BE(start + 4) }, (_, table) => {
      const at = start + 12 + table * 16;
      return [file.toString('latin1', at, at + 4), file.readUInt32BE(at + 8)];
    }),
  );
  const table = (name: string): number => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`${path} has no ${name}`);
    return at;
  };
  const perEm = file.readUInt16BE(table('head') + 18);
  const thousandths = (units: number) => Math.round((units * 1000) / perEm);
  const hhea = table('hhea');
  const metrics = file.readUInt16BE(hhea + 34);
  const glyphOf = glyphs(file, table('cmap'));
  return {
    advance(code) {
      const glyph = glyphOf(code);
      return glyph === 0 ? null : thousandths(file.readUInt16BE(table('hmtx') + Math.min(glyph, metrics - 1) * 4));
    },
    ascent: thousandths(file.readInt16BE(hhea + 4)),
    descent: thousandths(-file.readInt16BE(hhea + 6)),
  };
}

/** Which glyph draws a character; 0 = none. */
function glyphs(file: Buffer, cmap: number): (code: number) => number {
  for (let each = 0; each < file.readUInt16BE(cmap + 2); each += 1) {
    const at = cmap + file.readUInt32BE(cmap + 4 + each * 8 + 4);
    if (file.readUInt16BE(at) !== 4) continue;
    const count = file.readUInt16BE(at + 6) / 2;
    const read = (part: number, segment: number) => file.readUInt16BE(at + 14 + part * count * 2 + (part > 0 ? 2 : 0) + segment * 2);
    return (code) => {
      for (let segment = 0; segment < count; segment += 1) {
        if (code > read(0, segment)) continue;
        const first = read(1, segment);
        if (code < first) return 0;
        const delta = read(2, segment);
        const offset = read(3, segment);
        if (offset === 0) return (code + delta) & 0xffff;
        const place = at + 14 + 3 * count * 2 + 2 + segment * 2 + offset + (code - first) * 2;
        const glyph = file.readUInt16BE(place);
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      }
      return 0;
    };
  }
  throw new Error('no table of characters that this script can read');
}

function advances(face: OpenFace, ranges: readonly (readonly [number, number])[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code += 1) {
      const advance = face.advance(code);
      if (advance !== null) found[String.fromCharCode(code)] = advance;
    }
  }
  return found;
}

const about = (face: OpenFace, ranges: readonly (readonly [number, number])[]) => ({ ascent: face.ascent, descent: face.descent, advances: advances(face, ranges) });

const faces = {
  western: Object.fromEntries(Object.entries(western).map(([name, { regular, bold }]) => [name, { regular: about(open(regular), letters), bold: about(open(bold), letters) }])),
  chinese: Object.fromEntries(
    Object.entries(chinese).map(([name, { regular, bold, index }]) => [
      name,
      { regular: about(open(regular, index), sharedLetters), ...(bold && { bold: about(open(bold, index), sharedLetters) }) },
    ]),
  ),
};
writeFileSync('shared/pages/faces/advances.json', `${JSON.stringify(faces)}\n`);
