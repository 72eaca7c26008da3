/** Sentences that say what the meeting heard and passed: 會議聽取了…。 會議審議通過了…；審議通過了…。 */
import type { Block, BlockOf } from '../blocks/index.ts';
import type { Outcome } from '../outcomes.ts';
import { groupText, type Line, lineOf, paragraph, section } from './build.ts';
import { splitSpeaker } from './people.ts';

type MatterKind = BlockOf<'resolution'>['values']['matterKind'];

/** 由甲動議，乙和議，: Hong Kong's way to say who moved and who seconded. */
const moved = '由[^,。;]{2,20}?动议,由?[^,。;]{2,20}?[和附]议,';
const opening = `(?:${moved})?` + '(?:(?:最后|随后|其间|会上),?)?(?:会议|大会|全会|本次会议|(?:全体|与会)?(?:代表|理事|会员|委员)们?|(?:常务)?理事会)?(?:经(?:审议|讨论|表决|投票),?)?(?:还|也|并|一致|首先|分别|共同|审议并|举手|投票|鼓掌|表决)*';
const verb =
  '(?:听取(?:和|并))?(?:(?:审议|讨论|表决|投票|研究|审查)(?:和|并|后)?)?(?:一致|全票|全体|无异议|修正|修改后|原则|部分|表决|鼓掌|不予|未)?(?:通过|批准|同意|追认|否决)了?';

/** A clause that passes or rejects something. 同意 and 批准 alone are words of a decision only with 審議 or 會議 before. */
const passing = new RegExp(`^(${opening}${verb})(.+)$`, 'ds');
const hearing = new RegExp(`^(${opening}听取了?)(?:关于)?(?:(.{2,40}?)(?:所)?[作做](?:的|了))?(.+)$`, 'ds');
/** Where the next decision of the same paragraph begins. */
const nextClause = new RegExp(
  '(?<=[;。])(?=(?:会议|大会)?(?:还|也|并|经)*(?:听取了|审议(?:批准|同意)|(?:审议|讨论|表决|投票|研究)?(?:和|并|后)?(?:一致|全票|无异议|修正|修改后|原则|部分|不予)*(?:通过|追认|否决)了))' +
    '|(?<=,)(?=(?:还|并)?(?:一致)?(?:审议|表决)并?通过了)',
);
/** The paragraph must begin so. */
const decides = new RegExp(`^(?:(?:最后|随后|会上),?)?(?:会议|大会|全会|本次会议|理事会|(?:全体|与会)(?:代表|理事|会员|委员)们?)(?:经[^,。;]{2,8},)?(?:还|也|并|一致|首先|分别|共同|举手|投票|鼓掌|表决|审议并|讨论并)*(?:听取了|听取[和并]审议|(?:审议|讨论|表决|投票|研究)?(?:和|并|后)?(?:一致|全票|无异议|修正|修改后|原则|部分)?通过了|追认了|审议(?:批准|同意)了?|否决了)|^(?:会议|大会|本次会议|理事会)(?:还|也|经(?:审议|讨论|表决|投票|研究),?)*(?:一致|全票)?(?:同意|批准)|^${moved}(?:会议|大会|全体|委员会?|与会者)?(?:一致|无异议|全体)?(?:通过|追认)了?[^,。;]`);

/** In this order: the first whose words are in the verb. */
const outcomes: readonly (readonly [RegExp, Outcome])[] = [
  [/否决|不予|未通过/, 'rejected'],
  [/无异议|鼓掌/, 'noObjection'],
  [/一致|全票/, 'unanimous'],
  [/修正|修改后/, 'amended'],
  [/原则/, 'inPrinciple'],
  [/部分/, 'partly'],
  [/追认/, 'ratified'],
];

/** In this order: 《…辦法》 names rules whatever else it names. */
const matterKinds: readonly (readonly [RegExp, MatterKind])[] = [
  [/《[^》]*章程[^》]*》/, 'charter'],
  [/《[^》]*(?:制度|办法|规则|规定|条例|细则|守则|规范|准则)[^》]*》/, 'rules'],
  [/除名|开除会籍/, 'expulsion'],
  [/罢免|解任/, 'recall'],
  [/聘任|聘请|增聘|选举|人事|任免|辞去|当选|(?:增补|推选|补选).*(?:会长|理事长|秘书长|监事|副主任|主任)|顾问/, 'personnel'],
  [/(?:理事|会员|委员|常务理事|副理事长|副会长)单位|入会|退会|会员资格|吸收.*会员|新会员/, 'membership'],
  [/(?:设立|增设|成立|撤销|注销|变更|组建).*(?:机构|委员会|分会|中心|办事处|工作组|部门)/, 'establishment'],
  [/(?:处分|处置|出售|购置|抵押|变卖).*(?:财产|不动产|资产|房地|土地)|(?:财产|不动产|资产)(?:的|之)?(?:处分|处置|出售)/, 'property'],
  [/合并|分立/, 'merger'],
  [/解散|注销登记/, 'dissolution'],
  [/预算|决算|财务|经费|会费|收支|审计/, 'finance'],
  [/章程/, 'charter'],
  [/制度|办法|规则|细则/, 'rules'],
];

const first = <Value>(table: readonly (readonly [RegExp, Value])[], text: string, otherwise: Value): Value =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;

/** What was passed: the first sentence, without the sign that ends it. */
const bareMatter = (text: string) => (text.split('。')[0] ?? '').replace(/[；;，,\s]+$/, '');

/** The outcome that the words of a decision name; `open` where they name none. */
export function outcomeOf(folded: string): Outcome {
  if (/缓议|搁置|暂缓/.test(folded)) return 'deferred';
  if (/撤案|撤回/.test(folded)) return 'withdrawn';
  if (/备查|洽悉/.test(folded)) return 'noted';
  if (/交付|转交|交由|研议/.test(folded)) return 'referred';
  return first(outcomes, folded, /通过|同意|批准|认可/.test(folded) ? 'passed' : 'open');
}

/** The kind of a matter by its words. */
export const matterKindOf = (folded: string): MatterKind => first(matterKinds, folded, 'general');

/**
 * The sections of a paragraph that says what was heard and passed, one a decision; the text of their bodies is the
 * paragraph. null for any other paragraph.
 */
export function readDecisions(line: Line): Block[] | null {
  if (!decides.test(line.folded)) return null;
  const blocks: Block[] = [];
  let at = 0;
  const clauses = line.folded.split(nextClause);
  if (clauses.length === 1) return [decision(line)];
  for (const clause of clauses) {
    const text = line.text.slice(at, at + clause.length);
    at += clause.length;
    blocks.push(decision(lineOf(text)));
  }
  return blocks;
}

function decision(line: Line): Block {
  const body = [paragraph(line)];
  const passed = passing.exec(line.folded);
  if (passed) {
    const matter = bareMatter(groupText(line, passed, 2));
    const folded = line.folded.slice(line.text.length - groupText(line, passed, 2).length);
    const outcome = first(outcomes, passed[1] ?? '', 'passed');
    return section('resolution', { matter }, { form: 'narrative', outcome, matterKind: matterKindOf(folded) }, body);
  }
  const heard = hearing.exec(line.folded);
  const speaker = heard && splitSpeaker(groupText(line, heard, 2));
  const report = heard ? bareMatter(groupText(line, heard, 3)) : '';
  return { ...section('heardReport', { ...speaker, report }, {}, body), heading: '' };
}
