/** The looks of the text of a layout, and how wide its characters are in each. */
import type { Face } from '../layouts/layout.ts';
import type { Mark } from '../minutes/inline.ts';
import { chineseMeasure, westernMeasure } from './faces/measure.ts';
import type { Look } from './glyph.ts';
import type { Script } from './script.ts';

/** What decides the look of a run. */
export interface RunLook {
  marks: readonly Mark[];
  link?: string;
  /** The face of the layout that it has in place of its style's. */
  face?: string;
}

/** What the looks of a style have in common. */
export interface StyleLook {
  pt: number;
  bold: boolean;
  colour: string;
  /** Twips. */
  spacing: number;
}

/** Where faces come from: that of the layout by its name (the style's own where there is none), and what is drawn in its place. */
export interface Faces {
  face(name: string | undefined): Face;
  standIn(family: string): string;
}

const linkColour = '0563C1';
const highlightColour = 'FFFF00';
/** How small 上標 and 下標 are, and how far from the line: Word's own. */
const raisedSize = 0.58;
const rises: Partial<Record<Mark, number>> = { superscript: 0.33, subscript: -0.08 };

/** The looks of one style; each is made once. */
export class Looks {
  private readonly made = new Map<string, Look>();
  private readonly style: StyleLook;
  private readonly faces: Faces;

  constructor(style: StyleLook, faces: Faces) {
    this.style = style;
    this.faces = faces;
  }

  of(run: RunLook, script: Script): Look {
    const key = `${script}|${run.marks.join()}|${run.face ?? ''}|${run.link ?? ''}`;
    let look = this.made.get(key);
    if (!look) this.made.set(key, (look = this.make(run, script)));
    return look;
  }

  private make({ marks, link, face: name }: RunLook, script: Script): Look {
    const { style, faces } = this;
    const face = faces.face(name);
    const has = (mark: Mark) => marks.includes(mark);
    const raise = has('superscript') ? rises.superscript : has('subscript') ? rises.subscript : undefined;
    const pt = raise === undefined ? style.pt : style.pt * raisedSize;
    const bold = style.bold || face.bold || has('bold');
    const families = script === 'western' ? [face.latin, ...face.eastAsia] : [...face.eastAsia, face.latin];
    const drawn = faces.standIn(families[0] ?? '');
    const measure = script === 'western' ? westernMeasure(drawn, bold) : chineseMeasure(drawn, bold);
    const unit = pt / 50;
    const rise = (raise ?? 0) * style.pt * 20;
    return {
      text: {
        families,
        pt,
        bold,
        italic: has('italic'),
        colour: link === undefined ? style.colour : linkColour,
        underline: has('underline') || link !== undefined,
        strike: has('strike'),
        ...(has('highlight') && { highlight: highlightColour }),
      },
      script,
      ...(link !== undefined && { link }),
      ascent: measure.ascent * unit + rise,
      descent: measure.descent * unit - rise,
      rise,
      unit,
      measure,
      spacing: style.spacing,
      glyphs: new Map(),
    };
  }
}
