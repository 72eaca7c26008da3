/** 會議體: what meets (a board, a general assembly), with its members, how it counts its meetings and how it decides. */
import { z } from 'zod';
import { type Region, regionSchema, type Script, scriptSchema } from '../language.ts';
import { idSchema, newId } from '../minutes/id.ts';
import { usualPattern } from '../registers/numbering.ts';
import { ruleTableSchema } from '../minutes/votes/rule.ts';
import { holdsOn, spanShape } from './day.ts';
import { sameKey } from './person.ts';

/** 成員: a seat in a body, held by a person of the directory from when to when. */
export const memberSchema = z.strictObject({
  personId: idSchema,
  /** 理事, 常務理事, 監事, 會員代表. */
  seat: z.string().max(100),
  /** Place in the order of rank, from 1; null where none was given. */
  rank: z.int().min(1).max(99_999).nullable(),
  /** Counts towards 應到 and may vote. */
  voting: z.boolean(),
  ...spanShape,
});
export type Member = z.infer<typeof memberSchema>;

/** 職務次序, 姓氏筆畫, or as she has put them. */
const memberOrderSchema = z.enum(['rank', 'strokes', 'hand']);

const count = z.int().min(1).max(9999).nullable();

export const bodyCardSchema = z.strictObject({
  id: idSchema,
  /** 單位: whose body it is. */
  organisation: z.string().max(500),
  name: z.string().max(500),
  region: regionSchema,
  script: scriptSchema,
  members: z.array(memberSchema).max(5000),
  order: memberOrderSchema,
  /** 決議編號, e.g. 「{屆}-{次}-{序}」 or 「理{年}第{序}號」; '' where decisions are not numbered. */
  numbering: z.string().max(100),
  /** 屆 and 次 of the first meeting that is kept here; null where it does not count them. */
  series: z.strictObject({ term: count, session: count }),
  /** How it decides; absent = not said yet. */
  rules: ruleTableSchema.optional(),
  note: z.string().max(5000),
});
export type BodyCard = z.infer<typeof bodyCardSchema>;

interface BodyPreset {
  /** Bodies that are usual there, in 繁體. */
  names: readonly string[];
  seats: readonly string[];
  numbering: string;
}

/** What is usual in a region: offered, never put in by itself. */
export const bodyPresets: Readonly<Record<Region, BodyPreset>> = {
  CN: {
    names: ['會員代表大會', '理事會', '常務理事會', '監事會', '會長辦公會'],
    seats: ['會長', '理事長', '副會長', '副理事長', '秘書長', '常務理事', '理事', '監事長', '監事', '會員代表'],
    numbering: usualPattern.CN,
  },
  TW: {
    names: ['會員大會', '會員代表大會', '理事會', '常務理事會', '監事會', '理監事聯席會議'],
    seats: ['理事長', '副理事長', '常務理事', '理事', '常務監事', '監事', '候補理事', '候補監事', '會員代表'],
    numbering: usualPattern.TW,
  },
  HK: {
    names: ['會員大會', '執行委員會', '理事會', '幹事會'],
    seats: ['主席', '副主席', '秘書', '司庫', '執行委員', '委員', '會員'],
    numbering: usualPattern.HK,
  },
};

/** A body with nobody in it. */
export const newBodyCard = (region: Region, script: Script): BodyCard => ({
  id: newId(),
  organisation: '',
  name: '',
  region,
  script,
  members: [],
  order: 'hand',
  numbering: '',
  series: { term: null, session: null },
  note: '',
});

/**
 * Who has a seat on a day, in the order of the list: of several seats of the same person the one that began last.
 * Without a day, those whose time is not over.
 */
export function membersAt({ members }: Pick<BodyCard, 'members'>, day: string | null): Member[] {
  const holding = members.filter((member) => holdsOn(member, day));
  const latest = new Map<string, Member>();
  for (const member of holding) {
    const known = latest.get(member.personId);
    if (!known || (member.since ?? '') > (known.since ?? '')) latest.set(member.personId, member);
  }
  return holding.filter((member) => latest.get(member.personId) === member);
}

/** 應到: how many are due at a meeting on a day. */
export const dueAt = (body: Pick<BodyCard, 'members'>, day: string | null): number => membersAt(body, day).filter(({ voting }) => voting).length;

/** The body of an organisation by its name; null where there is none, or no name to go by. */
export function findBody<Body extends Pick<BodyCard, 'organisation' | 'name'>>(bodies: readonly Body[], { organisation, name }: Pick<BodyCard, 'organisation' | 'name'>): Body | null {
  const key = sameKey(name);
  if (key === '') return null;
  const named = bodies.filter((body) => sameKey(body.name) === key);
  return named.find((body) => sameKey(body.organisation) === sameKey(organisation)) ?? null;
}
