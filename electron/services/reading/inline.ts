/** Runs of a file as inline content of a record. */
import type { ReadParagraph, ReadRun } from '#electron/docx/reading/index.ts';
import type { Inline } from '#shared/minutes/inline.ts';
import { term } from '#shared/minutes/section.ts';
import type { Script } from '#shared/language.ts';

const noteWords = { footnote: term('註', '注'), endnote: term('尾註', '尾注') } as const;

/** The content of a paragraph, notes in their places: 〔註1〕 where it is marked, 〔註1：…〕 at the end. */
export function inlineOfParagraph({ runs, notes }: Pick<ReadParagraph, 'runs' | 'notes'>, script: Script, own: boolean): Inline[] {
  const name = (at: number): string => {
    const note = notes[at];
    return note ? `${noteWords[note.kind][script]}${note.number}` : '';
  };
  const inline = runs.flatMap((run): Inline[] => {
    if (run.note !== undefined) return [{ type: 'text', text: `〔${name(run.note)}〕`, marks: ['superscript'] }];
    const blank = own && run.marks.join() === 'highlight' ? /^〔([^〔〕\n]{1,60})〕$/.exec(run.text)?.[1] : undefined;
    return blank === undefined ? withBreaks(run) : [{ type: 'blank', label: blank }];
  });
  const ends = notes.map(({ text }, at): Inline => ({ type: 'text', text: `〔${name(at)}：${text.replace(/\s*\n\s*/g, ' ')}〕` }));
  return joined([...inline, ...ends]);
}

function withBreaks({ text, marks, link }: ReadRun): Inline[] {
  return text.split('\n').flatMap((part, index): Inline[] => [
    ...(index > 0 ? [{ type: 'break' as const }] : []),
    ...(part === '' ? [] : [{ type: 'text' as const, text: part, ...(marks.length > 0 && { marks: [...marks] }), ...(link !== undefined && { link }) }]),
  ]);
}

/** Neighbours that look the same as one run: what they differ in (faces) is not kept. */
export function joined(inline: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const part of inline) {
    const last = result.at(-1);
    if (part.type === 'text' && last?.type === 'text' && last.link === part.link && (last.marks ?? []).join() === (part.marks ?? []).join()) last.text += part.text;
    else result.push({ ...part });
  }
  return result;
}

/** The lines of a content: cut at its breaks, without white space around them and without empty ones. */
export function cutAtBreaks(inline: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const part of inline) {
    if (part.type === 'break') lines.push([]);
    else lines.at(-1)?.push(part);
  }
  return lines.map(trimmed).filter((line) => line.length > 0);
}

/** Without white space at both ends. */
export function trimmed(inline: readonly Inline[]): Inline[] {
  const parts = [...inline];
  for (let first = parts[0]; first && isSpace(first); first = parts[0]) parts.shift();
  for (let last = parts.at(-1); last && isSpace(last); last = parts.at(-1)) parts.pop();
  const [first, last] = [parts[0], parts.at(-1)];
  if (first?.type === 'text') parts[0] = { ...first, text: first.text.trimStart() };
  if (last?.type === 'text') parts[parts.length - 1] = { ...(parts.length === 1 ? (parts[0] as typeof last) : last), text: (parts.length === 1 ? (parts[0] as typeof last) : last).text.trimEnd() };
  return parts;
}

const isSpace = (part: Inline): boolean => part.type === 'break' || (part.type === 'text' && part.text.trim() === '');
