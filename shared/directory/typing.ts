/** Who is meant by what is typed: a part of a name, a title or an organisation, or the initials of a reading. */
import { foldScript } from '../text/fold.ts';
import { zhuyinInitial } from '../text/zhuyin.ts';

/** Somebody who can be meant. */
export interface Candidate {
  name: string;
  aliases?: readonly string[];
  organisation: string;
  title: string;
}

/** The readings of a name in pinyin without tones, a syllable for each character: 石仲平 → shi zhong ping. */
export type Syllables = readonly string[];

/** How well something fits: lower is better; null where it does not. */
export function fitOf(typed: string, candidate: Candidate, readings: readonly Syllables[]): number | null {
  const text = foldScript(typed).replace(/\s+/g, '');
  if (text === '') return 0;
  const names = [candidate.name, ...(candidate.aliases ?? [])].map((name) => foldScript(name).replace(/\s+/g, ''));
  if (names.some((name) => name.startsWith(text))) return 1;
  if (/^[a-z]+$/.test(text) && readings.some((syllables) => fitsPinyin(text, syllables))) return 2;
  if (/^[\u3105-\u3129]+$/.test(text) && readings.some((syllables) => fitsZhuyin(text, syllables))) return 2;
  // The given name alone: 仲平 for 石仲平.
  if (names.some((name) => name.slice(1).includes(text))) return 3;
  const [title, organisation] = [foldScript(candidate.title), foldScript(candidate.organisation)];
  if (title.startsWith(text)) return 4;
  if (`${title}${names[0] ?? ''}`.includes(text) || `${names[0] ?? ''}${title}`.includes(text)) return 5;
  return organisation.includes(text) || `${organisation}${title}`.includes(text) ? 6 : null;
}

/** Each syllable is typed whole, in its beginning, or left out at the end: szp, shizp, shizhongp, shi. */
function fitsPinyin(typed: string, syllables: Syllables): boolean {
  const from = (at: number, syllable: number): boolean => {
    if (at === typed.length) return true;
    const sound = syllables[syllable];
    if (sound === undefined) return false;
    for (let length = 1; length <= sound.length && typed.startsWith(sound.slice(0, length), at); length++) {
      if (from(at + length, syllable + 1)) return true;
    }
    return false;
  };
  return from(0, 0) || syllables.slice(1).some((_, index) => fitsFromStart(typed, syllables.slice(index + 1)));
}

/** The given name alone, by initials or whole syllables. */
const fitsFromStart = (typed: string, syllables: Syllables): boolean =>
  syllables.map((sound) => sound.charAt(0)).join('').startsWith(typed) || syllables.join('').startsWith(typed);

/** The first sign of each syllable as a keyboard of 注音 has it: ㄕㄓㄆ. */
function fitsZhuyin(typed: string, syllables: Syllables): boolean {
  const initials = syllables.map(zhuyinInitial).join('');
  return initials.startsWith(typed) || initials.slice(1).startsWith(typed);
}
