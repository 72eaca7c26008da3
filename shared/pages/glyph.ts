/** A character as it is set, and the look it is set in. Lengths are twips. */
import type { FaceMeasure } from './faces/measure.ts';
import type { TextLook } from './page.ts';
import type { Script } from './script.ts';

export interface Glyph {
  text: string;
  width: number;
  /** White before it where Chinese meets Western. */
  gap: number;
  /** `edge`: what follows stands at the right end of the line. `stop`: the next tab stop. */
  kind: 'letter' | 'blank' | 'break' | 'stop' | 'edge';
  look: Look;
}

/** A look as it is measured. */
export interface Look {
  text: TextLook;
  script: Script;
  link?: string;
  ascent: number;
  descent: number;
  rise: number;
  /** Twips that a thousandth of an em is. */
  unit: number;
  measure: FaceMeasure;
  /** What every character gets besides its own width. */
  spacing: number;
  /** Its characters, as they are met. */
  glyphs: Map<string, Glyph>;
}
