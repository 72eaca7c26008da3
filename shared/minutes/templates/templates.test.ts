import { layouts } from '../../layouts/index.ts';
import { readdirSync, readFileSync } from 'node:fs';
import simplified from 'opencc-js/dict/STCharacters';
import { describe, expect, it } from 'vitest';
import { regionSchema, scriptSchema } from '../../language.ts';
import { printToText } from '../../print/text.ts';
import { toScript } from '../../text/script.ts';
import { collectBlanks } from '../blanks.ts';
import { sections } from '../blocks/index.ts';
import { minutesDocumentSchema, newMinutes } from '../document.ts';
import { outlineOf } from '../outline.ts';
import { printDocument } from '../printing.ts';
import type { AnySection } from '../section.ts';
import { documentText } from '../text.ts';
import { blocksWithin } from '../walk.ts';
import { instantiateMeeting, instantiateSection } from './instantiate.ts';
import { templateSchema } from './template.ts';

const folder = new URL('../../../resources/templates/', import.meta.url);
const templates = readdirSync(folder).map((name) => ({
  file: name,
  template: templateSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
}));
const template = (id: string) => templates.find((one) => one.template.id === id)!.template;
const usages = regionSchema.options.flatMap((region) => scriptSchema.options.map((script) => ({ region, script })));

/** Characters that only simplified text has. */
const simplifiedOnly = new Set(
  simplified
    .split('|')
    .map((pair) => pair.split(' '))
    .filter(([from, ...to]) => to.length > 0 && !to.includes(from!))
    .map(([from]) => from!),
);
/** Written so in both scripts of our own texts, whatever the dictionary prefers. */
const shared = new Set(['台', '于', '秘']);
const simplifiedIn = (text: string) => [...text].filter((character) => simplifiedOnly.has(character) && !shared.has(character));

it('a simplified character is told from a traditional one', () => {
  expect(simplifiedIn('会議记錄台')).toEqual(['会', '记']);
});

describe('the templates', () => {
  it('are each in a file of its name, with names of their own', () => {
    expect(templates.map(({ file }) => file)).toEqual(templates.map(({ template: one }) => `${one.id}.json`));
    const of = (scope: string) =>
      templates
        .map((one) => one.template)
        .filter((one) => one.scope === scope)
        .sort((one, other) => one.order - other.order)
        .map((one) => one.name['zh-Hant']);
    expect(of('meeting')).toEqual(['理事會會議', '會員大會', '常務理事會', '專題會議紀要', '台灣理監事會議', '香港社團會議', '空白']);
    expect(of('section')).toEqual(expect.arrayContaining(['出席', '議程', '決議執行情形', '致辭', '講話', '報告', '聽取報告', '演講', '介紹', '分組討論', '審議通過', '臨時動議', '選舉', '交辦事項', '活動', '散會與簽署']));
  });

  it('give every kind of section words to begin with, but for those that are filled in beside the page', () => {
    const begun = new Set(templates.map((one) => one.template).filter((one) => one.scope === 'section').map((one) => one.blocks[0]?.kind));
    const without = Object.values(sections).filter(({ kind, section }) => !begun.has(kind) && !(section as AnySection['section']).data?.invite);
    expect(without.map(({ kind }) => kind)).toEqual([]);
  });

  it('ask to fill in a good many places, but for the empty page', () => {
    for (const { template: one } of templates.filter(({ file }) => !['blank.json', 'agenda.json'].includes(file))) {
      const marked = one.blocks.flatMap((block) => [...blocksWithin(block)]).filter((block) => JSON.stringify(block).includes('"blank"'));
      expect([one.id, marked.length > 0]).toEqual([one.id, true]);
    }
  });
});

describe.each(usages)('in $region, $script', ({ region, script }) => {
  it.each(templates.map(({ template: one }) => [one.id, one] as const))('%s makes a valid record that prints', (_, one) => {
    const document =
      one.scope === 'meeting'
        ? instantiateMeeting(one, { region, script })
        : { ...newMinutes({ region, script }), blocks: instantiateSection(one, { region, script }) };
    expect(minutesDocumentSchema.safeParse(document).error).toBeUndefined();
    expect(collectBlanks(document).length).toBeGreaterThan(0);

    const paper = printToText(printDocument(document, layouts.association));
    const text = `${paper}\n${documentText(document)}\n${document.meta.title}\n${document.meta.body}`;
    expect(toScript(text, script, region)).toBe(text);
    if (script === 'Hant') expect(simplifiedIn(text)).toEqual([]);

    const ids = document.blocks.flatMap((block) => [...blocksWithin(block)].map((inner) => inner.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith('block'))).toEqual([]);
  });
});

describe('a new meeting', () => {
  it('from the council template has the parts of a council meeting', () => {
    const document = instantiateMeeting(template('council'), { region: 'CN', script: 'Hans' });
    expect(document.blocks.map((block) => block.kind).filter((kind) => kind !== 'paragraph')).toEqual([
      'attendance', 'speech', 'report', 'heardReport', 'heading',
      'resolution', 'resolution', 'resolution', 'resolution', 'resolution', 'resolution', 'discussion', 'heading', 'adjournment',
    ]);
    const text = documentText(document);
    expect(text).toContain('代表〔单位〕致辞，对〔会议名称〕的召开表示祝贺');
    expect(text).toContain('他指出，〔要点〕。他强调，〔要点〕。');
    expect(outlineOf(document).map((entry) => entry.text)).toContain('规章制度');
  });

  it('from the Taiwan template runs from 主席致詞 to 散會', () => {
    const document = instantiateMeeting(template('taiwan-board'), { region: 'TW', script: 'Hant' });
    const parts = document.blocks.filter((block) => ['heading', 'extemporeMotion', 'adjournment'].includes(block.kind));
    expect(outlineOf({ ...document, blocks: parts }).map((entry) => entry.text)).toEqual([
      '壹、主席致詞', '貳、來賓致詞', '參、報告事項', '肆、討論提案', '伍、臨時動議', '陸、散會',
    ]);
    const paper = printToText(printDocument(document, layouts.association));
    expect(paper).toContain('一、上次會議決議案執行情形');
    expect(paper).toContain('案由：新申請入會會員資格審查案');
    expect(paper).toContain('主席：＿＿＿＿＿＿＿＿\n紀錄：＿＿＿＿＿＿＿＿');
  });

  it('from the Hong Kong template runs from 通過議程 to the signatures of chair and secretary', () => {
    const document = instantiateMeeting(template('hong-kong-society'), { region: 'HK', script: 'Hant' });
    const paper = printToText(printDocument(document, layouts.association)).split('\n');
    expect(document.meta.title).toBe('執行委員會會議記錄');
    expect(paper.filter((line) => /^[0-9]\. /.test(line))).toEqual([
      '1. 通過議程', '2. 通過上次會議記錄', '3. 續議事項', '4. 報告事項', '5. 討論事項', '6. 其他事項', '7. 下次會議日期', '8. 散會',
    ]);
    expect(paper).toContain('由〔動議人〕動議，〔和議人〕和議，一致通過上次會議記錄。');
    expect(paper.slice(-3)).toEqual(['主席：＿＿＿＿＿＿＿＿', '秘書：＿＿＿＿＿＿＿＿', '']);
  });

  it('lists the agenda in the words of script and region', () => {
    const [agenda] = instantiateSection(template('agenda'), { region: 'CN', script: 'Hans' });
    const paper = (region: 'CN' | 'HK') => printToText(printDocument({ ...newMinutes({ region, script: 'Hans' }), blocks: [agenda!] }, layouts.association));
    expect(paper('CN')).toBe('议程\n一、主席致辞\n二、确认上次会议记录\n三、报告事项\n四、讨论事项\n五、临时动议\n六、散会\n');
    expect(paper('HK')).toContain('\n1.主席致辞\n2.');
  });

  it('uses the words of its region', () => {
    const text = (region: 'CN' | 'HK' | 'TW') => {
      const { meta } = instantiateMeeting(template('council'), { region, script: 'Hant' });
      return meta.title;
    };
    expect([text('CN'), text('HK'), text('TW')]).toEqual(['理事會會議記錄', '理事會會議記錄', '理事會會議紀錄']);
  });

  it('takes over what is known, and counts it in the title', () => {
    const meta = { organisation: '青禾綠化協會', term: 3, session: 14 };
    const document = instantiateMeeting(template('council'), { region: 'TW', script: 'Hant', meta });
    expect(document.meta).toMatchObject({ ...meta, body: '理事會', title: '第三屆理事會第十四次會議紀錄', region: 'TW', script: 'Hant' });
    const board = instantiateMeeting(template('taiwan-board'), { region: 'TW', script: 'Hant', meta });
    expect(board.meta.title).toBe('第三屆第十四次理監事聯席會議紀錄');
    const named = instantiateMeeting(template('council'), { region: 'TW', script: 'Hant', meta: { title: '臨時會' } });
    expect(named.meta.title).toBe('臨時會');
  });

  it('is another one each time', () => {
    const make = () => instantiateMeeting(template('blank'), { region: 'TW', script: 'Hant' });
    expect(make().id).not.toBe(make().id);
    expect(make().blocks[0]?.id).not.toBe(make().blocks[0]?.id);
  });
});
