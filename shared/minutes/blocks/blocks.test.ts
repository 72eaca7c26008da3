import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newMinutes } from '../document.ts';
import { plain } from '../inline.ts';
import type { PrintNode } from '../print.ts';
import { printBlocks } from '../printing.ts';
import { styleNames } from '../styles.ts';
import { blockText } from '../text.ts';
import { type Block, type BlockKind, type BlockOf, blocks, blockSchema } from './index.ts';

const kinds = Object.keys(blocks) as BlockKind[];
const fixtures = (kind: BlockKind) => blocks[kind].fixtures as Block[];
const printed = (list: Block[]) => printBlocks({ ...newMinutes({ region: 'TW', script: 'Hant' }), blocks: list });
const paragraphs = (nodes: PrintNode[]): PrintNode[] =>
  nodes.flatMap((node) => (node.type === 'table' ? node.rows.flat().flatMap((cell) => cell.paragraphs) : [node]));

it('every kind has a folder of its name, and every folder a kind', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const kebab = (kind: string) => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  expect(folders.map((folder) => folder.name).sort()).toEqual(kinds.map(kebab).sort());
});

it('ids of fixtures are different, so that all of them make one record', () => {
  const ids = kinds.flatMap((kind) => JSON.stringify(fixtures(kind)).match(/"id":"\w+"/g) ?? []);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(kinds)('the kind %s', (kind) => {
  it('says its name in every language and its own key', () => {
    expect(blocks[kind].kind).toBe(kind);
    expect(Object.values(blocks[kind].label).every((label) => label !== '')).toBe(true);
    expect(fixtures(kind).length).toBeGreaterThan(0);
  });

  it('accepts its fixtures as they stand, through JSON too', () => {
    for (const fixture of fixtures(kind)) expect(blockSchema.parse(JSON.parse(JSON.stringify(fixture)))).toEqual(fixture);
  });

  it('refuses what it does not know and what it lacks', () => {
    for (const fixture of fixtures(kind)) {
      expect(blockSchema.safeParse({ ...fixture, colour: 'red' }).success).toBe(false);
      expect(blockSchema.safeParse({ ...fixture, id: 'A B' }).success).toBe(false);
      for (const key of Object.keys(fixture).filter((name) => !['restart', 'align', 'data'].includes(name))) {
        expect([key, blockSchema.safeParse({ ...fixture, [key]: undefined }).success]).toEqual([key, false]);
      }
    }
  });

  it('prints in styles that exist, and its first node bears its id', () => {
    for (const fixture of fixtures(kind)) {
      const nodes = printed([fixture]);
      for (const node of paragraphs(nodes)) if (node.type === 'paragraph') expect(styleNames).toContain(node.style);
      const first = nodes[0];
      if (first && first.type !== 'pageBreak') expect(first.anchor).toBe(fixture.id);
    }
  });

  it('has no line of text that is empty', () => {
    for (const line of fixtures(kind).flatMap(blockText)) expect(line).not.toBe('');
  });
});

it('an unknown kind is refused', () => {
  expect(blockSchema.safeParse({ id: 'vote00001', kind: 'vote' }).success).toBe(false);
});

describe('lines of text', () => {
  it.each<[BlockKind, string[]]>([
    ['heading', ['討論事項', '年度計畫', '經費', '分攤']],
    ['paragraph', ['會議於上午九時三十分開始。', '請於〔日期〕前回覆，詳見附件\n約 12 m2', '會議由石仲平理事長方若蘭副局長共同主持。']],
    ['table', ['項次\t科目\t金額', '1\t會費收入\t120,000', '合計\t120,000']],
    ['image', ['會場全景', '圖一　會場全景']],
    ['pageBreak', []],
    ['speech', ['市園林局', '方若蘭', '副局長', '方若蘭副局長代表市園林局致辭，對大會召開表示祝賀。她指出，綠化工作要從社區做起。', '來賓講話']],
  ])('of %s', (kind, lines) => {
    expect(fixtures(kind).flatMap(blockText)).toEqual(lines);
  });
});

describe('on paper', () => {
  it('a heading and an item stand in the style of their level', () => {
    const styles = (kind: BlockKind) => printed(fixtures(kind)).map((node) => node.type === 'paragraph' && node.style);
    expect(styles('heading')).toEqual(['heading1', 'heading2', 'heading3', 'heading4']);
    expect(styles('item')).toEqual(['item1', 'item2', 'item3', 'item4', 'item1']);
  });

  it('an item has its number', () => {
    const numbers = printed(fixtures('item')).map((node) => node.type === 'paragraph' && node.number?.label);
    expect(numbers).toEqual(['一、', '（一）', '1.', '（1）', '二、']);
  });

  it('a table has its header rows, shares of its width, and cells that span', () => {
    const [table] = printed(fixtures('table'));
    expect(table).toMatchObject({ type: 'table', headerRows: 1, widths: [0.25, 0.5, 0.25] });
    if (table?.type !== 'table') return;
    expect(table.rows.map((row) => row.map((cell) => cell.columns))).toEqual([[1, 1, 1], [1, 1, 1], [2, 1]]);
    expect(table.rows.map((row) => row[0]?.paragraphs[0]?.style)).toEqual(['tableHeader', 'tableText', 'tableText']);
  });

  it('a table whose first column names its rows has no header row', () => {
    const [base] = fixtures('table') as [BlockOf<'table'>];
    const rows = base.rows.map((row) => row.map((cell, index) => ({ ...cell, header: index === 0 })));
    expect(printed([{ ...base, rows }])[0]).toMatchObject({ headerRows: 0 });
  });

  it('a picture without words has no caption line', () => {
    const [image] = fixtures('image') as [BlockOf<'image'>];
    expect(printed([image]).map((node) => node.type)).toEqual(['image', 'paragraph']);
    expect(printed([{ ...image, caption: [] }]).map((node) => node.type)).toEqual(['image']);
  });

  it('bullets keep their depth, paragraphs their alignment', () => {
    expect(printed(fixtures('bullet'))).toMatchObject([{ bullet: 0 }, { bullet: 1 }]);
    expect(printed(fixtures('paragraph'))).toMatchObject([{ style: 'body' }, { align: 'center' }, { style: 'body' }]);
  });
});

describe('inline text', () => {
  const paragraph = (inline: unknown[]) => blockSchema.safeParse({ id: 'para00001', kind: 'paragraph', inline }).success;

  it('may link to the web and to mail, and to nothing else', () => {
    const link = (address: string) => paragraph([{ type: 'text', text: '附件', link: address }]);
    expect(link('https://example.org') && link('mailto:office@example.org')).toBe(true);
    expect(link('javascript:alert(1)') || link('file:///etc/passwd')).toBe(false);
  });

  it('has a blank only with words', () => {
    expect(paragraph([{ type: 'blank', label: '日期' }, ...plain('前')])).toBe(true);
    expect(paragraph([{ type: 'blank', label: '' }])).toBe(false);
  });
});
