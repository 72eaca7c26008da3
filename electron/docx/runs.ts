/** Runs of the paper form as runs of Word. */
import { ExternalHyperlink, type IRunOptions, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Mark } from '#shared/minutes/inline.ts';
import type { PrintRun } from '#shared/minutes/print.ts';
import { cleanText } from '#shared/text/clean.ts';
import { stretches } from './text.ts';

export type Look = Omit<IRunOptions, 'children' | 'text' | 'break' | 'font'> & { font?: { ascii: string; hAnsi: string; eastAsia: string; cs: string } };

/** The runs of a paragraph in its look, with the faces that runs have of their own; neighbours with the same link become one hyperlink. */
export function wordRuns(runs: readonly PrintRun[], common: Look, face: (name: string) => Look): ParagraphChild[] {
  const written = (run: PrintRun, style: Look = {}) => wordRun(run, { ...common, ...(run.type === 'text' && run.face !== undefined && face(run.face)), ...style });
  const children: ParagraphChild[] = [];
  for (let index = 0; index < runs.length; ) {
    const link = address(runs[index]);
    const end = runs.findIndex((run, at) => at > index && address(run) !== link);
    const together = runs.slice(index, end < 0 ? runs.length : end);
    if (link === undefined) children.push(...together.flatMap((run) => written(run)));
    else children.push(new ExternalHyperlink({ link, children: together.flatMap((run) => written(run, { style: 'Hyperlink' })) }));
    index += together.length;
  }
  return children;
}

/** A text as runs: cleaned, cut by face, tabs and line ends as Word has them. */
export function textRuns(text: string, style: Look = {}): TextRun[] {
  return stretches(cleanText(text)).flatMap(({ text: stretch, chinese }) => {
    const runLook = chinese ? { ...style, font: { ...style.font, hint: 'eastAsia' } } : style;
    return stretch.split('\n').map((line, index) => {
      const children = line.split('\t').flatMap((part, tab) => (tab === 0 ? [part] : [new Tab(), part]));
      return new TextRun({ ...runLook, children: children.filter((child) => child !== ''), ...(index > 0 && { break: 1 }) });
    });
  });
}

/** A place to be filled in, marked so that nobody sends it out unseen. */
export const blankRuns = (label: string, style: Look = {}): TextRun[] => textRuns(`〔${label}〕`, { ...style, highlight: 'yellow' });

function wordRun(run: PrintRun, style: Look): TextRun[] {
  switch (run.type) {
    case 'text':
      return textRuns(run.text, { ...look(run.marks), ...style });
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'tab':
      return [new TextRun({ children: [new Tab()] })];
    case 'blank':
      return blankRuns(run.label, style);
  }
}

function look(marks: readonly Mark[] = []): Look {
  const has = (mark: Mark) => marks.includes(mark);
  return {
    ...(has('bold') && { bold: true }),
    ...(has('italic') && { italics: true }),
    ...(has('underline') && { underline: { type: 'single' as const } }),
    ...(has('strike') && { strike: true }),
    ...(has('superscript') && { superScript: true }),
    ...(has('subscript') && !has('superscript') && { subScript: true }),
    ...(has('highlight') && { highlight: 'yellow' as const }),
  };
}

/** A link as Word can open it; one that is no address stays plain text, since Word refuses the whole file. */
function address(run: PrintRun | undefined): string | undefined {
  if (run?.type !== 'text' || run.link === undefined || !URL.canParse(run.link)) return undefined;
  const url = new URL(run.link);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}
