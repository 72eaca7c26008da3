import { describe, expect, it } from 'vitest';
import { tamper } from '#electron/db/testing/tamper.ts';
import type { Phrase } from '#shared/minutes/phrases/phrase.ts';
import { sectionTemplate } from '#shared/minutes/templates/own.ts';
import type { Template } from '#shared/minutes/templates/template.ts';
import * as meetings from './meetings.ts';
import * as phrases from './phrases/index.ts';
import * as templates from './templates.ts';
import { programForEach } from './testing/program.ts';
import { paragraph, record, valueOf } from './testing/store.ts';

const program = programForEach();

const origin = null;
const made = (name: string, order = 1000): Template => sectionTemplate(record(['謹代表本會致意。']), ['p00001'], { name, keepsText: true, order });
const keep = (template: Template) => valueOf(templates.put(program.services, { template, origin }));
const own = async () => valueOf(await templates.list(program.services)).filter(({ written }) => written);
const names = async () => (await own()).map(({ name }) => name['zh-Hant']);
const phrase = (id: string, shortcut: string, order: number): Phrase => ({ id, shortcut, text: `片語${id}。`, order });
const bank = () => valueOf(phrases.list(program.services));

describe('templates of her own', () => {
  it('are offered after those of the program, in her order, also after the program was closed', async () => {
    const [one, two, three] = [made('甲', 1000), made('乙', 1001), made('丙', 1002)];
    for (const template of [one, two, three]) keep(template);
    valueOf(templates.arrange(program.services, { ids: [three.id, one.id], origin }));
    await program.restart();
    expect(await names()).toEqual(['丙', '甲', '乙']);
    const listed = valueOf(await templates.list(program.services));
    expect(listed.filter(({ scope }) => scope === 'section').findLastIndex(({ written }) => !written)).toBeLessThan(listed.filter(({ scope }) => scope === 'section').findIndex(({ written }) => written));
    keep({ ...one, name: { 'zh-Hant': '甲二', 'zh-Hans': '甲二', en: '甲二' } });
    expect([...(await names())].sort()).toEqual(['丙', '乙', '甲二'].sort());
    valueOf(templates.remove(program.services, { id: two.id, origin }));
    expect(templates.remove(program.services, { id: two.id, origin })).toEqual({ ok: false, error: { code: 'template.notFound' } });
  });

  it('of an older program are brought up to date, and damaged ones left out', async () => {
    keep(made('甲'));
    keep(made('乙'));
    await program.stop();
    tamper(program.databasePath, "UPDATE cards SET content = replace(content, '謹', '僅') WHERE content LIKE '%乙%'");
    program.start();
    expect(await names()).toEqual(['甲']);
    program.services.db.write(() => program.services.db.cards.put('templates', 'older0000001', { version: 1, template: { ...made('舊'), id: 'older0000001' } }, '2024-01-01T00:00:00.000Z'));
    program.services.db.write(() => program.services.db.cards.put('templates', 'newer0000001', { version: 99, template: made('新') }, '2024-01-01T00:00:00.000Z'));
    expect((await names()).toSorted()).toEqual(['甲', '舊'].toSorted());
  });

  it('go to another office as a file, each once', async () => {
    keep(made('甲'));
    valueOf(phrases.put(program.services, { phrase: phrase('phrase000001', 'zq', 1000), origin }));
    const { file, name } = valueOf(templates.exportFile(program.services, { templates: (await own()).map(({ id }) => id), phrases: ['phrase000001'] }));
    expect(name).toBe('範本與片語.json');
    keep({ ...made('例會：甲/乙？'), id: 'template0009' });
    expect(valueOf(templates.exportFile(program.services, { templates: ['template0009'], phrases: [] })).name).toBe('例會：甲乙？.json');
    valueOf(templates.remove(program.services, { id: 'template0009', origin }));
    const take = async () => valueOf(await templates.importFile(program.services, { file, name, origin }));
    expect(await take()).toEqual({ templates: 0, phrases: 0, left: 0 });
    valueOf(templates.remove(program.services, { id: (await own())[0]!.id, origin }));
    valueOf(phrases.put(program.services, { phrase: { ...phrase('phrase000001', 'zq', 1000), text: '改過了。' }, origin }));
    expect(await take()).toEqual({ templates: 1, phrases: 1, left: 0 });
    expect(await names()).toEqual(['甲']);
    // The short name stays with the phrase that has it.
    expect(bank().map(({ shortcut, text }) => [shortcut, text])).toEqual([['zq', '改過了。'], ['', '片語phrase000001。']]);
    expect(await templates.importFile(program.services, { file: new Blob(['會議紀錄']), name: 'a.json', origin })).toEqual({ ok: false, error: { code: 'template.file' } });
  });
});

describe('phrases of her own', () => {
  it('are kept in her order, and changed and taken away one by one', async () => {
    for (const [index, id] of ['phrase000001', 'phrase000002', 'phrase000003'].entries()) valueOf(phrases.put(program.services, { phrase: phrase(id, '', 1000 + index), origin }));
    valueOf(phrases.arrange(program.services, { ids: ['phrase000003'], origin }));
    valueOf(phrases.remove(program.services, { id: 'phrase000001', origin }));
    await program.restart();
    expect(bank().map(({ id }) => id)).toEqual(['phrase000003', 'phrase000002']);
    expect(phrases.remove(program.services, { id: 'phrase000001', origin })).toEqual({ ok: false, error: { code: 'phrase.notFound' } });
  });
});

describe('what an organisation wrote before', () => {
  const meta = { organisation: '青禾綠化協會', region: 'TW', script: 'Hant' } as const;
  const ask = (given: { organisation?: string; script?: 'Hant' | 'Hans' } = {}) => valueOf(phrases.used(program.services, { organisation: meta.organisation, script: 'Hant', kind: 'text', ...given }));
  const usual = '主席宣布會議圓滿結束。';
  const add = (text: string, more: Partial<Parameters<typeof record>[1]> = {}) => valueOf(meetings.create(program.services, { document: record([text], { ...meta, ...more }), origin }));

  it('is derived in the background from its own records in that script, and not from those in the trash', async () => {
    const first = add(usual);
    add(usual, { organisation: '別的協會' });
    add(usual, { script: 'Hans' });
    expect(ask()).toEqual({ phrases: [], isWhole: false });
    await expect.poll(() => ask().isWhole).toBe(true);
    expect(ask().phrases).toEqual([]);
    add(`${usual}其餘另議之。`);
    await expect.poll(() => ask().phrases).toEqual([usual]);
    expect(ask({ organisation: '沒有這個協會' })).toEqual({ phrases: [], isWhole: false });
    valueOf(meetings.trash(program.services, { id: first.summary.id, origin }));
    await expect.poll(() => ask().phrases).toEqual([]);
    // What is written in the meetings that are there counts some time later.
    const { now } = program.services;
    const { id, revision } = add('散會。').summary;
    await expect.poll(() => ask().isWhole).toBe(true);
    valueOf(meetings.save(program.services, { id, revision, changes: { blocks: [paragraph(1, usual)] }, origin }));
    expect(ask().phrases).toEqual([]);
    program.services.now = () => new Date(now().getTime() + 3_600_000);
    await expect.poll(() => ask().phrases).toEqual([usual]);
  });

  it('leaves nothing in the database', async () => {
    add(usual);
    ask();
    await expect.poll(() => ask().isWhole).toBe(true);
    expect(program.services.db.cards.all('phrases')).toEqual([]);
  });
});
