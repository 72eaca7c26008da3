/** A proof in words. */
import type { Language } from '../language.ts';
import { proof as strings } from '../locale/proof.ts';
import { proofClauses } from '../locale/proof-clauses.ts';
import { type Defect, defectPlaces } from './defect.ts';
import type { Clause, ProofFace, Value } from './proof.ts';

type Key = keyof (typeof strings)['en'];

/** A sentence of the proof with its places filled in. */
export const proofText = (language: Language, key: Key, params: Readonly<Record<string, string | number>> = {}): string =>
  strings[language][key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));

/** The sizes of type that have a name. */
const sizes: Readonly<Record<number, readonly [hant: string, hans: string]>> = {
  42: ['初號', '初号'], 36: ['小初', '小初'], 26: ['1號', '1号'], 24: ['小1', '小1'], 22: ['2號', '2号'], 18: ['小2', '小2'],
  16: ['3號', '3号'], 15: ['小3', '小3'], 14: ['4號', '4号'], 12: ['小4', '小4'], 10.5: ['5號', '5号'], 9: ['小5', '小5'],
};

/** A value as it is read. */
export function tellValue(value: Value, language: Language): string {
  return value
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('word' in part) return strings[language][`word.${part.word}`];
      const name = sizes[part.pt]?.[language === 'zh-Hans' ? 1 : 0];
      return name === undefined ? proofText(language, 'size.plain', { pt: part.pt }) : proofText(language, 'size.named', { name, pt: part.pt });
    })
    .join('');
}

/** What a clause is about: 「天頭」, 「表格文字：字型、字級」. */
export function tellClause({ id, role }: Pick<Clause, 'id' | 'role'>, language: Language): string {
  const words: Readonly<Record<string, string>> = proofClauses[language];
  const name = words[id] ?? id;
  if (role === undefined) return name;
  return `${words[`role.${role}`] ?? role}${language === 'en' ? ': ' : '：'}${name}`;
}

/** Where a clause is not held: the first place, and how many there are. */
export function tellPlace({ place, broken }: Pick<Clause, 'place' | 'broken'>, language: Language): string {
  if (!place) return '';
  return broken > 1 ? proofText(language, 'places', { text: place.text, count: broken }) : proofText(language, 'place', { text: place.text });
}

/** What becomes of a face that is missing. */
export const tellFace = ({ name, characters, standIn }: ProofFace, language: Language): string =>
  standIn === null ? proofText(language, 'face.missing.unknown', { name, characters }) : proofText(language, 'face.missing', { name, characters, standIn });

/** What Word may refuse or repair, and where: 「內文：有一個表格列沒有儲存格」. */
export function tellDefect({ code, part, name }: Defect, language: Language): string {
  const place = defectPlaces.find((one) => part.replace(/\d*\.xml$/, '') === `word/${one}`) ?? 'other';
  return proofText(language, 'defect', { place: strings[language][`defect.place.${place}`], what: proofText(language, `defect.${code}`, { name }) });
}
