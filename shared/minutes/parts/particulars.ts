import type { Region } from '../../language.ts';
import { formatPeriod } from '../../text/dates.ts';
import { widthOf } from '../../text/width.ts';
import type { Block, BlockOf } from '../blocks/index.ts';
import { chairOf } from '../head.ts';
import { plain } from '../inline.ts';
import type { PrintParagraph } from '../print.ts';
import { type AttendanceState, rosterLines } from '../roster.ts';
import { type Term, term } from '../section.ts';
import { type Label, labelText } from './labels.ts';
import type { Part } from './part.ts';

/** A line of the head, by the field that it shows. */
export type Particular = 'documentNumber' | 'time' | 'place' | AttendanceState | 'chair' | 'recorder';

/** In the order of the region; what it calls each, with the English that Hong Kong puts beside it. */
const usual: readonly (readonly [Particular, Term, string])[] = [
  ['documentNumber', term('文號', '文号'), 'Ref.'],
  ['time', term('時間', '时间'), 'Time'],
  ['place', term('地點', '地点'), 'Venue'],
  ['present', term('出席', '出席'), 'Present'],
  ['proxy', term('委託出席', '委托出席'), 'By proxy'],
  ['inAttendance', term('列席', '列席'), 'In attendance'],
  ['leave', term('請假', '请假'), 'Absent with apologies'],
  ['absent', term('缺席', '缺席'), 'Absent'],
  ['chair', term('主席', '主席'), 'Chairman'],
  ['recorder', term('紀錄', '纪录'), 'Recorder'],
];

const others: Partial<Record<Region, Partial<Record<Particular, readonly [Term, string]>>>> = {
  HK: {
    documentNumber: [term('檔號', '档号'), 'Ref.'],
    leave: [term('因事缺席', '因事缺席'), 'Absent with apologies'],
    recorder: [term('記錄', '记录'), 'Recorder'],
  },
  CN: { chair: [term('主持人', '主持人'), 'Chair'], recorder: [term('記錄', '记录'), 'Recorder'] },
};
/** Hong Kong names who was there from the chair on. */
const chairFirst: readonly Particular[] = ['documentNumber', 'time', 'place', 'chair', 'present', 'proxy', 'inAttendance', 'leave', 'absent', 'recorder'];

/** What each line is called in a region, in its order. */
export function particularLabels(region: Region): (readonly [Particular, Label])[] {
  const lines = region === 'HK' ? chairFirst.flatMap((name) => usual.filter(([one]) => one === name)) : usual;
  return lines.map(([name, words, english]) => {
    const [own, beside] = others[region]?.[name] ?? [words, english];
    return [name, { words: own, english: beside }] as const;
  });
}

/** 時間、地點、出席、列席、請假、缺席、主席、紀錄 at the head of a record, a line each, with how many were there. */
export const particulars: Part = (document, layout) => {
  const { meta, roster, blocks } = document;
  const { region, script } = meta;
  const sections = blocks.filter(isAttendance);
  const written = (state: AttendanceState): string => sections.map(({ fields }) => fields[state]).filter(Boolean).join('、');
  const isWritten = sections.some(({ fields, body }) => Object.entries(fields).some(([name, text]) => name !== 'chair' && text !== '') || !isEmpty(body));
  const there = rosterLines(isWritten ? [] : roster, script);
  const who = (state: AttendanceState): string => (isWritten ? written(state) : there[state]);
  const texts: Record<Particular, string> = {
    documentNumber: meta.documentNumber,
    time: meta.start ? formatPeriod(meta.start, meta.end, region, script) : '',
    place: meta.place,
    present: counted(who('present')),
    proxy: who('proxy'),
    inAttendance: who('inAttendance'),
    leave: who('leave'),
    absent: who('absent'),
    chair: chairOf(document),
    recorder: meta.recorder,
  };
  return particularLabels(region)
    .filter(([name]) => texts[name] !== '')
    .map(([name, label]): PrintParagraph => {
      const text = `${labelText(label, script, layout)}：`;
      const width = widthOf(text);
      return { type: 'paragraph', style: 'metaLine', own: { indent: { left: width, hanging: width } }, runs: plain(text + texts[name]) };
    });
};

/** The names of those who were there as they print: with 「（共4人）」 where they are all told and do not say it. */
export function counted(names: string): string {
  const people = names.split('、').filter((name) => name.trim() !== '').length;
  return people > 1 && !/等|[0-9一二三四五六七八九十]\s*[人位名]/.test(names) ? `${names}（共${people}人）` : names;
}

/** Names without the count behind them, where it is the one that would print again. */
export function uncounted(text: string): string {
  const names = text.replace(/（共\d+人）$/, '');
  return counted(names) === text ? names : text;
}

const isAttendance = (block: Block): block is BlockOf<'attendance'> => block.kind === 'attendance';
const isEmpty = (body: BlockOf<'attendance'>['body']): boolean => body.every((block) => block.kind === 'paragraph' && block.inline.length === 0);
