import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tamper } from '#electron/db/testing/tamper.ts';
import type { Phrase } from '#shared/minutes/phrases/phrase.ts';
import { sectionTemplate } from '#shared/minutes/templates/own.ts';
import type { Template } from '#shared/minutes/templates/template.ts';
import * as meetings from './meetings.ts';
import * as phrases from './phrases/index.ts';
import type { RunningServices } from './running.ts';
import type { Services } from './services.ts';
import * as templates from './templates.ts';
import { paragraph, record, testFolder, testServices, valueOf } from './testing/store.ts';

let place: ReturnType<typeof testFolder>;
let running: RunningServices;
let services: Services;
const start = () => {
  running = testServices(place.databasePath);
  services = running.services;
};
beforeEach(() => {
  place = testFolder();
  start();
});
afterEach(async () => {
  await running.close();
  place.remove();
});

const origin = null;
const made = (name: string, order = 1000): Template => sectionTemplate(record(['謹代表本會致意。']), ['p00001'], { name, keepsText: true, order });
const keep = (template: Template) => valueOf(templates.put(services, { template, origin }));
const own = async () => valueOf(await templates.list(services)).filter(({ written }) => written);
const names = async () => (await own()).map(({ name }) => name['zh-Hant']);
const phrase = (id: string, shortcut: string, order: number): Phrase => ({ id, shortcut, text: `片語${id}。`, order });
const bank = () => valueOf(phrases.list(services));
const restart = async () => {
  await running.close();
  start();
};

describe('templates of her own', () => {
  it('are offered after those of the program, in her order, also after the program was closed', async () => {
    const [one, two, three] = [made('甲', 1000), made('乙', 1001), made('丙', 1002)];
    for (const template of [one, two, three]) keep(template);
    valueOf(templates.arrange(services, { ids: [three.id, one.id], origin }));
    await restart();
    expect(await names()).toEqual(['丙', '甲', '乙']);
    const listed = valueOf(await templates.list(services));
    expect(listed.filter(({ scope }) => scope === 'section').findLastIndex(({ written }) => !written)).toBeLessThan(listed.filter(({ scope }) => scope === 'section').findIndex(({ written }) => written));
    keep({ ...one, name: { 'zh-Hant': '甲二', 'zh-Hans': '甲二', en: '甲二' } });
    expect([...(await names())].sort()).toEqual(['丙', '乙', '甲二'].sort());
    valueOf(templates.remove(services, { id: two.id, origin }));
    expect(templates.remove(services, { id: two.id, origin })).toEqual({ ok: false, error: { code: 'template.notFound' } });
  });

  it('of an older program are brought up to date, and damaged ones left out', async () => {
    keep(made('甲'));
    keep(made('乙'));
    await running.close();
    tamper(place.databasePath, "UPDATE cards SET content = replace(content, '謹', '僅') WHERE content LIKE '%乙%'");
    start();
    expect(await names()).toEqual(['甲']);
    services.db.write(() => services.db.cards.put('templates', 'older0000001', { version: 1, template: { ...made('舊'), id: 'older0000001' } }, '2024-01-01T00:00:00.000Z'));
    services.db.write(() => services.db.cards.put('templates', 'newer0000001', { version: 99, template: made('新') }, '2024-01-01T00:00:00.000Z'));
    expect((await names()).toSorted()).toEqual(['甲', '舊'].toSorted());
  });

  it('go to another office as a file, each once', async () => {
    keep(made('甲'));
    valueOf(phrases.put(services, { phrase: phrase('phrase000001', 'zq', 1000), origin }));
    const { file, name } = valueOf(templates.exportFile(services, { templates: (await own()).map(({ id }) => id), phrases: ['phrase000001'] }));
    expect(name).toBe('範本與片語.json');
    keep({ ...made('例會：甲/乙？'), id: 'template0009' });
    expect(valueOf(templates.exportFile(services, { templates: ['template0009'], phrases: [] })).name).toBe('例會：甲乙？.json');
    valueOf(templates.remove(services, { id: 'template0009', origin }));
    const take = async () => valueOf(await templates.importFile(services, { file, name, origin }));
    expect(await take()).toEqual({ templates: 0, phrases: 0, left: 0 });
    valueOf(templates.remove(services, { id: (await own())[0]!.id, origin }));
    valueOf(phrases.put(services, { phrase: { ...phrase('phrase000001', 'zq', 1000), text: '改過了。' }, origin }));
    expect(await take()).toEqual({ templates: 1, phrases: 1, left: 0 });
    expect(await names()).toEqual(['甲']);
    // The short name stays with the phrase that has it.
    expect(bank().map(({ shortcut, text }) => [shortcut, text])).toEqual([['zq', '改過了。'], ['', '片語phrase000001。']]);
    expect(await templates.importFile(services, { file: new Blob(['會議紀錄']), name: 'a.json', origin })).toEqual({ ok: false, error: { code: 'template.file' } });
  });
});

describe('phrases of her own', () => {
  it('are kept in her order, and changed and taken away one by one', async () => {
    for (const [index, id] of ['phrase000001', 'phrase000002', 'phrase000003'].entries()) valueOf(phrases.put(services, { phrase: phrase(id, '', 1000 + index), origin }));
    valueOf(phrases.arrange(services, { ids: ['phrase000003'], origin }));
    valueOf(phrases.remove(services, { id: 'phrase000001', origin }));
    await restart();
    expect(bank().map(({ id }) => id)).toEqual(['phrase000003', 'phrase000002']);
    expect(phrases.remove(services, { id: 'phrase000001', origin })).toEqual({ ok: false, error: { code: 'phrase.notFound' } });
  });
});

describe('what an organisation wrote before', () => {
  const meta = { organisation: '青禾綠化協會', region: 'TW', script: 'Hant' } as const;
  const ask = (given: { organisation?: string; script?: 'Hant' | 'Hans' } = {}) => valueOf(phrases.used(services, { organisation: meta.organisation, script: 'Hant', kind: 'text', ...given }));
  const usual = '主席宣布會議圓滿結束。';
  const add = (text: string, more: Partial<Parameters<typeof record>[1]> = {}) => valueOf(meetings.create(services, { document: record([text], { ...meta, ...more }), origin }));

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
    valueOf(meetings.trash(services, { id: first.summary.id, origin }));
    await expect.poll(() => ask().phrases).toEqual([]);
    // What is written in the meetings that are there counts some time later.
    const { now } = services;
    const { id, revision } = add('散會。').summary;
    await expect.poll(() => ask().isWhole).toBe(true);
    valueOf(meetings.save(services, { id, revision, changes: { blocks: [paragraph(1, usual)] }, origin }));
    expect(ask().phrases).toEqual([]);
    services.now = () => new Date(now().getTime() + 3_600_000);
    await expect.poll(() => ask().phrases).toEqual([usual]);
  });

  it('leaves nothing in the database', async () => {
    add(usual);
    ask();
    await expect.poll(() => ask().isWhole).toBe(true);
    expect(services.db.cards.all('phrases')).toEqual([]);
  });
});
