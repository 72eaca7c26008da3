/** An election as text tells it: 「石仲平15票、柳思源14票」, 「發出選票18張，收回18張」, in either script. */
import { foldScript } from '../../text/fold.ts';
import { numeralPattern, parseNumeral } from '../../text/numerals.ts';
import { newId } from '../id.ts';
import type { ElectionData } from './election.ts';

const number = `((?<![0-9])[0-9]{1,7}|${numeralPattern}{1,8})`;
const sheets: readonly (readonly ['issued' | 'returned' | 'valid' | 'void' | 'seats' | 'alternates', RegExp])[] = [
  ['issued', new RegExp(`发出(?:选票)?(?:共|计)?${number}[张票]`)],
  ['returned', new RegExp(`收回(?:选票)?(?:共|计)?${number}[张票]`)],
  ['valid', new RegExp(`有效(?:选)?票?(?:共|计)?${number}[张票]`)],
  ['void', new RegExp(`(?:废|无效)(?:选)?票?(?:共|计)?${number}[张票]`)],
  ['seats', new RegExp(`应选(?:出)?[^0-9,;。]{0,8}?${number}[名人]`)],
  ['alternates', new RegExp(`候补(?:当选人)?${number}[名人]`)],
];

/** A name of two to four characters and how many votes it has: 石仲平15票, 石仲平得15票, 石仲平（15票）. */
const candidate = new RegExp(`(?<![\\u4e00-\\u9fff·])([\\u4e00-\\u9fff·]{2,6}?)(?:得票|获得|得|获)?[\\s:,(]*${number}票`, 'dg');
/** Words of votes that are nobody's name. */
const noName = /[票选得共计]|^(?:赞成|同意|反对|弃权|未投|有效|无效|其中|合计|各|门槛)/;
/** What stands in front of the first name. */
const lead = /(?:当选|候补)(?:者|人)?(?:为|是)?[:,\s]*|[\u4e00-\u9fff]{2,12}:\s*/g;

/** What a text tells of an election; null where it names no candidate with votes. */
export function readElection(text: string): Pick<ElectionData, 'issued' | 'returned' | 'valid' | 'void' | 'seats' | 'alternates' | 'candidates'> | null {
  // What leads to a name is cut off from it, place for place.
  const folded = foldScript(text).replace(lead, (words) => ','.repeat(words.length));
  const candidates = [...folded.matchAll(candidate)].flatMap((match) => {
    const [, name = '', votes = ''] = match;
    const value = valueOf(votes);
    const [start, end] = match.indices?.[1] ?? [0, 0];
    return value === null || noName.test(name) ? [] : [{ id: newId(), name: text.slice(start, end), votes: value }];
  });
  if (candidates.length === 0) return null;
  const whole = foldScript(text);
  const counted = sheets.flatMap(([name, pattern]) => {
    const value = valueOf(pattern.exec(whole)?.[1] ?? '');
    return value === null ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(counted), candidates };
}

const valueOf = (text: string): number | null => (/^[0-9]+$/.test(text) ? Number(text) : parseNumeral(text));
