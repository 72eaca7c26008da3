/** Motions in the 案由／說明／辦法／決議 form. */
import { type Block, type BlockOf, sections } from '../blocks/index.ts';
import { readMarker } from '../../text/numerals.ts';
import { partsText } from '../section.ts';
import { fieldText, headedBy, isFixed, type Line, lineOf, type Paper, sameOnPaper, section } from './build.ts';
import { matterKindOf, outcomeOf } from './decisions.ts';
import { readLabel } from './head.ts';

/** 第一案 案由：, 案由（一）：, 提案一： */
const matterLabel = /^(?:第.{1,4}案)?(?:案由|提案)(?:[一二三四五六七八九十]{1,3}|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,3})?$/;
const decisionLabel = /^(?:大会|会议|理事会)?决议$/;
/** A motion is not longer than this; what is longer is not surely one motion. */
const longest = 60;

const labelOf = (line: Line) => {
  const marker = readMarker(line.text);
  return readLabel(marker ? lineOf(line.text.slice(marker.length)) : line);
};

/**
 * The motion that begins at a line, and how many lines it takes; null where the line begins none, or where no 決議
 * follows before the next motion.
 */
export function readMotion(lines: readonly Line[], at: number, paper: Paper, extempore: boolean): { block: Block; lines: number; between: readonly Line[] } | null {
  const first = lines[at];
  const matter = first && labelOf(first);
  if (!first || !matter || !matterLabel.test(matter.label) || matter.value.text === '') return null;
  for (let end = at + 1; end < Math.min(lines.length, at + longest); end++) {
    const line = lines[end];
    const label = line && !isFixed(line) && labelOf(line);
    if (!line || !label) continue;
    if (matterLabel.test(label.label)) return null;
    if (!decisionLabel.test(label.label)) continue;
    const decision = fieldText(label.value.text);
    const values = { form: 'itemised', outcome: outcomeOf(label.value.folded), matterKind: matterKindOf(matter.value.folded) } as const;
    const fields = { matter: matter.value.text, decision };
    const [print] = sections.resolution.section.layout(values, paper.region).after;
    const exact = decision !== '' && sameOnPaper(partsText(print ?? [], fields, paper.script), line.text);
    if (!exact) return null;
    const between = lines.slice(at + 1, end);
    if (!extempore) return { block: headedBy(section('resolution', fields, values, []), first.text, paper), lines: end - at + 1, between };
    const block = section('extemporeMotion', fields, values, []);
    const taken = readMovers(block, between, paper);
    return { block: headedBy(block, first.text, paper), lines: end - at + 1, between: between.slice(taken) };
  }
  return null;
}

const movers: readonly (readonly [RegExp, 'mover' | 'seconder'])[] = [
  [/^动议人?$/, 'mover'],
  [/^[附和]议人?$/, 'seconder'],
];

/** Reads who moved and who seconded from the lines under a matter; how many of them the fields print exactly. */
function readMovers(block: BlockOf<'extemporeMotion'>, lines: readonly Line[], paper: Paper): number {
  const { before } = sections.extemporeMotion.section.layout(block.values, paper.region);
  let taken = 0;
  movers.forEach(([pattern, field], place) => {
    const line = lines[taken];
    const labelled = line && readLabel(line);
    if (!line || !labelled || !pattern.test(labelled.label)) return;
    const value = fieldText(labelled.value.text);
    if (value === '' || !sameOnPaper(partsText(before[place] ?? [], { ...block.fields, [field]: value }, paper.script), line.text)) return;
    block.fields[field] = value;
    taken += 1;
  });
  return taken;
}
