/** The words of stages and corrections as a record says them. */
import type { MinutesDocument } from './document.ts';
import { term, type Term } from './section.ts';
import type { Correction, Stage } from './stage.ts';

export const stageTerms: Readonly<Record<Stage, Term>> = {
  draft: term('退回草稿', '退回草稿'),
  submitted: term('送核', '送审'),
  final: term('定稿', '定稿'),
  confirmed: term('已確認', '已确认'),
};

export const correctionWords = { before: term('更正前', '更正前'), after: term('更正後定稿', '更正后定稿') } as const;

/** One 更正 that was finished, for the next meeting that confirms the record. */
export interface CorrectionNote extends Correction {
  /** When it was begun, as a day where she is. */
  day: string;
  /** No meeting has confirmed it yet. */
  isPending: boolean;
}

/** The corrections of a record that were finished, oldest first; the ones under way are not among them. */
export function correctionsOf({ meta }: Pick<MinutesDocument, 'meta'>): CorrectionNote[] {
  const confirmed = meta.stages?.findLast(({ stage }) => stage === 'confirmed')?.at ?? '';
  return (meta.corrections ?? [])
    .filter(({ after }) => after !== undefined)
    .map((correction) => ({ ...correction, day: localDay(correction.at), isPending: correction.at > confirmed }));
}

/** The day of a point in time where she is. */
function localDay(at: string): string {
  const time = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
