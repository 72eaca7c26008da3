import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentOf, noMeans, paperOf } from '#electron/services/exports.ts';
import { exportOptionsSchema } from '#shared/export/options.ts';
import { layouts } from '#shared/layouts/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { boardMeeting, councilMeeting } from '#shared/minutes/fixtures.ts';
import { faceKey, faceNames } from '#shared/proof/faces.ts';
import { brokenClauses, type Proof, proofSchema, toLookAt } from '#shared/proof/proof.ts';
import { tellValue } from '#shared/proof/tell.ts';
import { foreignDocx, foreignFiles, numbered, lists, p, r, style } from '../reading/testing/foreign.ts';
import { printToDocx } from '../index.ts';
import { proveDocx } from './index.ts';

/** A computer that has every face. */
const everyFace: ReadonlySet<string> = new Set([...Object.values(faceNames).flat(), 'Times New Roman', 'Arial'].map(faceKey));

type Layout = keyof typeof layouts;

async function exported(record: MinutesDocument, layout: Layout): Promise<Uint8Array> {
  const content = await contentOf(record, 'docx', noMeans, exportOptionsSchema.parse({ layout }));
  if (!content.ok || typeof content.value === 'string') throw new Error('no Word file');
  return content.value;
}

/** The proof of a file that was made of a record. */
function proved(bytes: Uint8Array, record: MinutesDocument, layout: Layout, faces: ReadonlySet<string> | null = everyFace): Proof {
  const { document, print } = paperOf(record, exportOptionsSchema.parse({ layout }));
  const made = proveDocx(bytes, '紀要.docx', { layout: layouts[layout], isRuled: true, record: { document, print }, votes: null, faces });
  if (!made.ok) throw new Error(made.error.code);
  return proofSchema.parse(made.value);
}

/** The file with one part of it changed by hand. */
function changed(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const before = strFromU8(files[part]!);
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...files, [part]: strToU8(after) });
}

const broken = (proof: Proof): string[] => brokenClauses(proof).map(({ id, found, place }) => `${id}: ${tellValue(found, 'zh-Hant')}${place ? ` @ ${place.text}` : ''}`);

/** A record that says everything an official document asks for. */
function official(): MinutesDocument {
  const record = councilMeeting();
  record.meta = { ...record.meta, script: 'Hans', title: '青禾绿化协会第三届理事会第四次会议纪要', organisation: '青禾绿化协会', documentNumber: '青绿字〔2024〕4号', draftMark: 'none', official: { copiesTo: '各会员单位', printedOn: '2024-01-22' } };
  return record;
}

/** Items of every level under one paragraph. */
function everyLevel(): MinutesDocument {
  const record = boardMeeting();
  const levels = ([1, 2, 3, 4] as const).map((level) => ({ id: `level000000${level}`, kind: 'item' as const, level, inline: [{ type: 'text' as const, text: `第${level}層` }] }));
  return { ...record, blocks: [...record.blocks, ...levels, { id: 'after0000001', kind: 'paragraph', inline: [{ type: 'text', text: '以上各項照辦。' }] }] };
}

describe('a file in the layout of GB/T 9704', () => {
  let record: MinutesDocument;
  let sound: Uint8Array;
  beforeAll(async () => {
    record = official();
    sound = await exported(record, 'gbt9704');
  });

  test('holds every clause as it comes from the program, and every character of its record', () => {
    const proof = proved(sound, record, 'gbt9704');
    expect(broken(proof)).toEqual([]);
    expect(toLookAt(proof)).toBe(0);
    expect(proof.text?.missing).toEqual([]);
    expect(proof.text?.characters).toBeGreaterThan(400);
    const must = proof.clauses.filter(({ strength }) => strength === 'must').map(({ id }) => id);
    expect(must).toEqual(expect.arrayContaining(['paper', 'marginTop', 'marginLeft', 'typeArea', 'markPlace', 'numberForm', 'numberPlace', 'redRule', 'bodyIndent', 'date', 'imprintLook', 'imprintIndent']));
    expect(proof.clauses.find(({ id }) => id === 'grid')).toMatchObject({ source: 'GB/T 9704-2012 5.2.3', strength: 'usual', state: 'held', found: ['22 × 28'] });
    expect(proof.clauses.map(({ id }) => id)).toEqual(expect.arrayContaining(['pageNumberOdd', 'pageNumberEven', 'pageNumberBelow', 'imprintRules', 'imprintLastRule', 'attendanceLabel']));
  });

  const body = 'word/document.xml';
  test.each([
    ['a margin', body, (xml: string) => xml.replace(/(<w:pgMar [^>]*w:top=")\d+/, '$11440'), ['marginTop: 25.4 mm', 'typeArea: 156 × 236.6 mm', 'grid: 23 × 28']],
    ['a face', body, (xml: string) => xml.replace(/<w:rFonts w:hint="eastAsia"\/>(<\/w:rPr><w:t xml:space="preserve">市園林局副局長方若蘭代表|<\/w:rPr><w:t xml:space="preserve">市园林局副局长方若[兰蘭]代表)/, '<w:rFonts w:hint="eastAsia" w:eastAsia="宋体"/>$1'), [expect.stringMatching(/^bodyFace: 宋体 3號（16 點） @ 市.*代表/)]],
    ['black words at the head', 'word/styles.xml', (xml: string) => xml.replace(/(w:styleId="Mark">.*?<w:color w:val=")FF0000/, '$1000000'), ['markLook: 方正小标宋简体 #000000']],
    ['one foot for all pages', 'word/settings.xml', (xml: string) => xml.replace(/<w:evenAndOddHeaders[^>]*>/, ''), [expect.stringMatching(/^pageNumberEven: — 1 — 靠右/)]],
    ['a size', 'word/styles.xml', (xml: string) => xml.replace(/(w:styleId="Title">.*?<w:sz w:val=")44/, '$136'), [expect.stringMatching(/^titleFace: \S+ 小2（18 點） 不加粗/)]],
    ['a foot', body, (xml: string) => xml.replace(/w:footer="\d+"/, 'w:footer="567"'), [expect.stringMatching(/^pageNumberBelow: 22(?:\.\d)? mm$/)]],
    ['no red rule', 'word/styles.xml', (xml: string) => xml.replace(/(w:styleId="RedRule">.*?)<w:pBdr>.*?<\/w:pBdr>/, '$1'), ['redRule: 沒有']],
  ])('names %s that was changed', (_, part, change, expected) => {
    const named = broken(proved(changed(sound, part, change), record, 'gbt9704')).map((one) => one.replace(/ @ (?!市).*/, ''));
    expect(named).toEqual(expected);
  });

  test('names a sentence that is not there, with its place, and one that is only cut', () => {
    const sentence = /她強調，老樹的養護要有專人負責。|她强调，老[树樹]的[养養][护護]要有[专專]人[负負][责責]。/;
    const proof = proved(changed(sound, body, (xml) => xml.replace(sentence, '')), record, 'gbt9704');
    expect(proof.text?.missing).toHaveLength(1);
    expect(proof.text?.missing[0]).toMatchObject({ text: expect.stringMatching(sentence), blockId: 'council000004', where: expect.stringMatching(/方若/) });
    const whole = proved(changed(sound, body, (xml) => xml.replace(/<w:p>(?:(?!<\/w:p>).)*老[树樹](?:(?!<\/w:p>).)*<\/w:p>/, '')), record, 'gbt9704');
    expect(whole.text?.missing.map(({ text }) => text).join('')).toMatch(sentence);
    expect(whole.text?.missing.every(({ blockId }) => blockId === 'council000004')).toBe(true);
  });

  test('names what the record itself leaves open: blanks, figures of number and date, votes', async () => {
    const open = official();
    open.meta.documentNumber = '青绿字〔2024〕04号';
    open.blocks.push({ id: 'open00000001', kind: 'paragraph', inline: [{ type: 'text', text: '下次会议定于2024年04月09日召开，地点为' }, { type: 'blank', label: '地点' }, { type: 'text', text: '。' }] });
    const vote = open.blocks.find((block) => block.kind === 'resolution');
    if (vote?.kind === 'resolution') Object.assign(vote, { values: { ...vote.values, outcome: 'unanimous' }, data: { vote: { method: 'hands', inFavour: 8, against: 2, abstained: 0 } } });
    const proof = proved(await exported(open, 'gbt9704'), open, 'gbt9704');
    expect(broken(proof)).toEqual(['numberForm: 青绿字〔2024〕04号 @ 青绿字〔2024〕04号', expect.stringMatching(/^date: 2024年04月09日 @ 下次/)]);
    expect(proof.blanks).toMatchObject([{ label: '地点', blockId: 'open00000001' }]);
    expect(proof.votes.map(({ blockId, finding }) => [blockId, finding.code])).toContainEqual([vote?.id, 'unanimous.opposed']);
  });

  test('holds every clause of a letter that is graded, signed for by several and has annexes; names each that does not', async () => {
    const letter = official();
    letter.meta.official = { ...letter.meta.official, copyNumber: '12', secrecy: 'secret', secrecyPeriod: '6個月', urgency: 'urgent', signers: ['石仲平', '柳思源', '唐以安'], addressee: '市园林局' };
    const names = ['志愿者管理办法', '二〇二三年度决算表'];
    const annex = (id: string, text: string) => ({ id, kind: 'heading' as const, level: 1 as const, inline: [{ type: 'text' as const, text }] });
    letter.blocks.push({ id: 'annex0000001', kind: 'annexes', heading: null, fields: {}, values: {}, body: [annex('annex0000002', names[0]!), annex('annex0000003', names[1]!)], data: { names } });
    const bytes = await exported(letter, 'gbt9704');
    const proof = proved(bytes, letter, 'gbt9704');
    expect(broken(proof)).toEqual([]);
    expect(proof.clauses.map(({ id }) => id)).toEqual(expect.arrayContaining(['copyNumber', 'signerFace', 'addressee', 'annexNote', 'signature', 'annexPage', 'annexLabel', 'annexTitle', 'imprintForm']));
    const wrong = (change: (xml: string) => string) => broken(proved(changed(bytes, body, change), letter, 'gbt9704')).map((one) => one.split(':')[0]);
    expect(wrong((xml) => xml.replace('>000012<', '>12<'))).toEqual(['copyNumber']);
    expect(wrong((xml) => xml.replace('★6', '★六'))).toEqual(['copyNumber']);
    expect(wrong((xml) => xml.replace(/楷体_GB2312(?="[^>]*\/><\/w:rPr><w:t[^>]*>石仲平)/, '仿宋_GB2312'))).toEqual(['signerFace']);
    expect(wrong((xml) => xml.replace('市园林局：', '市园林局:'))).toEqual(['addressee']);
    expect(wrong((xml) => xml.replace('附件：1. 志愿者管理办法', '附件：1. 志愿者管理办法。'))).toEqual(['annexNote']);
    expect(wrong((xml) => xml.replace(/(<w:p><w:pPr><w:pStyle w:val="Signatures"\/>(?:(?!<\/w:p>).)*w:left=")\d+(?=(?:(?!<\/w:p>).)*2024年1月22日)/, '$12000'))).toEqual(['signature']);
    expect(wrong((xml) => xml.replace(/(<w:pStyle w:val="AnnexLabel"\/>)<w:pageBreakBefore\/>/, '$1'))).toEqual(['annexPage']);
    expect(wrong((xml) => xml.replace(/(抄送：[^<。]*)。/, '$1'))).toEqual(['imprintForm']);
    const styled = (change: (xml: string) => string) => broken(proved(changed(bytes, 'word/styles.xml', change), letter, 'gbt9704')).map((one) => one.split(':')[0]);
    const inStyle = (id: string, from: RegExp, to: string) => styled((xml) => xml.replace(new RegExp(`(w:styleId="${id}">(?:(?!</w:style>).)*?)${from.source}`), `$1${to}`));
    expect(inStyle('AnnexTitle', /w:before="579"/, 'w:before="0"')).toEqual(['annexTitle']);
    expect(inStyle('AnnexNote', /w:leftChars="200"/, 'w:leftChars="400"')).toEqual(['annexNote']);
    expect(inStyle('Title', /w:after="579"/, 'w:after="0"')).toEqual(['addressee']);
    expect(inStyle('Attendance', /w:leftChars="200"/, 'w:leftChars="400"')).toEqual(['attendanceForm']);
    expect(wrong((xml) => xml.replace('2024年1月22日<', '二〇二四年一月二十二日<'))).toEqual(['date']);
  });

  test('names the faces that a computer lacks and what stands in, and says where it does not know', () => {
    const few = new Set(['宋体', 'FangSong', 'Times New Roman', 'AR PL UKai CN'].map(faceKey));
    const faces = Object.fromEntries(proved(sound, record, 'gbt9704', few).faces.map(({ name, state, standIn }) => [name, [state, standIn]]));
    expect(faces).toMatchObject({ '仿宋_GB2312': ['missing', 'FangSong'], '方正小标宋简体': ['missing', '宋体'], '黑体': ['missing', null], 'Times New Roman': ['here', null] });
    expect(proved(sound, record, 'gbt9704', null).faces.every(({ state }) => state === 'unknown')).toBe(true);
  });

  test('says what travels in it unseen', () => {
    const noted = changed(sound, body, (xml) => xml.replace('<w:r>', '<w:ins w:id="9001" w:author="甲" w:date="2024-01-20T00:00:00Z"><w:r><w:t>另增</w:t></w:r></w:ins><w:r>'));
    expect(proved(noted, record, 'gbt9704').carries).toEqual(['changes']);
    const macros = zipSync({ ...unzipSync(sound), 'word/vbaProject.bin': strToU8('code') });
    expect(proved(macros, record, 'gbt9704').carries).toEqual(['macros']);
    const comments = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="甲"><w:p><w:r><w:t>請補</w:t></w:r></w:p></w:comment></w:comments>';
    const relations = (more: string) => changed(sound, 'word/_rels/document.xml.rels', (xml) => xml.replace('</Relationships>', `${more}</Relationships>`));
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    expect(proved(zipSync({ ...unzipSync(relations(`<Relationship Id="rIdC" Type="${type}/comments" Target="comments.xml"/>`)), 'word/comments.xml': strToU8(comments) }), record, 'gbt9704').carries).toEqual(['comments']);
    const linked = changed(relations(`<Relationship Id="rIdX" Type="${type}/image" Target="https://example.org/spy.png" TargetMode="External"/>`), body, (xml) => xml.replace('<w:r>', '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="rIdX"/></w:drawing></w:r><w:r>'));
    expect(proved(linked, record, 'gbt9704').carries).toEqual(['outside']);
    expect(proved(sound, record, 'gbt9704').carries).toEqual([]);
  });
});

describe.each(['association', 'taiwan', 'hongkong'] as const)('a file in the layout %s', (layout) => {
  test.each([boardMeeting, councilMeeting, everyLevel])('is as the layout says, and complete', async (make) => {
    const record = make();
    const proof = proved(await exported(record, layout), record, layout);
    expect(proof.text?.missing).toEqual([]);
    // A record that tells of its attendance in sentences has no line 出席.
    expect(broken(proof)).toEqual(layout === 'taiwan' && make === councilMeeting ? ['recordItems: 缺：出席'] : []);
    expect(proof.clauses.length).toBeGreaterThan(5);
  });
});

describe('a record of Taiwan or Hong Kong', () => {
  const wrong = async (layout: 'taiwan' | 'hongkong', from: string | RegExp, to: string) => {
    const record = boardMeeting();
    return broken(proved(changed(await exported(record, layout), 'word/document.xml', (xml) => xml.replace(from, to)), record, layout)).map((one) => one.split(':')[0]);
  };

  test.each([
    ['a year of the western calendar', 'taiwan', '感謝各位理監事', '2025年4月9日', 'republicDate'],
    ['a year of the western calendar is usual', 'hongkong', '感謝各位理監事', '2025年4月9日', undefined],
    ['quotation marks of the mainland', 'taiwan', '感謝各位理監事', '他說“好”', 'quotes'],
    ['quotation marks of the mainland', 'hongkong', '感謝各位理監事', '他說“好”', 'quotes'],
    ['記錄 where the region says 紀錄', 'taiwan', /會議紀錄(?=<)/, '會議記錄', 'recordWord'],
    ['紀錄 where the region says 記錄', 'hongkong', /會議記錄(?=<)/, '會議紀錄', 'recordWord'],
    ['nobody who signs', 'taiwan', /紀錄：(?=＿)/, '', 'signatures'],
    ['no place', 'taiwan', /地點：(?=松)/, '', 'recordItems'],
  ] as const)('%s (%s)', async (_, layout, from, to, expected) => expect(await wrong(layout, from, to)).toEqual(expected === undefined ? [] : [expected]));

  test('paragraphs whose numbers begin anew', () => {
    const proof = (second: number) => {
      const made = proveDocx(foreignDocx(p('甲', numbered(1)) + p('乙', numbered(second)), { numbering: lists([['decimal', '%1.']], [['decimal', '%1.']]) }), '記錄.docx', { layout: layouts.hongkong, isRuled: true, record: null, votes: null, faces: everyFace });
      if (!made.ok) throw new Error(made.error.code);
      return made.value.clauses.find(({ id }) => id === 'runningNumbers')?.state;
    };
    expect([proof(1), proof(2)]).toEqual(['held', 'broken']);
  });
});

test('a defect of the file is told, and a text of the record that its paper form left out', async () => {
  const record = boardMeeting();
  const bytes = await exported(record, 'association');
  expect(proved(changed(bytes, 'word/document.xml', (xml) => xml.replace('<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="Nowhere"/>')), record, 'association').defects).toEqual([{ code: 'style', part: 'word/document.xml', name: 'Nowhere' }]);
  const { document, print } = paperOf(record, exportOptionsSchema.parse({ layout: 'association' }));
  const without = (text: string) => print.nodes.filter((node) => node.type !== 'paragraph' || !JSON.stringify(node.runs).includes(text));
  const short = await printToDocx({ ...print, nodes: without('感謝各位') }, { layout: layouts.association, asset: () => Promise.resolve(null) });
  const made = proveDocx(short, '紀錄.docx', { layout: layouts.association, isRuled: true, record: { document, print: { ...print, nodes: without('感謝各位') } }, votes: null, faces: everyFace });
  expect(made).toMatchObject({ ok: true, value: { text: { missing: [{ text: '感謝各位理監事撥冗出席。' }] } } });
});

test('a file of another program is read by the forms of its paragraphs, and its layout told from them', () => {
  const red = '<w:color w:val="FF0000"/><w:sz w:val="72"/><w:rFonts w:eastAsia="方正小标宋简体"/>';
  const fangsong = '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/>';
  const center = '<w:jc w:val="center"/>';
  const bytes = foreignDocx(
    [
      p(r('青禾绿化协会会议纪要', red), center),
      p(r('青绿〔2024〕003号', fangsong), center),
      p(r('关于苗圃管理的会议纪要', '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="44"/>'), center),
      p(r('会议由石仲平主持。', fangsong), '<w:ind w:firstLine="640" w:firstLineChars="200"/>'),
      p(r('苗圃由居民管理', '<w:rFonts w:eastAsia="楷体"/><w:sz w:val="32"/>'), numbered(1)),
      p(r('地点：〔待定〕', fangsong), '<w:ind w:firstLine="640" w:firstLineChars="200"/>'),
      '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992"/></w:sectPr>',
    ].join(''),
    { numbering: lists([['chineseCountingThousand', '%1、']]), styles: style('Normal', 'Normal') },
  );
  const made = proveDocx(bytes, '外來.docx', { layout: null, isRuled: true, record: null, votes: null, faces: everyFace });
  if (!made.ok) throw new Error(made.error.code);
  expect([made.value.layout.id, made.value.text, made.value.unchanged]).toEqual(['gbt9704', null, null]);
  const named = broken(made.value).map((one) => one.split(':')[0]);
  expect(named).toEqual(expect.arrayContaining(['numberForm', 'titleFace', 'level1Face', 'redRule', 'pageNumberOdd']));
  for (const held of ['paper', 'marginTop', 'typeArea', 'bodyFace', 'bodyIndent', 'mark', 'level1']) expect([held, named.includes(held)]).toEqual([held, false]);
  expect(made.value.blanks).toMatchObject([{ label: '待定' }]);
});

describe('a file of another program that can be read', () => {
  const proved = (bytes: Uint8Array): Proof => {
    const made = proveDocx(bytes, '外來.docx', { layout: layouts.gbt9704, isRuled: true, record: null, votes: null, faces: null });
    if (!made.ok) throw new Error(made.error.code);
    return made.value;
  };

  const picture = 'word/media/image1.png';
  const bytes = Buffer.from(zipSync(foreignFiles(`${p('正文')}<w:p><w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r></w:p>`, { relations: { rId9: ['image', 'media/image1.png'] }, files: { [picture]: new Uint8Array(5000).map((_, at) => (at * 7) % 251) } })));
  test.each([
    ['broken', (file: Buffer) => file.fill(0xff, file.indexOf(picture) + picture.length, file.indexOf(picture) + picture.length + 40)],
    ['packed in a way that nobody knows', (file: Buffer) => file.fill(9, file.lastIndexOf(picture) - 36, file.lastIndexOf(picture) - 35)],
  ])('is proved where a picture of it is %s', (_, harm) => {
    expect(proved(harm(Buffer.from(bytes))).defects).toEqual([]);
  });

  test('names its styles in UTF-16', () => {
    const files = foreignFiles(p('正文', '<w:pStyle w:val="Body"/>'), { styles: style('Body', 'Body') });
    const utf16 = Buffer.from(`\ufeff${strFromU8(files['word/styles.xml']!).replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect(proved(zipSync({ ...files, 'word/styles.xml': utf16 })).defects).toEqual([]);
  });

  test.each(['footer1.xml', '/word/footer1.xml'])('has its page number in the part %s', (target) => {
    const foot = '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t> —</w:t></w:r></w:p></w:ftr>';
    const section = '<w:sectPr><w:footerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1000"/></w:sectPr>';
    const { clauses } = proved(foreignDocx(p('正文') + section, { relations: { rId9: ['footer', target] }, files: { 'word/footer1.xml': foot } }));
    const found = clauses.find(({ id }) => id === 'pageNumberOdd')?.found ?? [];
    expect(tellValue(found, 'zh-Hant')).toContain('— 1 —');
  });
});

test('what is no Word file is said in one error', () => {
  expect(proveDocx(Buffer.from('甲'), '甲.docx', { layout: null, isRuled: true, record: null, votes: null, faces: null })).toMatchObject({ ok: false, error: { code: 'word.notWord' } });
});
