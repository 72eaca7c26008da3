/** Collects lines of inline content while pasted HTML is walked: white space as a page shows it, marks in stored order. */
import { type Inline, type Mark, marks as markOrder } from '#shared/minutes/inline.ts';

const wide = '\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2018-\u201d\u2026\u00b7';
/** Programs fold long lines of their HTML; between Chinese characters the fold is not a space. */
const folds = new RegExp(`(?<=[${wide}])[ \\t]*[\\r\\n][ \\t\\r\\n]*(?=[${wide}])`, 'g');
const endsWide = new RegExp(`[${wide}]$`);
const startsWide = new RegExp(`^[${wide}]`);

export class Line {
  private parts: Inline[] = [];
  /** A folded line end after a Chinese character: a space only if no Chinese character follows. */
  private folded = false;

  /** Adds text with its marks; white space is folded unless `pre`. */
  text(raw: string, marks: ReadonlySet<Mark>, link: string | undefined, pre: boolean): void {
    if (pre) {
      raw.split(/\r?\n/).forEach((line, index) => {
        if (index > 0) this.parts.push({ type: 'break' });
        this.push(line.replaceAll('\t', ' ').replaceAll('\u00a0', ' '), marks, link);
      });
      return;
    }
    let text = raw.replaceAll(folds, '');
    const head = /^[ \t]*[\r\n][ \t\r\n]*/.exec(text)?.[0] ?? '';
    if (head !== '' && endsWide.test(this.lastText())) {
      text = text.slice(head.length);
      this.folded = true;
    }
    if (text === '') return;
    if (this.folded && !startsWide.test(text)) text = ` ${text}`;
    this.folded = false;
    const tail = /[ \t]*[\r\n][ \t\r\n]*$/.exec(text)?.[0] ?? '';
    if (tail !== '' && endsWide.test(text.slice(0, -tail.length))) {
      text = text.slice(0, -tail.length);
      this.folded = true;
    }
    text = text.replaceAll(/[ \t\r\n\f]+/g, ' ').replaceAll('\u00a0', ' ');
    const before = this.lastText();
    if ((before === '' || before.endsWith(' ')) && text.startsWith(' ')) text = text.slice(1);
    this.push(text, marks, link);
  }

  break(): void {
    this.folded = false;
    this.parts.push({ type: 'break' });
  }

  /** The paragraphs collected so far, trimmed; two breaks in a row part paragraphs. Empty ones are left out. */
  take(): Inline[][] {
    const paragraphs: Inline[][] = [[]];
    const parts = this.parts;
    this.parts = [];
    this.folded = false;
    parts.forEach((part, index) => {
      const doubled = part.type === 'break' && (parts[index + 1]?.type === 'break' || parts[index - 1]?.type === 'break');
      if (doubled) paragraphs.push([]);
      else paragraphs.at(-1)?.push(part);
    });
    return paragraphs.map(trim).filter((paragraph) => paragraph.length > 0);
  }

  private lastText(): string {
    const last = this.parts.at(-1);
    return last?.type === 'text' ? last.text : '';
  }

  private push(text: string, marks: ReadonlySet<Mark>, link: string | undefined): void {
    if (text === '') return;
    const ordered = markOrder.filter((mark) => marks.has(mark));
    const last = this.parts.at(-1);
    if (last?.type === 'text' && last.link === link && (last.marks ?? []).join() === ordered.join()) {
      this.parts[this.parts.length - 1] = { ...last, text: last.text + text };
      return;
    }
    this.parts.push({ type: 'text', text, ...(ordered.length > 0 && { marks: ordered }), ...(link && { link }) });
  }
}

/** Without white space (ideographic indents too) and breaks at both ends. */
function trim(inline: Inline[]): Inline[] {
  const parts = [...inline];
  for (;;) {
    const first = parts[0];
    if (!first || first.type === 'blank') break;
    const text = first.type === 'text' ? first.text.replace(/^[ \u3000]+/, '') : '';
    if (text === '') parts.shift();
    else {
      if (first.type === 'text') parts[0] = { ...first, text };
      break;
    }
  }
  for (;;) {
    const last = parts.at(-1);
    if (!last || last.type === 'blank') break;
    const text = last.type === 'text' ? last.text.replace(/[ \u3000]+$/, '') : '';
    if (text === '') parts.pop();
    else {
      if (last.type === 'text') parts[parts.length - 1] = { ...last, text };
      break;
    }
  }
  return parts;
}
