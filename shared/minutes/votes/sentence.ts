/** The sentence of a vote, in the wording of the region: 「出席理事18人，贊成15票、反對2票、棄權1票，審議通過…」. */
import type { Region, Script } from '../../language.ts';
import { formatDay } from '../../text/dates.ts';
import { type Outcome, outcomeTerm } from '../outcomes.ts';
import { type Term, term } from '../section.ts';
import type { DecisionData } from './decision.ts';
import { attending, isCounted, type Method, tally, type Vote, votersIn } from './vote.ts';

/** What a sentence tells. */
export interface Told {
  outcome: Outcome;
  data: DecisionData;
  /** What was decided on; '' where the paper names it elsewhere (案由). */
  matter: string;
  /** How many of those who were there stood aside. */
  recused: number;
}

export interface Wording {
  region: Region;
  script: Script;
}

type Regional = Readonly<Record<Region, Term>>;
const everywhere = (Hant: string, Hans: string): Regional => ({ CN: term(Hant, Hans), TW: term(Hant, Hans), HK: term(Hant, Hans) });

const words = {
  due: { CN: term('應到', '应到'), TW: term('應出席', '应出席'), HK: term('應出席', '应出席') },
  came: { CN: term('實到', '实到'), TW: term('實際出席', '实际出席'), HK: term('實際出席', '实际出席') },
  present: everywhere('出席', '出席'),
  proxies: { CN: term('其中委託出席', '其中委托出席'), TW: term('含委託出席', '含委托出席'), HK: term('包括委託出席', '包括委托出席') },
  recused: { CN: term('迴避', '回避'), TW: term('迴避', '回避'), HK: term('避席', '避席') },
  voters: everywhere('有表決權', '有表决权'),
  inFavour: everywhere('贊成', '赞成'),
  against: everywhere('反對', '反对'),
  abstained: everywhere('棄權', '弃权'),
  notCast: everywhere('未投', '未投'),
} satisfies Record<string, Regional>;

const methods: Readonly<Record<Method, Term>> = {
  hands: term('舉手', '举手'),
  applause: term('鼓掌', '鼓掌'),
  secret: term('無記名投票', '无记名投票'),
  open: term('記名投票', '记名投票'),
  rollCall: term('唱名', '唱名'),
  correspondence: term('通訊', '通讯'),
};

/** The fixed words of an outcome, as the region has them. */
const outcomeWords = (outcome: Outcome, { region, script }: Wording): string => (outcomeTerm(outcome, region)?.[script] ?? '').replace(/。$/, '');

/** The whole sentence, ending with 。; '' where there is nothing to tell. */
export function voteSentence(told: Told, wording: Wording): string {
  const text = [...voteClauses(told, wording), outcomeClause(told, wording)].filter((clause) => clause !== '').join('，');
  return text === '' ? '' : `${text}。`;
}

/** What stands before the outcome: who moved, who was there, how it was voted. */
export function voteClauses(told: Told, wording: Wording): string[] {
  const { vote } = told.data;
  const counted = isCounted(vote) ? vote : null;
  const attendance = counted ? attendanceClauses(counted, told.recused, wording) : [];
  return [motionClause(told, wording), ...attendance, methodClause(vote?.method, wording), counted ? countClause(counted, wording) : ''].filter((clause) => clause !== '');
}

/** The verb of an outcome that passes something, as the region has it; undefined for any other. */
export const verbOf = (outcome: Outcome, wording: Wording): string | undefined => (passing.has(outcome) ? outcomeWords(outcome, wording) : undefined);

/** Outcomes that stand before what they are about: 通過《…》. */
const passing: ReadonlySet<Outcome> = new Set(['passed', 'unanimous', 'noObjection', 'amended', 'inPrinciple', 'partly', 'ratified', 'noted']);

/** 由甲動議，乙和議. A mover who withdraws is named with that. */
function motionClause({ data: { mover = '', seconder = '' }, outcome }: Told, { region, script }: Wording): string {
  if (mover === '' || outcome === 'withdrawn') return '';
  const [moves, seconds] = region === 'HK' ? [term('動議', '动议'), term('和議', '和议')] : [term('提議', '提议'), term('附議', '附议')];
  const first = `${region === 'HK' ? '由' : ''}${mover}${moves[script]}`;
  return seconder === '' ? first : `${first}，${seconder}${seconds[script]}`;
}

function attendanceClauses(vote: Vote, recused: number, { region, script }: Wording): string[] {
  const say = (name: keyof typeof words) => words[name][region][script];
  const { members, proxies = 0, seat = '' } = vote;
  const there = attending(vote);
  const by = proxies > 0 ? `（${say('proxies')}${proxies}人）` : '';
  const clauses = members === undefined ? [] : [`${say('due')}${seat}${members}人`];
  if (there !== undefined) clauses.push(members === undefined ? `${say('present')}${seat}${there}人${by}` : `${say('came')}${there}人${by}`);
  if (recused > 0) clauses.push(`${say('recused')}${recused}人`);
  // Where nobody stands aside, those who may vote are those who are there; said again only where it differs.
  const differs = vote.voters !== undefined && vote.voters !== there;
  if (differs || (there !== undefined && recused > 0)) clauses.push(`${say('voters')}${clauses.length === 0 ? seat : ''}${votersIn(vote, recused)}人`);
  return clauses;
}

function methodClause(method: Method | undefined, { region, script }: Wording): string {
  if (method === undefined) return '';
  const name = methods[method][script];
  if (region === 'HK') return `以${name}${term('方式表決', '方式表决')[script]}`;
  const votes = method === 'secret' || method === 'open';
  return `${term('經', '经')[script]}${name}${votes || method === 'applause' ? '' : term('表決', '表决')[script]}`;
}

function countClause(vote: Vote, { region, script }: Wording): string {
  const names = (['inFavour', 'against', 'abstained', 'notCast'] as const).filter((name) => name !== 'notCast' || tally(vote, name) > 0);
  return names.map((name) => `${words[name][region][script]}${tally(vote, name)}票`).join('、');
}

function outcomeClause(told: Told, wording: Wording): string {
  const { outcome, data } = told;
  const { script } = wording;
  const matter = told.matter.trim().replace(/[。；，]+$/, '');
  const say = (Hant: string, Hans: string) => term(Hant, Hans)[script];
  const words = outcomeWords(outcome, wording);
  switch (outcome) {
    case 'open':
      return '';
    case 'inPrinciple':
      return [`${words}${matter}`, ...(data.finaliser ? [`由${data.finaliser}${say('定稿', '定稿')}`] : [])].join('，');
    case 'partly':
      return `${words}${matter}${data.parts ? `：${data.parts}` : ''}`;
    case 'ratified':
      return `${words}${data.earlierAct || matter}`;
    case 'referred':
      return referral(data, matter, wording);
    case 'withdrawn':
      return `${matter}${data.mover ? `由${data.mover}` : ''}${words}`;
    case 'elected':
      return `${data.names || matter}${words}`;
    case 'appointed':
      return `${words}${data.names || matter}`;
    default:
      // 《…》緩議, 《…》未獲通過.
      return passing.has(outcome) ? `${words}${matter}` : `${matter}${words}`;
  }
}

function referral({ owner = '', due }: DecisionData, matter: string, { region, script }: Wording): string {
  const to = owner === '' ? outcomeWords('referred', { region, script }) : region === 'CN' ? `${term('轉交', '转交')[script]}${owner}${term('研究', '研究')[script]}` : `交${owner}${term('研議', '研议')[script]}`;
  if (due === undefined) return `${matter}${to}`;
  return `${matter}${to}，${term('於', '于')[script]}${formatDay(due, region, { weekday: false })}${term('前提出', '前提出')[script]}`;
}
