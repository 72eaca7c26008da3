// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { computeNumbers } from '#shared/minutes/numbering.ts';
import { type Block, blockSchema } from '#shared/minutes/blocks/index.ts';
import { inlineText } from '#shared/minutes/inline.ts';
import { blocksFromHtml } from './html.ts';
import type { PastedBlock } from './pasted.ts';

const fragment = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', `${name}.html`), 'utf8');
const textOf = (block: PastedBlock) => ('inline' in block ? inlineText(block.inline) : block.kind);
const lines = (blocks: PastedBlock[]) => {
  const numbers = computeNumbers(blocks.filter((block): block is Exclude<PastedBlock, { kind: 'picture' }> => block.kind !== 'picture'));
  return blocks.map((block) => `${block.kind}: ${numbers.get(block.id)?.label ?? ''}${textOf(block)}`);
};
const valid = (blocks: PastedBlock[]) => {
  for (const block of blocks) if (block.kind !== 'picture') expect(blockSchema.safeParse(block as Block).error).toBeUndefined();
  return blocks;
};

describe('a piece of a Word document', () => {
  const blocks = valid(blocksFromHtml(fragment('word')));

  it('keeps headings, numbers, bullets and plain paragraphs in order', () => {
    expect(lines(blocks)).toEqual([
      'paragraph: 青禾綠化協會第三屆理事會第二次會議紀錄',
      'heading: 討論事項',
      'item: 一、修訂志工管理辦法',
      'item: （一）條文對照表見附件',
      'item: （二）自公布日施行',
      'item: 二、增聘園藝顧問二名',
      'bullet: 場地由會館提供',
      'paragraph: a) 費用由各組自理',
      'paragraph: 本案經出席理事討論後，照原案通過。',
      'table: table',
    ]);
  });

  it('drops what was struck out in review and keeps what was put in', () => {
    const text = blocks.map(textOf).join('');
    expect(text).not.toContain('保留');
    expect(text).toContain('照原案通過');
  });

  it('keeps weight, alignment and the address of a link, not faces and sizes', () => {
    expect(blocks[0]).toMatchObject({ kind: 'paragraph', align: 'center' });
    expect(blocks[2]).toMatchObject({ inline: [{ text: '修訂' }, { text: '志工管理辦法', marks: ['bold', 'underline'] }] });
    expect(blocks[3]).toMatchObject({ inline: [{ text: '條文對照表見' }, { text: '附件', link: 'https://example.org/annex' }] });
    expect(JSON.stringify(blocks)).not.toMatch(/font|標楷體|16\.0pt/);
  });

  it('keeps merged cells, the repeated header row and the widths of the table', () => {
    const table = blocks.at(-1);
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.widths).toEqual([100, 200, 100]);
    expect(table.rows.map((row) => row.map((cell) => [inlineText(cell.blocks[0]!.inline), cell.columns, cell.rows, cell.header]))).toEqual([
      [['組別', 1, 1, true], ['工作', 1, 1, true], ['經費', 1, 1, true]],
      [['植樹組', 1, 2, false], ['選苗', 1, 1, false], ['12,000', 1, 1, false]],
      [['養護', 1, 1, false], ['8,000', 1, 1, false]],
      [['合計', 2, 1, false], ['20,000', 1, 1, false]],
    ]);
  });
});

describe('a piece of a LibreOffice document', () => {
  const blocks = valid(blocksFromHtml(fragment('libreoffice')));

  it('keeps lists by their kind and struck text as struck', () => {
    expect(lines(blocks)).toEqual([
      'heading: 臨時動議',
      'item: 1.夏季會員日提前兩週',
      'item: （1）由活動組辦理',
      'item: 2.會刊改為季刊',
      'bullet: 編輯小組三人',
      'quote: 章程第三條：本會以推廣綠化為宗旨。',
    ]);
    expect(blocks[3]).toMatchObject({ inline: [{ text: '會刊改為' }, { text: '季刊', marks: ['strike'] }] });
  });
});

describe('a piece of a Google document', () => {
  it('does not take the wrapper around everything for bold text', () => {
    const blocks = valid(
      blocksFromHtml(
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="text-align:right"><span style="font-weight:400;background-color:transparent">石仲平理事長主持。</span><span style="font-weight:700;vertical-align:super">註</span></p><br><ol><li aria-level="1" style="list-style-type:decimal"><p role="presentation"><span>確認前次紀錄</span></p></li></ol></b>',
      ),
    );
    expect(blocks).toMatchObject([
      { kind: 'paragraph', align: 'end', inline: [{ type: 'text', text: '石仲平理事長主持。' }, { text: '註', marks: ['bold', 'superscript'] }] },
      { kind: 'item', level: 3, inline: [{ text: '確認前次紀錄' }] },
    ]);
    expect('marks' in (blocks[0] as { inline: object[] }).inline[0]!).toBe(false);
  });
});

describe('numbers', () => {
  it('become derived ones only where the derived number is the same', () => {
    const blocks = blocksFromHtml('<p>三、續議事項</p><p>一、開會</p><p>二、報告</p><p>1.5 公里步道</p><p>（一）財務</p><p>四、散會</p>');
    expect(lines(blocks)).toEqual([
      'paragraph: 三、續議事項',
      'item: 一、開會',
      'item: 二、報告',
      'paragraph: 1.5 公里步道',
      'item: （一）財務',
      'paragraph: 四、散會',
    ]);
  });

  it('read on beyond ten and start again where the source does', () => {
    const source = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '一', '二'];
    const blocks = blocksFromHtml(source.map((number, at) => `<p>${number}、議案${at}</p>`).join(''));
    expect(lines(blocks)).toEqual(source.map((number, at) => `item: ${number}、議案${at}`));
  });

  it('of a list that starts late stay as text', () => {
    expect(lines(blocksFromHtml('<ol start="4"><li>選舉</li><li>散會</li></ol>'))).toEqual(['paragraph: 4. 選舉', 'paragraph: 5. 散會']);
  });
});

describe('foreign HTML', () => {
  it('brings no script, frame or dangerous address in, and no text of them', () => {
    const blocks = blocksFromHtml(
      '<p onclick="steal()">會議開始<a href="javascript:steal()">連結</a></p><script>steal()</script><style>p{}</style><iframe src="https://example.org"></iframe><img src=x onerror=steal()>',
    );
    expect(blocks).toMatchObject([{ kind: 'paragraph', inline: [{ type: 'text', text: '會議開始連結' }] }]);
    expect(blocks).toHaveLength(1);
  });

  it('joins folded Chinese lines without a space and keeps the spaces of words', () => {
    const blocks = blocksFromHtml('<p>會議於上午\r\n九時開始，討論 Green\n City 計畫<span>於</span>\n<span>明年</span></p>');
    expect(blocks.map(textOf)).toEqual(['會議於上午九時開始，討論 Green City 計畫於明年']);
  });

  it('keeps every line of an unknown structure', () => {
    const blocks = blocksFromHtml('<div>第一行<br>第二行<br><br>另一段<dl><dt>主席</dt><dd>石仲平</dd></dl><pre>甲\n乙</pre></div>');
    expect(blocks.map(textOf)).toEqual(['第一行\n第二行', '另一段', '主席', '石仲平', '甲\n乙']);
  });

  it('keeps pictures to be fetched where they stood, and leaves trackers out', () => {
    const blocks = blocksFromHtml(
      '<p>前<img src="data:image/png;base64,AA==" alt="會場">後</p><img src="https://example.org/t.gif" width="1"><img src="file:///C:/a.png">',
    );
    expect(blocks.map((block) => [block.kind, textOf(block)])).toEqual([
      ['paragraph', '前'],
      ['picture', 'picture'],
      ['paragraph', '後'],
      ['picture', 'picture'],
    ]);
  });
});

describe('tables of other programs', () => {
  it('fill uneven rows and shorten cells over rows that hold nothing', () => {
    const blocks = valid(
      blocksFromHtml('<table><caption>經費</caption><tr><th>甲</th><th>乙</th><th>丙</th></tr><tr><td rowspan=3>一</td><td rowspan=2 colspan=2>二</td></tr><tr></tr><tr><td>三</td></tr></table>'),
    );
    expect(blocks[0]).toMatchObject({ kind: 'paragraph', inline: [{ text: '經費' }] });
    const table = blocks[1];
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.rows.map((row) => row.map((cell) => `${cell.columns}×${cell.rows}`))).toEqual([
      ['1×1', '1×1', '1×1'],
      ['1×2', '2×1'],
      ['1×1', '1×1'],
    ]);
  });
});
