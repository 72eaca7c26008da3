import { formatPeriod } from '../../text/dates.ts';
import { chairOf, headLabel, type HeadLine } from '../head.ts';
import { plain } from '../inline.ts';
import type { PrintParagraph } from '../print.ts';
import type { Part } from './part.ts';

/** 文號、時間、地點、主席、紀錄: a line each; one that is empty does not print. */
export const data: Part = (document) => {
  const { meta } = document;
  const { region, script } = meta;
  const lines: [HeadLine, string][] = [
    ['documentNumber', meta.documentNumber],
    ['time', meta.start ? formatPeriod(meta.start, meta.end, region, script) : ''],
    ['place', meta.place],
    ['chair', chairOf(document)],
    ['recorder', meta.recorder],
  ];
  return lines
    .filter(([, text]) => text !== '')
    .map(([line, text]): PrintParagraph => ({ type: 'paragraph', style: 'metaLine', runs: plain(`${headLabel(line, region, script)}：${text}`) }));
};
