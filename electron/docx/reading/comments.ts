/** Where the comments of a text begin, and the words that they are about. */
import type { XmlElement } from './xml.ts';

export interface CommentPlace {
  paragraph: number;
  anchor: string | null;
  quote: string;
}

/** Comments do not quote more than this. Characters. */
const longestQuote = 2000;

export class CommentPlaces {
  /** By the id of the comment. */
  readonly places = new Map<string, CommentPlace>();
  private readonly open = new Map<string, CommentPlace>();

  /** Takes a `w:commentRangeStart` or its end. */
  range({ name, attributes }: XmlElement, at: Omit<CommentPlace, 'quote'>): void {
    const id = attributes['w:id'] ?? '';
    if (name === 'w:commentRangeEnd') {
      this.open.delete(id);
      return;
    }
    if (this.places.has(id)) return;
    const place = { ...at, quote: '' };
    this.places.set(id, place);
    this.open.set(id, place);
  }

  /** Takes a `w:commentReference`: a comment without a range hangs on the paragraph of its mark. */
  mark({ attributes }: XmlElement, at: Omit<CommentPlace, 'quote'>): void {
    const id = attributes['w:id'] ?? '';
    this.open.delete(id);
    if (!this.places.has(id)) this.places.set(id, { ...at, quote: '' });
  }

  /** Takes words of the text. */
  quote(text: string): void {
    for (const open of this.open.values()) if (open.quote.length < longestQuote) open.quote += text;
  }
}
