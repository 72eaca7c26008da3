/** How a person is named in running text, by the usage of the region; and where a record mentions whom. */
import type { Region } from '../language.ts';
import type { Block } from './blocks/index.ts';
import type { Inline, TextRun } from './inline.ts';
import type { Person } from './roster.ts';
import { blocksWithin, inlineOf } from './walk.ts';

export type Named = Pick<Person, 'name' | 'organisation' | 'title'>;

/**
 * 姓名＋職務 or 職務＋姓名. On the mainland somebody is introduced with 單位＋職務＋姓名 and then called 姓名＋職務
 * (市園林局副局長方若蘭 … 方若蘭副局長); in Taiwan records say 職務＋姓名 throughout (理事長石仲平), in Hong Kong 姓名＋職務
 * (陳文主席).
 */
const usage: Readonly<Record<Region, Readonly<Record<'first' | 'later', readonly (keyof Named)[]>>>> = {
  CN: { first: ['organisation', 'title', 'name'], later: ['name', 'title'] },
  TW: { first: ['title', 'name'], later: ['title', 'name'] },
  HK: { first: ['name', 'title'], later: ['name', 'title'] },
};

/** A person as the text of a region names them; `first` where it has not named them before. */
export function mentionText(person: Named, region: Region, { first, own = '' }: { first: boolean; own?: string }): string {
  const order = usage[region][first ? 'first' : 'later'];
  const isOwn = person.organisation === own;
  const parts = { ...person, organisation: isOwn ? '' : person.organisation, title: first && region === 'CN' ? person.title : shortTitle(person.title) };
  // Among one's own nobody is introduced: 石仲平理事長.
  const words = first && region === 'CN' && parts.organisation === '' ? usage.CN.later : order;
  return words.map((key) => parts[key]).join('').replace(/\s+/g, ' ').trim();
}

/** Of several titles the last: 「…主任委員、…院院長、中國工程院院士」 is 院士 wherever they speak. */
function shortTitle(title: string): string {
  const last = title.split('、').at(-1) ?? '';
  return /[\u3400-\u9fff]/.test(last) ? last : title;
}

export interface MentionPlace {
  blockId: string;
  /** As it is written there. */
  text: string;
}

/** Where a record mentions a person, by any of the ids that stand for them, in the order of the text. */
export function mentionsOf(blocks: readonly Block[], ids: readonly string[]): MentionPlace[] {
  const wanted = new Set(ids);
  const places: MentionPlace[] = [];
  for (const top of blocks) {
    for (const block of blocksWithin(top)) {
      for (const run of inlineOf(block)) if (isMention(run) && wanted.has(run.person)) places.push({ blockId: block.id, text: run.text });
    }
  }
  return places;
}

const isMention = (run: Inline): run is TextRun & { person: string } => run.type === 'text' && run.person !== undefined;

/**
 * What a mention says after its person was renamed: the same form with the new name and title. null where it does not
 * hold the old name, so that it was rewritten by hand.
 */
export function renamed(text: string, before: Named, after: Named): string | null {
  if (before.name === '' || !text.includes(before.name)) return null;
  const at = text.indexOf(before.name);
  const [left, right] = [text.slice(0, at), text.slice(at + before.name.length)];
  const titles: [string, string][] = [[before.title, after.title], [shortTitle(before.title), shortTitle(after.title)]];
  const rewrite = (part: string): string => {
    const whole = before.organisation === '' ? part : part.replace(before.organisation, () => after.organisation);
    const title = titles.find(([from]) => from !== '' && whole.includes(from));
    return title ? whole.replace(title[0], () => title[1]) : whole;
  };
  return rewrite(left) + after.name + rewrite(right);
}
