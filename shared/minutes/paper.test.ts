import { describe, expect, it } from 'vitest';
import { type LayoutId, layoutIds, layouts } from '../layouts/index.ts';
import type { LayoutProfile } from '../layouts/layout.ts';
import { printToText } from '../print/text.ts';
import type { Block } from './blocks/index.ts';
import { type MinutesDocument, newMinutes } from './document.ts';
import { plain } from './inline.ts';
import { forPaper } from './paper.ts';
import type { ScriptChoice } from './paper-writing.ts';
import { printDocument } from './printing.ts';

const paperOf = (document: MinutesDocument, layout: LayoutProfile, choice: ScriptChoice) => printDocument(forPaper(document, layout, choice), layout);

/** Written on the mainland in 繁, with a name that no script may change. */
const record: MinutesDocument = {
  ...newMinutes({ region: 'CN', script: 'Hant', title: '青禾綠化協會理事會會議記錄', organisation: '青禾綠化協會', body: '理事會', start: '2025-03-11T09:30', place: '後樓會議廳', chair: '石仲平', recorder: '于利' }),
  roster: [{ id: 'person000001', name: '于利', organisation: '', title: '理事', attendance: 'present' }],
  blocks: [
    { id: 'head00000001', kind: 'heading', level: 1, inline: plain('報告事項') },
    { id: 'item00000001', kind: 'item', level: 1, inline: plain('于利理事說：“關於‘規範’，於會後說明。”') },
    { id: 'item00000002', kind: 'item', level: 2, inline: plain('頭髮與發展') },
    { id: 'para00000001', kind: 'paragraph', inline: plain('會議結束。') },
  ] satisfies Block[],
};

const scripts: ScriptChoice[] = ['Hant', 'Hans', 'keep'];
const letters = { Hant: '頭髮與發展', keep: '頭髮與發展', Hans: '头发与发展' };
const said = {
  CN: { Hant: '于利理事說：“關於‘規範’，於會後說明。”', Hans: '于利理事说：“关于‘规范’，于会后说明。”' },
  other: { Hant: '于利理事說：「關於『規範』，於會後說明。」', Hans: '于利理事说：「关于『规范』，于会后说明。」' },
};

interface Usage {
  date: string | null;
  recorder: Record<'Hant' | 'Hans', string>;
  heading: string;
  items: [string, string];
  quotes: keyof typeof said;
  /** Whether 會議結束。 is counted. */
  paragraph: string;
}

const usages: Record<LayoutId, Usage> = {
  association: { date: '2025年3月11日9:30', recorder: { Hant: '記錄：于利', Hans: '记录：于利' }, heading: '', items: ['一、', '（一）'], quotes: 'CN', paragraph: '' },
  gbt9704: { date: null, recorder: { Hant: '記錄：于利', Hans: '记录：于利' }, heading: '', items: ['一、', '（一）'], quotes: 'CN', paragraph: '' },
  taiwan: { date: '114年3月11日（星期二）上午9', recorder: { Hant: '紀錄：于利', Hans: '纪录：于利' }, heading: '壹、', items: ['一、', '（一）'], quotes: 'other', paragraph: '' },
  hongkong: { date: '2025年3月11日（星期二）上午9', recorder: { Hant: '記錄 Recorder：于利', Hans: '记录 Recorder：于利' }, heading: 'I. ', items: ['(a) ', '(i) '], quotes: 'other', paragraph: '1. ' },
};

describe.each(layoutIds.flatMap((id) => scripts.map((script) => [id, script] as const)))('in %s, %s', (id, choice) => {
  const usage = usages[id];
  const script = choice === 'Hans' ? 'Hans' : 'Hant';
  const text = printToText(paperOf(record, layouts[id], choice));
  const lines = text.split('\n');

  it('has the letters that are asked for', () => {
    expect(text).toContain(letters[script]);
    expect(text).toContain(script === 'Hans' ? '青禾绿化协会' : '青禾綠化協會');
  });

  it('has the quotation marks of its region, and leaves the name alone', () => {
    expect(lines).toContain(usage.items[0] + said[usage.quotes][script]);
  });

  it('has its dates, its labels and its numbers', () => {
    if (usage.date) expect(text).toContain(usage.date);
    expect(lines).toContain(usage.recorder[script]);
    expect(lines.some((line) => line === `${usage.heading}${script === 'Hans' ? '报告事项' : '報告事項'}`)).toBe(true);
    expect(lines).toContain(usage.items[1] + letters[script]);
    expect(lines).toContain(`${usage.paragraph}${script === 'Hans' ? '会议结束。' : '會議結束。'}`);
  });
});

it('goes out in the letters of the layout where none are asked for', () => {
  expect(printToText(paperOf({ ...record, meta: { ...record.meta, script: 'Hant' } }, layouts.gbt9704, null))).toContain(layouts.gbt9704.writing.script === 'Hans' ? letters.Hans : letters.Hant);
});
