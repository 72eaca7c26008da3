/** 人名錄: a person beside the meetings, with the offices they hold and held. Not the roster of one meeting: `minutes/roster.ts`. */
import { z } from 'zod';
import { idSchema, newId } from '../minutes/id.ts';
import { foldScript } from '../text/fold.ts';
import { holdsOn, spanShape } from './day.ts';

/** 職務: what somebody is, where, and from when to when. */
export const postSchema = z.strictObject({ organisation: z.string().max(300), title: z.string().max(200), ...spanShape });
export type Post = z.infer<typeof postSchema>;

export const personCardSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(100),
  /** Other names they are found by: 筆名, a name in the other script, a name of before. */
  aliases: z.array(z.string().max(100)).max(100),
  posts: z.array(postSchema).max(200),
  note: z.string().max(5000),
  /** Ids of the cards that were merged into this one: what is linked to them is linked to this. */
  former: z.array(idSchema).max(200).default([]),
});
export type PersonCard = z.infer<typeof personCardSchema>;

/** A card with nothing on it but a name. */
export const newPersonCard = (name = ''): PersonCard => ({ id: newId(), name, aliases: [], posts: [], note: '', former: [] });

/** What two ways to write the same name or organisation have in common: script, width and spaces do not count. */
export const sameKey = (text: string): string => foldScript(text).replace(/[\s·]+/g, '');

/**
 * The office that held on a day: of several the one that began last, of those in `organisation` first where that is
 * given. Without a day, the one that holds still. Null where none is known to have held.
 */
export function postAt({ posts }: Pick<PersonCard, 'posts'>, day: string | null, organisation = ''): Post | null {
  const holding = posts.filter((post) => holdsOn(post, day));
  const home = sameKey(organisation);
  const isHome = (post: Post): boolean => home !== '' && sameKey(post.organisation) === home;
  return holding.toSorted((one, other) => Number(isHome(other)) - Number(isHome(one)) || (other.since ?? '').localeCompare(one.since ?? ''))[0] ?? null;
}
