import type { Region } from '../../language.ts';
import type { Block, BlockOf } from '../blocks/index.ts';
import { plain } from '../inline.ts';
import type { PrintParagraph } from '../print.ts';
import { term } from '../section.ts';
import { type Label, labelText } from './labels.ts';
import type { Part } from './part.ts';

const chair: Label = { words: term('主席', '主席'), english: 'Chairman' };
const recorder: Label = { words: term('紀錄', '纪录'), english: 'Recorder' };
const secretary: Label = { words: term('秘書', '秘书'), english: 'Secretary' };
const handler: Label = { words: term('經辦人', '经办人'), english: 'Action officer' };
const signers: Readonly<Record<Region, readonly [Label, Label]>> = {
  TW: [chair, recorder],
  HK: [chair, secretary],
  CN: [{ words: term('主持人', '主持人'), english: 'Chair' }, { words: term('記錄', '记录'), english: 'Recorder' }],
};
const room = '＿＿＿＿＿＿＿＿';

/** What the lines are called in a region. */
export const signerLabels = (region: Region): (readonly ['chair' | 'recorder' | 'handler', Label])[] => [['chair', signers[region][0]], ['recorder', signers[region][1]], ['handler', handler]];

/** 主席 and 紀錄, in Hong Kong 主席 and 秘書, sign at the end; then who sees to the record, where it says so. Nothing where she chose that nobody signs. */
export const signing: Part = ({ meta, blocks }, layout) => {
  const { region, script, official } = meta;
  const closing = blocks.findLast(isAdjournment);
  const line = (label: Label, name: string): PrintParagraph => ({ type: 'paragraph', style: 'signature', runs: plain(`${labelText(label, script, layout)}：${name}`) });
  const [first, second] = signers[region];
  return [
    ...(closing?.values.signatures === 'none' ? [] : [line(first, closing?.fields.chair || room), line(second, closing?.fields.recorder || room)]),
    ...(layout.handlers && official?.handler ? [line(handler, official.handler)] : []),
  ];
};

/** The blocks of a record whose signatures stand at its end: nobody signs twice. */
export const withoutSigning = (blocks: readonly Block[]): Block[] => blocks.map((block) => (isAdjournment(block) ? { ...block, values: { ...block.values, signatures: 'none' } } : block));

const isAdjournment = (block: Block): block is BlockOf<'adjournment'> => block.kind === 'adjournment';
