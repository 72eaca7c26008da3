/** 表決: the numbers of one vote as they were counted. Every number may be missing, and none is corrected. */
import { z } from 'zod';
import type { Words } from '../../language.ts';

export const methods = {
  hands: { 'zh-Hant': '舉手', 'zh-Hans': '举手', en: 'Show of hands' },
  applause: { 'zh-Hant': '鼓掌', 'zh-Hans': '鼓掌', en: 'Applause' },
  secret: { 'zh-Hant': '無記名投票', 'zh-Hans': '无记名投票', en: 'Secret ballot' },
  open: { 'zh-Hant': '記名投票', 'zh-Hans': '记名投票', en: 'Signed ballot' },
  rollCall: { 'zh-Hant': '唱名', 'zh-Hans': '点名表决', en: 'Roll call' },
  correspondence: { 'zh-Hant': '通訊表決', 'zh-Hans': '通讯表决', en: 'By correspondence' },
} as const satisfies Record<string, Words>;
export type Method = keyof typeof methods;
export const methodSchema = z.enum(Object.keys(methods) as [Method, ...Method[]]);

/** Nobody counts more people than this. */
export const countSchema = z.int().min(0).max(1_000_000);

export const voteSchema = z.strictObject({
  method: methodSchema.optional(),
  /** What those who sit in the body are called in the sentence: 理事, 會員代表. */
  seat: z.string().max(40).optional(),
  /** 應到: everybody who belongs to the body. */
  members: countSchema.optional(),
  /** 實到: who came themselves, and for whom another votes. */
  inPerson: countSchema.optional(),
  proxies: countSchema.optional(),
  /** Who may vote on this matter: those who are there without those who stand aside. */
  voters: countSchema.optional(),
  inFavour: countSchema.optional(),
  against: countSchema.optional(),
  abstained: countSchema.optional(),
  /** 未投: was there, may vote, and gave none. */
  notCast: countSchema.optional(),
});
export type Vote = z.infer<typeof voteSchema>;

/** The numbers of a vote by name, with what the interface calls them. */
export const counts = {
  members: { 'zh-Hant': '應到', 'zh-Hans': '应到', en: 'Members' },
  inPerson: { 'zh-Hant': '親自出席', 'zh-Hans': '本人到会', en: 'In person' },
  proxies: { 'zh-Hant': '委託出席', 'zh-Hans': '委托到会', en: 'By proxy' },
  voters: { 'zh-Hant': '有表決權', 'zh-Hans': '有表决权', en: 'May vote' },
  inFavour: { 'zh-Hant': '贊成', 'zh-Hans': '赞成', en: 'For' },
  against: { 'zh-Hant': '反對', 'zh-Hans': '反对', en: 'Against' },
  abstained: { 'zh-Hant': '棄權', 'zh-Hans': '弃权', en: 'Abstained' },
  notCast: { 'zh-Hant': '未投', 'zh-Hans': '未投', en: 'Not cast' },
  attending: { 'zh-Hant': '實到', 'zh-Hans': '实到', en: 'Present' },
  recused: { 'zh-Hant': '迴避', 'zh-Hans': '回避', en: 'Recused' },
} as const satisfies Record<string, Words>;
export type CountName = keyof typeof counts;

/** The four numbers that make up the voters. */
export const ballots = ['inFavour', 'against', 'abstained', 'notCast'] as const;
export type Ballot = (typeof ballots)[number];

/** A vote in which something was counted. */
export const isCounted = (vote: Vote | undefined): vote is Vote =>
  vote !== undefined && (['inFavour', 'against', 'abstained'] as const).some((name) => vote[name] !== undefined);

/** How many voted one way; what was not written down is none. */
export const tally = (vote: Vote, name: Ballot): number => vote[name] ?? 0;

/** 實到; undefined where nobody was counted. */
export const attending = ({ inPerson, proxies }: Vote): number | undefined =>
  inPerson === undefined && proxies === undefined ? undefined : (inPerson ?? 0) + (proxies ?? 0);

/** Who may vote: as counted, else those who are there without those who stand aside, else as many as voted. */
export function votersIn(vote: Vote, recused = 0): number {
  if (vote.voters !== undefined) return vote.voters;
  const there = attending(vote);
  if (there !== undefined) return Math.max(0, there - recused);
  return ballots.reduce((sum, name) => sum + tally(vote, name), 0);
}
