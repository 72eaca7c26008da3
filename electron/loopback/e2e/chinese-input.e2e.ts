/** Chinese input in every place of a record where one can write, through a real Chromium's own composition. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '#shared/minutes/blocks/index.ts';
import { type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import { computeNumbers } from '#shared/minutes/numbering.ts';
import { plain } from '#shared/minutes/inline.ts';
import { type Bench, startBench } from './setup/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

const zhuyin = ['ㄏ', 'ㄏㄨ', 'ㄏㄨㄟ', 'ㄏㄨㄟˋ', '會'];
const pinyin = ['h', 'hu', 'hui', "hui'y", "hui'yi"];

const paragraph = (id: string, text = ''): Block => ({ id, kind: 'paragraph', inline: plain(text) });
const speech = (body: Block[] = [paragraph('body00000001')], fields = { organisation: '', name: '', title: '' }): Block =>
  ({ id: 'spee00000001', kind: 'speech', heading: null, fields, values: {}, body }) as Block;

function record(...blocks: Block[]): MinutesDocument {
  return { ...newMinutes({ title: '第六屆理事會第四次會議紀錄' }), id: 'meet00000001', blocks };
}

const text = (block: Block | undefined): string =>
  block && 'inline' in block ? block.inline.map((part) => (part.type === 'text' ? part.text : `<${part.type}>`)).join('') : '';

async function clickBlock(id: string) {
  await bench.page.locator(`[data-block-id="${id}"]`).click();
  await bench.page.waitForTimeout(50);
}

async function clickField(name: string, place = '.mb-section') {
  await bench.page.locator(`${place} [data-slot="${name}"] .mb-field`).click();
  await bench.page.waitForTimeout(50);
}

const blocks = async () => (await bench.document()).blocks;

describe.each([
  { method: '注音', steps: zhuyin, chosen: '會議' },
  { method: '拼音', steps: pinyin, chosen: '會議' },
])('$method', ({ steps, chosen }) => {
  it('writes in a paragraph, and one undo takes it back', async () => {
    await bench.open(record(paragraph('para00000001', '本次')));
    await clickBlock('para00000001');
    await bench.press('End');
    await bench.compose(steps, chosen);
    expect(text((await blocks())[0])).toBe('本次會議');
    await bench.press('Control+z');
    expect(text((await blocks())[0])).toBe('本次');
  });

  it('writes in an empty paragraph', async () => {
    await bench.open(record(paragraph('para00000001')));
    await clickBlock('para00000001');
    await bench.compose(steps, chosen);
    expect(text((await blocks())[0])).toBe('會議');
  });

  it('writes in the middle of a run and keeps what stands around it', async () => {
    await bench.open(record(paragraph('para00000001', '本次紀錄')));
    await clickBlock('para00000001');
    await bench.press('Home', 'ArrowRight', 'ArrowRight');
    await bench.compose(steps, chosen);
    expect(text((await blocks())[0])).toBe('本次會議紀錄');
  });

  it('writes in an empty field of a section, and one undo takes it back', async () => {
    await bench.open(record(speech()));
    await clickField('name');
    await bench.compose(steps, chosen);
    expect((await blocks())[0]).toMatchObject({ fields: { organisation: '', name: '會議', title: '' } });
    await bench.press('Control+z');
    expect((await blocks())[0]).toMatchObject({ fields: { organisation: '', name: '', title: '' } });
  });

  it('writes at the end of a filled field of a section, and not in its neighbour', async () => {
    await bench.open(record(speech(undefined, { organisation: '市園林局', name: '方若蘭', title: '副局長' })));
    await clickField('organisation');
    await bench.press('End');
    await bench.compose(steps, chosen);
    expect((await blocks())[0]).toMatchObject({ fields: { organisation: '市園林局會議', name: '方若蘭', title: '副局長' } });
  });

  it('writes at the start of a filled field, and not in the one before', async () => {
    await bench.open(record(speech(undefined, { organisation: '市園林局', name: '方若蘭', title: '副局長' })));
    await clickField('name');
    await bench.press('Home');
    await bench.compose(steps, chosen);
    expect((await blocks())[0]).toMatchObject({ fields: { organisation: '市園林局', name: '會議方若蘭', title: '副局長' } });
  });

  it('writes at the start of a line of the paper that begins with a fixed word', async () => {
    await bench.open({ ...record(paragraph('para00000001')), meta: { ...newMinutes().meta, place: '會議廳', chair: '石仲平' } });
    await clickField('chair', '.mb-head');
    await bench.press('Home');
    await bench.compose(steps, chosen);
    expect((await bench.document()).meta).toMatchObject({ place: '會議廳', chair: '會議石仲平' });
  });

  it('writes in an empty field between filled ones', async () => {
    await bench.open(record(speech(undefined, { organisation: '市園林局', name: '', title: '副局長' })));
    await clickField('name');
    await bench.compose(steps, chosen);
    expect((await blocks())[0]).toMatchObject({ fields: { organisation: '市園林局', name: '會議', title: '副局長' } });
  });

  it('writes after a click beside a fixed word: the last field of the line takes it', async () => {
    await bench.open(record(speech(undefined, { organisation: '市園林局', name: '方若蘭', title: '副局長' })));
    const line = await bench.page.locator('.mb-section-heading').boundingBox();
    await bench.page.mouse.click(line!.x + line!.width - 20, line!.y + line!.height / 2);
    await bench.page.waitForTimeout(80);
    await bench.compose(steps, chosen);
    expect((await blocks())[0]).toMatchObject({ fields: { organisation: '市園林局', name: '方若蘭', title: '副局長會議' } });
  });

  it('writes in the body of a section', async () => {
    await bench.open(record(speech([paragraph('body00000001', '他指出')])));
    await clickBlock('body00000001');
    await bench.press('End');
    await bench.compose(steps, chosen);
    expect((await blocks())[0]).toMatchObject({ body: [{ inline: plain('他指出會議') }] });
  });

  it('writes in the title of the record', async () => {
    await bench.open({ ...record(paragraph('para00000001')), meta: newMinutes().meta });
    await clickField('title', '.mb-head');
    await bench.compose(steps, chosen);
    expect((await bench.document()).meta.title).toBe('會議');
  });

  it('writes in the cell of a table', async () => {
    const cell = (id: string) => ({ columns: 1, rows: 1, header: false, blocks: [paragraph(id)] });
    await bench.open(record({ id: 'tabl00000001', kind: 'table', widths: [1, 1], rows: [[cell('cell00000001'), cell('cell00000002')]] } as Block, paragraph('para00000001')));
    await clickBlock('cell00000002');
    await bench.compose(steps, chosen);
    expect((await blocks())[0]).toMatchObject({ rows: [[{}, { blocks: [{ inline: plain('會議') }] }]] });
  });

  it('writes in a numbered item', async () => {
    await bench.open(record({ id: 'item00000001', kind: 'item', level: 1, inline: [] }));
    await clickBlock('item00000001');
    await bench.compose(steps, chosen);
    expect((await blocks())[0]).toMatchObject({ kind: 'item', inline: plain('會議') });
  });

  it('writes after a place to be filled in, and leaves the place alone', async () => {
    await bench.open(record({ id: 'para00000001', kind: 'paragraph', inline: [{ type: 'blank', label: '日期' }] }));
    await clickBlock('para00000001');
    await bench.press('End');
    await bench.compose(steps, chosen);
    expect((await blocks())[0]).toMatchObject({ inline: [{ type: 'blank', label: '日期' }, ...plain('會議')] });
  });

  it('fills a place in: the marked words give way to what was typed', async () => {
    await bench.open({ ...record({ id: 'para00000001', kind: 'paragraph', inline: [...plain('於'), { type: 'blank', label: '日期' }, ...plain('召開')] }) });
    await clickBlock('para00000001');
    await bench.press('Home');
    await bench.page.evaluate(() => {
      // The head asks first for the place and the chair.
      for (let tries = 0; tries < 5; tries += 1) {
        window.session.nextBlank();
        if (getSelection()?.toString().includes('日期')) return;
      }
    });
    await bench.compose(steps, chosen);
    expect(text((await blocks())[0])).toBe('於會議召開');
  });

  it('replaces a selection', async () => {
    await bench.open(record(paragraph('para00000001', '舊文字')));
    await clickBlock('para00000001');
    await bench.press('Home', 'Shift+End');
    await bench.compose(steps, chosen);
    expect(text((await blocks())[0])).toBe('會議');
  });

  it('waits with the text of another window until the composition ends', async () => {
    await bench.open(record(paragraph('para00000001', '本次'), paragraph('para00000002', '原文')));
    await clickBlock('para00000001');
    await bench.press('End');
    await bench.step(steps[0]!);
    const other = record(paragraph('para00000001', '本次'), paragraph('para00000002', '另一個視窗的文字'));
    await bench.page.evaluate((next) => window.session.replace(next), other);
    expect(await bench.page.evaluate(() => window.session.isComposing())).toBe(true);
    await bench.choose(chosen);
    await bench.page.waitForTimeout(100);
    expect(text((await blocks())[1])).toBe('另一個視窗的文字');
  });

  it('is saved while it goes on, without being disturbed', async () => {
    await bench.open(record(paragraph('para00000001', '本次')));
    await clickBlock('para00000001');
    await bench.press('End');
    for (const one of steps) {
      await bench.step(one);
      await bench.page.evaluate(() => window.session.takeChanges());
    }
    await bench.choose(chosen);
    expect(text((await blocks())[0])).toBe('本次會議');
  });
});

describe('compositions', () => {
  beforeEach(() => bench.open(record(paragraph('para00000001', '本次'))));

  it('that are given up leave nothing', async () => {
    await clickBlock('para00000001');
    await bench.press('End');
    await bench.step('ㄏㄨㄟ');
    await bench.step('');
    expect(text((await blocks())[0])).toBe('本次');
  });

  it('follow each other', async () => {
    await clickBlock('para00000001');
    await bench.press('End');
    await bench.compose(zhuyin, '會議');
    await bench.compose(pinyin, '紀錄');
    await bench.compose(['，'], '，');
    expect(text((await blocks())[0])).toBe('本次會議紀錄，');
  });

  it('of 「一、」 at the start of a paragraph make a numbered item', async () => {
    await bench.open(record(paragraph('para00000001')));
    await clickBlock('para00000001');
    await bench.compose(['ㄧ'], '一');
    await bench.compose(['、'], '、');
    await bench.compose(zhuyin, '會議');
    expect((await blocks())[0]).toMatchObject({ kind: 'item', level: 1, inline: plain('會議') });
  });
});

describe('keys', () => {
  it('Tab goes through the fields into the body, Shift+Tab back', async () => {
    await bench.open(record(speech()));
    await clickField('organisation');
    await bench.page.keyboard.insertText('市園林局');
    await bench.press('Tab');
    await bench.page.keyboard.insertText('方若蘭');
    await bench.press('Tab');
    await bench.page.keyboard.insertText('副局長');
    await bench.press('Tab');
    await bench.page.keyboard.insertText('表示祝賀。');
    await bench.press('Shift+Tab');
    await bench.page.keyboard.insertText('們');
    expect((await blocks())[0]).toMatchObject({
      fields: { organisation: '市園林局', name: '方若蘭', title: '副局長們' },
      body: [{ inline: plain('表示祝賀。') }],
    });
  });

  it('Enter in a field goes on, and in an empty last paragraph leaves the section', async () => {
    await bench.open(record(speech()));
    await clickField('title');
    await bench.press('Enter');
    await bench.page.keyboard.insertText('第一段');
    await bench.press('Enter', 'Enter');
    await bench.page.keyboard.insertText('段後');
    const [section, after] = await blocks();
    expect(section).toMatchObject({ body: [{ inline: plain('第一段') }] });
    expect(text(after)).toBe('段後');
  });

  it('Ctrl+A and Delete clear the field, then the body, then everything below the head', async () => {
    await bench.open(record(speech([paragraph('body00000001', '甲'), paragraph('body00000002', '乙')], { organisation: '市園林局', name: '方若蘭', title: '' }), paragraph('para00000001', '丙')));
    await clickField('name');
    await bench.press('Control+a', 'Delete');
    expect((await blocks())[0]).toMatchObject({ fields: { organisation: '市園林局', name: '' } });
    await clickBlock('body00000001');
    await bench.press('Control+a', 'Delete');
    const [section, rest] = await blocks();
    expect(section).toMatchObject({ fields: { organisation: '市園林局' }, body: [{ inline: [] }] });
    expect(text(rest)).toBe('丙');
    await clickBlock('para00000001');
    await bench.press('Control+a', 'Delete');
    const all = await bench.document();
    expect(all.blocks.map(text).join('')).toBe('');
    expect(all.blocks).toHaveLength(1);
    expect(all.meta.title).toBe('第六屆理事會第四次會議紀錄');
    await bench.press('Control+z');
    expect(await blocks()).toHaveLength(2);
  });

  it('a deletion from one body into another keeps the fields of both', async () => {
    const second = { ...speech([paragraph('body00000003', '丙丁')], { organisation: '', name: '柳思源', title: '' }), id: 'spee00000002' } as Block;
    await bench.open(record(speech([paragraph('body00000001', '甲乙')], { organisation: '', name: '方若蘭', title: '' }), second));
    const from = await bench.page.locator('[data-block-id="body00000001"]').boundingBox();
    const to = await bench.page.locator('[data-block-id="body00000003"]').boundingBox();
    await bench.page.mouse.move(from!.x + 45, from!.y + from!.height / 2);
    await bench.page.mouse.down();
    // Between the two characters, as slowly as a hand does it: the pointer comes over the fields on its way.
    const end = { x: to!.x + 40, y: to!.y + to!.height / 2 };
    for (let step = 1; step <= 8; step++) {
      await bench.page.mouse.move(from!.x + 45 + ((end.x - from!.x - 45) * step) / 8, from!.y + from!.height / 2 + ((to!.y - from!.y) * step) / 8);
      await bench.page.waitForTimeout(20);
    }
    await bench.page.mouse.up();
    await bench.press('Delete');
    const names = (await blocks()).filter((block) => block.kind === 'speech').map((block) => block.fields.name);
    expect(names).toEqual(['方若蘭', '柳思源']);
  });

  it('Backspace at the start of a body leaves the fields alone', async () => {
    await bench.open(record(speech([paragraph('body00000001', '甲')], { organisation: '', name: '方若蘭', title: '' })));
    await clickBlock('body00000001');
    await bench.press('Home', 'Backspace', 'ArrowDown');
    expect((await blocks())[0]).toMatchObject({ fields: { name: '方若蘭' }, body: [{ inline: plain('甲') }] });
  });

  it('Tab in an item changes its level, and the numbers on the paper are those of the record', async () => {
    await bench.open(record(paragraph('para00000001')));
    await clickBlock('para00000001');
    await bench.page.keyboard.type('1. 甲');
    await bench.press('Enter', 'Tab');
    await bench.page.keyboard.insertText('乙');
    const all = await blocks();
    expect(all.map((block) => ('level' in block ? block.level : 0))).toEqual([3, 4]);
  });

  it('a click below a section at the end opens a paragraph', async () => {
    await bench.open(record(speech()));
    const box = await bench.page.locator('.mb-section').boundingBox();
    await bench.page.mouse.click(box!.x + 200, box!.y + box!.height + 120);
    await bench.page.waitForTimeout(80);
    await bench.page.keyboard.insertText('散會');
    expect(text((await blocks())[1])).toBe('散會');
  });

  it('the arrow keys go through fields and bodies', async () => {
    await bench.open(record(paragraph('para00000001', '上'), speech([paragraph('body00000001', '中')], { organisation: '', name: '方若蘭', title: '' }), paragraph('para00000002', '下')));
    await clickBlock('para00000001');
    await bench.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'End');
    await bench.page.keyboard.insertText('！');
    expect(text((await blocks())[2])).toBe('下！');
  });

  it('copies a whole section and pastes it as another one', async () => {
    await bench.open(record(paragraph('para00000001', '甲'), speech([paragraph('body00000001', '中')], { organisation: '', name: '方若蘭', title: '' }), paragraph('para00000002', '乙')));
    await clickBlock('para00000001');
    await bench.press('Control+a', 'Control+c', 'Control+End', 'Control+v');
    const all = await blocks();
    expect(all.map((block) => block.kind)).toEqual(['paragraph', 'speech', 'paragraph', 'paragraph', 'speech', 'paragraph']);
    expect(all[4]).toMatchObject({ fields: { name: '方若蘭' }, body: [{ inline: plain('中') }] });
    expect(new Set(all.map((block) => block.id)).size).toBe(6);
    const plainText = await bench.page.evaluate(() => navigator.clipboard.readText());
    expect(plainText).toContain('方若蘭');
    await bench.press('Control+z');
    expect(await blocks()).toHaveLength(3);
  });
});

describe('numbers on the paper', () => {
  /** What the browser really draws before the items, in order. */
  async function drawn(): Promise<string[]> {
    const cdp = await bench.page.context().newCDPSession(bench.page);
    const { documents, strings } = await cdp.send('DOMSnapshot.captureSnapshot', { computedStyles: [] });
    const page = documents[0]!;
    const pseudo = new Set(page.nodes.pseudoType?.index);
    const labels = new Map<number, string>();
    page.layout.nodeIndex.forEach((node, row) => {
      const words = strings[page.layout.text[row] ?? -1];
      if (words !== undefined && pseudo.has(node)) labels.set(node, (labels.get(node) ?? '') + words);
    });
    return [...labels.values()].map((label) => label.trim()).filter((label) => /[、）.]$/.test(label));
  }

  const item = (index: number, level: 1 | 2 | 3 | 4, more = {}): Block =>
    ({ id: `item${String(index).padStart(8, '0')}`, kind: 'item', level, inline: plain('甲'), ...more }) as Block;

  it('are those that are exported, up to 一百零一 and beyond', async () => {
    const next = record(...Array.from({ length: 121 }, (_, index) => item(index, 1)));
    await bench.open(next);
    const expected = [...computeNumbers(next.blocks).values()].map((number) => number.label);
    expect(expected).toEqual(expect.arrayContaining(['十、', '十一、', '二十、', '一百零一、', '一百二十、']));
    expect((await drawn()).join('')).toBe(expected.join(''));
  });

  it('begin anew after a heading, in a section, in a cell and where an item says so', async () => {
    const cell = (block: Block) => ({ columns: 1, rows: 1, header: false, blocks: [block] });
    const next = record(
      item(1, 1), item(2, 2), item(3, 2), paragraph('para00000001', '乙'), item(4, 2), item(5, 3), item(6, 4), item(7, 1), item(8, 2), item(9, 3),
      { id: 'head00000001', kind: 'heading', level: 2, inline: plain('丙') }, item(10, 1), item(11, 3), item(12, 1, { restart: true }), item(13, 1),
      speech([item(14, 1), item(15, 1)]), item(16, 1),
      { id: 'tabl00000001', kind: 'table', widths: [1, 1], rows: [[cell(item(17, 3)), cell(item(18, 3))]] } as Block, item(19, 1),
    );
    await bench.open(next);
    const numbers = computeNumbers(next.blocks);
    const expected = Array.from({ length: 19 }, (_, index) => numbers.get(item(index + 1, 1).id)?.label);
    expect(await drawn()).toEqual(expected);
  });
});
