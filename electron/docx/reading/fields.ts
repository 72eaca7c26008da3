/** Fields of Word: their results are text, their codes are not, except where a code alone draws something. */
import { child, children, isOn, valueOf, type XmlElement } from './xml.ts';

interface Field {
  code: string;
  /** What it draws in place of its result; undefined where the result is its text. */
  form: string | undefined;
  isResult: boolean;
}

/** Follows the fields of a text from their begin to their end, through paragraphs. */
export class Fields {
  private readonly open: Field[] = [];
  private readonly showsContents: boolean;

  /** `showsContents`: 目錄 is text like any other. */
  constructor(showsContents: boolean) {
    this.showsContents = showsContents;
  }

  /** Takes a `w:fldChar`; what the field draws itself when it ends without a result, '' otherwise. */
  mark(element: XmlElement): string {
    const kind = element.attributes['w:fldCharType'];
    if (kind === 'begin') this.open.push({ code: '', form: formOf(child(element, 'w:ffData')), isResult: false });
    const field = this.open.at(-1);
    if (kind === 'separate' && field?.form === undefined && field) field.isResult = true;
    if (kind !== 'end') return '';
    this.open.pop();
    return field && !field.isResult ? (field.form ?? drawn(field.code)) : '';
  }

  /** Takes the text of a `w:instrText`. */
  instruct(code: string): void {
    const field = this.open.at(-1);
    if (field && !field.isResult && field.code.length < 5000) field.code += code;
  }

  /** Whether text now is part of a code, which is not shown: of the condition of an IF, say. */
  get isCode(): boolean {
    return this.open.some(({ isResult }) => !isResult);
  }

  /** A code that its paragraph does not end is none: the file is damaged, and its text is shown. */
  endParagraph(): void {
    for (const field of this.open) field.isResult = true;
  }

  /** Whether text now is part of 目錄, which a program makes. */
  get isContents(): boolean {
    return !this.showsContents && this.open.some(({ code, isResult }) => isResult && /^\s*TOC\b/i.test(code));
  }

  /** The address of the link in whose result the text stands. */
  get link(): string | undefined {
    const field = this.open.findLast(({ code, isResult }) => isResult && /^\s*HYPERLINK\s/i.test(code));
    return field && linkOf(field.code);
  }
}

const linkOf = (code: string): string | undefined => /^\s*HYPERLINK\s+"([^"]*)"/i.exec(code)?.[1];

/** The box of a form as it is ticked, and the entry of a list that was chosen. */
function formOf(data: XmlElement | undefined): string | undefined {
  const box = child(data, 'w:checkBox');
  if (box) return (isOn(box, 'w:checked') ?? isOn(box, 'w:default')) ? '☑' : '☐';
  const list = child(data, 'w:ddList');
  return children(list, 'w:listEntry')[Number(valueOf(list, 'w:result') ?? valueOf(list, 'w:default') ?? 0)]?.attributes['w:val'];
}

/** 帶圈字元 and 分散對齊 are drawn by a code without a result: EQ \o\ac(○,3). */
export function drawn(code: string): string {
  const equation = /^\s*EQ\s+\\o\s*\\a([cdl])\s*\((.*)\)\s*$/is.exec(code);
  if (!equation) return '';
  const parts = (equation[2] ?? '').split(/[,;，]/).map((part) => part.replace(/\\[a-z]+\s*\d*\s*\(([^()]*)\)?/gi, '$1').trim());
  if (equation[1]?.toLowerCase() !== 'c') return parts[0] ?? '';
  const [, inside = ''] = parts;
  return /^(?:[1-9]|1\d|20)$/.test(inside) && parts[0] === '○' ? String.fromCodePoint(0x2460 + Number(inside) - 1) : inside;
}
