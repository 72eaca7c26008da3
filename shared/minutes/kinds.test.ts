/** What each kind of section prints, in the words of its region and script. */
import { layouts } from '../layouts/index.ts';
import { describe, expect, it } from 'vitest';
import type { Region, Script } from '../language.ts';
import { printToText } from '../print/text.ts';
import { type Block, blockSchema, type SectionKind, sections } from './blocks/index.ts';
import { newMinutes } from './document.ts';
import { plain } from './inline.ts';
import { nextMeeting } from './next-meeting.ts';
import { outcomes, outcomeTerm } from './outcomes.ts';
import { outlineOf } from './outline.ts';
import { printDocument } from './printing.ts';
import type { AnySection } from './section.ts';

interface Given {
  fields?: Record<string, string>;
  values?: Record<string, string>;
  data?: unknown;
  text?: string;
}

/** A section as the validator makes it: what is not given is empty or as it begins. */
const make = (kind: SectionKind, { fields = {}, values = {}, data, text = '' }: Given): Block =>
  blockSchema.parse({
    id: 'sect00000001',
    kind,
    heading: null,
    fields,
    values,
    body: text === '' ? [] : [{ id: 'body00000001', kind: 'paragraph', inline: plain(text) }],
    ...(data !== undefined && { data }),
  });

const paper = (kind: SectionKind, given: Given, region: Region, script: Script = 'Hant'): string[] =>
  printToText(printDocument({ ...newMinutes({ region, script }), blocks: [make(kind, given)] }, layouts.association))
    .replace(/\n$/, '')
    .split('\n');
const guest = { organisation: '林業大學', name: '范若梅', title: '教授' };

describe('on paper', () => {
  it.each<[string, SectionKind, Given, Region, Script, string[]]>([
    ['致辭 on the mainland', 'speech', { fields: guest }, 'CN', 'Hant', ['林業大學范若梅教授致辭']],
    ['致詞 in Taiwan', 'speech', { fields: guest }, 'TW', 'Hant', ['林業大學范若梅教授致詞']],
    ['講話', 'speech', { fields: guest, values: { genre: 'talk' } }, 'CN', 'Hans', ['林業大學范若梅教授讲话']],
    ['演講, whose topic the text of a mainland record names', 'lecture', { fields: { ...guest, topic: '水' }, text: '作了題為“水”的演講。' }, 'CN', 'Hant', ['林業大學范若梅教授作演講', '作了題為“水”的演講。']],
    ['專題演講 with its topic in Taiwan', 'lecture', { fields: { ...guest, topic: '水' } }, 'TW', 'Hant', ['林業大學范若梅教授專題演講', '講題：水']],
    ['演講 in Hong Kong', 'lecture', { fields: { ...guest, topic: '水' } }, 'HK', 'Hant', ['林業大學范若梅教授演講', '題目：水']],
    ['介紹 of something', 'introduction', { fields: { ...guest, subject: '立法' } }, 'CN', 'Hans', ['林業大學范若梅教授作立法介绍']],
    ['介紹 alone', 'introduction', { fields: guest }, 'TW', 'Hant', ['林業大學范若梅教授作介紹']],
    ['分組討論 with nothing more', 'discussion', { text: '討論。' }, 'CN', 'Hans', ['分组讨论', '討論。']],
    ['分組討論 on a topic', 'discussion', { fields: { topic: '苗圃', moderator: '溫書瑜' } }, 'TW', 'Hant', ['分組討論', '主題：苗圃', '召集人：溫書瑜']],
    ['臨時動議 in lines', 'extemporeMotion', { fields: { matter: '修繕案', mover: '唐以安', seconder: '方若蘭' }, values: { outcome: 'passed' }, text: '說明：漏水。' }, 'TW', 'Hant',
      ['案由：修繕案', '動議人：唐以安', '附議人：方若蘭', '說明：漏水。', '決議：照案通過。']],
    ['動議 and 和議 in Hong Kong', 'extemporeMotion', { fields: { matter: '修繕', mover: '唐以安', seconder: '方若蘭' }, values: { outcome: 'passed' } }, 'HK', 'Hant',
      ['案由：修繕', '動議人：唐以安', '和議人：方若蘭', '決議：通過。']],
    ['臨時動議 in a sentence', 'extemporeMotion', { fields: { matter: '修繕' }, values: { form: 'narrative', outcome: 'passed' }, text: '會議通過修繕。' }, 'CN', 'Hant', ['會議通過修繕。']],
    ['活動 in lines', 'event', { fields: { what: '參觀苗圃', time: '下午2時', place: '苗圃' }, values: { form: 'itemised' } }, 'HK', 'Hant', ['參觀苗圃', '時間：下午2時', '地點：苗圃']],
    ['活動 in a sentence', 'event', { fields: { what: '團拜會', time: '19日晚' }, text: '19日晚舉辦了團拜會。' }, 'CN', 'Hant', ['19日晚舉辦了團拜會。']],
    ['散會 in Taiwan', 'adjournment', { fields: { time: '上午11時', chair: '石仲平' } }, 'TW', 'Hant', ['散會：上午11時', '主席：石仲平', '紀錄：＿＿＿＿＿＿＿＿']],
    ['散會 on the mainland', 'adjournment', { fields: { time: '11时30分', recorder: '唐以安' } }, 'CN', 'Hans', ['散会：11时30分', '主持人：＿＿＿＿＿＿＿＿', '记录：唐以安']],
    ['下次會議, 散會 and the secretary in Hong Kong', 'adjournment', { fields: { time: '下午5時', next: '3月3日' } }, 'HK', 'Hant',
      ['下次會議日期：3月3日', '散會時間：下午5時', '主席：＿＿＿＿＿＿＿＿', '秘書：＿＿＿＿＿＿＿＿']],
    ['散會 that nobody signs', 'adjournment', { values: { signatures: 'none' }, text: '散會。' }, 'TW', 'Hant', ['散會。']],
    ['附件 under a blank line', 'annexes', { data: { names: ['報告', '', '決算'] } }, 'CN', 'Hant', ['', '附件：1. 報告', '　　　2. 決算']],
    ['附件 in Taiwan', 'annexes', { data: { names: ['報告', '決算'] } }, 'TW', 'Hant', ['', '附件：1、報告', '　　　2、決算']],
    ['one 附件 without a number', 'annexes', { data: { names: ['報告'] } }, 'HK', 'Hans', ['', '附件：報告']],
    ['議程', 'agenda', { data: { items: [{ text: '確認紀錄' }, { text: '工作報告', presenter: '石仲平', time: '20分鐘' }] } }, 'TW', 'Hant', ['議程', '一、確認紀錄', '二、工作報告（石仲平，20分鐘）']],
    ['議程 in Hong Kong', 'agenda', { data: { items: [{ text: '通過議程', time: '9:30' }] } }, 'HK', 'Hant', ['議程', '1.通過議程（9:30）']],
  ])('%s', (_name, kind, given, region, script, lines) => {
    expect(paper(kind, given, region, script)).toEqual(lines);
  });

  it('a line to write in that stayed empty is no blank line before a list', () => {
    const agenda = { ...make('agenda', { data: { items: [{ text: '確認紀錄' }] } }), body: [{ id: 'para00000001', kind: 'paragraph', inline: [] }] } as Block;
    expect(printToText(printDocument({ ...newMinutes({ region: 'TW' }), blocks: [agenda] }, layouts.association))).toBe('議程\n一、確認紀錄\n');
  });

  it('two agendas are two lists', () => {
    const data = { items: [{ text: '確認紀錄' }] };
    const blocks = [make('agenda', { data }), { ...make('agenda', { data }), id: 'sect00000002' }];
    const lists = printDocument({ ...newMinutes(), blocks }, layouts.association).nodes.flatMap((node) => (node.type === 'paragraph' && node.number ? [node.number.list] : []));
    expect(new Set(lists).size).toBe(2);
  });
});

describe('the words of an outcome', () => {
  it('are those of the region', () => {
    const words = (['CN', 'TW', 'HK'] as const).map((region) => outcomeTerm('passed', region)?.Hant);
    expect(words).toEqual(['審議通過。', '照案通過。', '通過。']);
    expect(outcomeTerm('amended', 'CN')?.Hans).toBe('修改后通过。');
    expect(outcomeTerm('open', 'TW')).toBeUndefined();
  });

  it('are there for every outcome but the open one', () => {
    for (const outcome of Object.keys(outcomes) as (keyof typeof outcomes)[]) {
      for (const region of ['CN', 'TW', 'HK'] as const) expect([outcome, outcomeTerm(outcome, region) === undefined]).toEqual([outcome, outcome === 'open']);
    }
  });
});

it('the outline calls a section by what it is about', () => {
  const blocks = [
    make('extemporeMotion', { fields: { matter: '修繕案' }, values: { form: 'narrative' } }),
    make('event', { fields: { what: '團拜會' } }),
    make('adjournment', { text: '會議結束。' }),
    make('annexes', { data: { names: ['報告'] } }),
  ].map((block, index) => ({ ...block, id: `sect0000000${index}` }));
  expect(outlineOf({ meta: newMinutes({ region: 'TW' }).meta, blocks }).map(({ text }) => text)).toEqual(['修繕案', '團拜會', '散會', '附件']);
});

it('the next meeting starts with the same agenda at no set times, and without this one’s annexes', () => {
  const blocks = [make('agenda', { data: { items: [{ text: '工作報告', presenter: '石仲平', time: '9:30' }] } }), { ...make('annexes', { data: { names: ['報告'] } }), id: 'sect00000002' }];
  const next = nextMeeting({ ...newMinutes({ region: 'TW' }), blocks }).blocks;
  expect(next.map((block) => ('data' in block ? block.data : null))).toEqual([{ items: [{ text: '工作報告', presenter: '石仲平', time: '' }] }, null]);
});

describe.each(Object.entries(sections))('%s', (kind, definition) => {
  const { section } = definition as unknown as AnySection;

  it('has places for all its fields in every form and region, each of them once', () => {
    const names = Object.keys(section.fields);
    const combinations = Object.entries(section.choices).reduce<Record<string, string>[]>(
      (all, [name, { options }]) => all.flatMap((one) => Object.keys(options).map((value) => ({ ...one, [name]: value }))),
      [{}],
    );
    for (const region of ['CN', 'TW', 'HK'] as const) {
      for (const values of combinations) {
        const layout = section.layout(values, region);
        const placed = [layout.heading, ...layout.before, ...layout.after].flat().flatMap((part) => ('field' in part ? [part.field] : []));
        expect(new Set(placed).size).toBe(placed.length);
        for (const name of [...placed, ...layout.aside]) expect(names).toContain(name);
        for (const name of placed) expect(layout.aside).not.toContain(name);
      }
    }
  });

  it('can be found in menus by its pinyin initials', () => {
    expect(section.offer.names.split(' ').some((name) => /^[a-z]{2,5}$/.test(name))).toBe(true);
    expect([kind, section.offer.names.trim()]).toEqual([kind, section.offer.names]);
  });
});
