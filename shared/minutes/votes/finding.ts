/** What the program has to say of a vote or an election, as values; the sentences are in `locale/findings.ts`. */
import type { FindingCode } from '../../locale/findings.ts';

/** refusal: the record says what the numbers do not. question: something is open or does not fit. note: good to know. */
export type Weight = 'refusal' | 'question' | 'note';

/** The field at which it is shown. */
export type FindingPlace =
  | 'outcome'
  | 'amendedText'
  | 'finaliser'
  | 'parts'
  | 'earlierAct'
  | 'owner'
  | 'due'
  | 'mover'
  | 'names'
  | 'rule'
  | 'attendance'
  | 'recusals'
  | 'count'
  | 'text'
  | 'ballots'
  | 'candidates';

/** What fills a sentence: numbers and words of the record; `base` and `outcome` are keys that the sentence names. */
export type FindingParams = Readonly<Record<string, string | number>>;

export interface Finding {
  code: FindingCode;
  weight: Weight;
  place: FindingPlace;
  params?: FindingParams;
}

/** A finding; its code says the sentence, `params` what fills it. */
export const finding = (place: FindingPlace, weight: Weight, code: FindingCode, params?: FindingParams): Finding => ({
  code,
  weight,
  place,
  ...(params && { params }),
});
