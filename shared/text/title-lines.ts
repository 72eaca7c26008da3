/** The lines of a title that is too long for one: broken between words, in the shape of a trapezium or a lozenge. */
import { widthOf } from './width.ts';

/** Words that stand together in a title though a dictionary parts them. */
const together = /(?:常[務务])?(?:理[監监]事|理事|[監监]事)[會会]?|[聯联]席[會会][議议]|第[〇零一二三四五六七八九十百\d]+[屆届次期號号條条章季](?:全[體体])?(?:[會会][議议]|大[會会])?|[\d〇零一二三四五六七八九十]+年度?|《[^》]{1,16}》|[「“][^」”]{1,12}[」”]|[A-Za-z0-9][A-Za-z0-9.,/&’'-]*/gu;
/** A character alone that ends a name: 理事|會. */
const suffix = /^[會会屆届長长局部處处廳厅委組组署院所社團团室科案]$/u;
/** What begins no line, and what ends none. */
const noStart = /^[的之、，。：；？！）〕》」』”’\s]/u;
const noEnd = /[（〔《「『“‘]$/u;
/** Above so many words, where lines may begin is looked for between the parts that a reader sees first. */
const most = 60;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * A title in as few lines of `width` characters as hold it. Lines end between words; of the ways to break, the one whose
 * lines differ least and make no rectangle and no hourglass. One line where it fits, and where it cannot be broken.
 */
export function titleLines(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text];
  const words = wordsOf(text);
  if (words.length < 2 || words.length > most) return [text];
  for (let count = Math.ceil(widthOf(text) / width); count <= 5; count += 1) {
    const best = bestBreaks(words, count, width);
    if (best) return best;
  }
  return [text];
}

/** The pieces between which a line may end. */
function wordsOf(text: string): string[] {
  const kept = [...text.matchAll(together)].map((match) => [match.index, match.index + match[0].length] as const);
  const words: string[] = [];
  let end = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const inside = kept.some(([from, to]) => index > from && index < to);
    const last = words.at(-1);
    if (last !== undefined && (inside || suffix.test(segment) || noStart.test(segment) || noEnd.test(last))) words[words.length - 1] = last + segment;
    else words.push(segment);
    end = index + segment.length;
  }
  return end === text.length ? words : [text];
}

function bestBreaks(words: readonly string[], count: number, width: number): string[] | null {
  let best: { lines: string[]; cost: number } | null = null;
  const widths = words.map(widthOf);
  const walk = (from: number, lines: string[], lengths: number[]): void => {
    if (lines.length === count - 1) {
      const last = widths.slice(from).reduce((sum, each) => sum + each, 0);
      if (last === 0 || last > width) return;
      const cost = shapeCost([...lengths, last]);
      if (!best || cost < best.cost) best = { lines: [...lines, words.slice(from).join('')], cost };
      return;
    }
    let length = 0;
    for (let to = from + 1; to < words.length; to += 1) {
      length += widths[to - 1] ?? 0;
      if (length > width) return;
      walk(to, [...lines, words.slice(from, to).join('')], [...lengths, length]);
    }
  };
  walk(0, [], []);
  return (best as { lines: string[] } | null)?.lines ?? null;
}

/** How far lines are from a good shape, in squares of characters. */
function shapeCost(lengths: readonly number[]): number {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const uneven = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length;
  const equal = lengths.some((length, index) => index > 0 && Math.abs(length - (lengths[index - 1] ?? 0)) < 1) ? 6 : 0;
  const hourglass = lengths.some((length, index) => index > 0 && index < lengths.length - 1 && length < Math.min(lengths[index - 1] ?? 0, lengths[index + 1] ?? 0)) ? 40 : 0;
  const orphan = Math.min(...lengths) < 4 ? 60 : 0;
  return uneven + equal + hourglass + orphan;
}
