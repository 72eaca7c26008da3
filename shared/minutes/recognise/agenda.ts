/** 議程: a heading with a numbered list under it, before the meeting goes through it. */
import type { Block } from '../blocks/index.ts';
import { readMarker } from '../../text/numerals.ts';
import { numberLabel } from '../number-label.ts';
import { headedBy, type Line, paragraph, type Paper, sameOnPaper, section } from './build.ts';

const title = /^(?:[壹贰叁参肆伍陆柒捌玖拾一二三四五六七八九十]{1,3}、)?(?:会议|大会)?(?:议程|议程表|议事日程|会议程序):?$/;

/**
 * The agenda that begins at a line, and how many lines it takes. null where fewer than two numbered lines follow at
 * once: then it is the heading of the text, not a list of what will come.
 */
export function readAgenda(lines: readonly Line[], at: number, paper: Paper): { block: Block; lines: number } | null {
  const first = lines[at];
  if (!first || !title.test(first.folded)) return null;
  const level = paper.region === 'HK' ? 3 : 1;
  const items: { text: string; presenter: string; time: string }[] = [];
  for (const line of lines.slice(at + 1)) {
    const marker = readMarker(line.text);
    const text = marker ? line.text.slice(marker.length) : '';
    const isNext = marker?.level === level && sameOnPaper(marker.text, numberLabel(level, items.length + 1));
    if (!isNext || text === '' || text.length > 1000 || items.length === 300) break;
    items.push({ text, presenter: '', time: '' });
  }
  if (items.length < 2) return null;
  return { block: { ...headedBy(section('agenda', {}, {}, [paragraph('')]), first.text, paper), data: { items } }, lines: items.length + 1 };
}
