/** The words at the head of a record, by region. */
import type { Region, Script } from '../language.ts';
import type { MinutesDocument } from './document.ts';
import { type Term, term } from './section.ts';

/** What a record calls the lines at its head. 紀錄 is the noun in Taiwan; elsewhere 記錄 is usual. */
const labels = {
  documentNumber: { CN: term('文號', '文号'), TW: term('文號', '文号'), HK: term('檔號', '档号') },
  time: { CN: term('時間', '时间'), TW: term('時間', '时间'), HK: term('時間', '时间') },
  place: { CN: term('地點', '地点'), TW: term('地點', '地点'), HK: term('地點', '地点') },
  chair: { CN: term('主持人', '主持人'), TW: term('主席', '主席'), HK: term('主席', '主席') },
  recorder: { CN: term('記錄', '记录'), TW: term('紀錄', '纪录'), HK: term('記錄', '记录') },
} satisfies Record<string, Record<Region, Term>>;

export type HeadLine = keyof typeof labels;

/** The label of a line at the head, without its colon: 「主席」, 「主持人」. */
export const headLabel = (line: HeadLine, region: Region, script: Script): string => labels[line][region][script];

/** Who chaired: as the head says, or else as the first attendance section says. */
export function chairOf(document: Pick<MinutesDocument, 'meta' | 'blocks'>): string {
  if (document.meta.chair !== '') return document.meta.chair;
  const attendance = document.blocks.find((block) => block.kind === 'attendance');
  return attendance?.fields.chair ?? '';
}
