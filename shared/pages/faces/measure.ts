/** How wide and how high faces set their characters, the same on every computer: nothing is asked of the screen. */
import measured from './advances.json' with { type: 'json' };

/** All in thousandths of the size. */
export interface FaceMeasure {
  ascent: number;
  descent: number;
  advances: Readonly<Record<string, number>>;
  /** What a character has that is not in the table. */
  other: number;
}

interface Weights {
  regular: Omit<FaceMeasure, 'other'>;
  bold?: Omit<FaceMeasure, 'other'>;
}

const western: Readonly<Record<string, Weights>> = measured.western;
const known: Readonly<Record<string, Weights>> = measured.chinese;

/** The faces of Windows and macOS are square in all but the blank. */
const square: Weights = { regular: { ascent: 859, descent: 141, advances: { ' ': 500 } } };
/** Microsoft JhengHei is higher than its square. */
const tall: Weights = { regular: { ascent: 1071, descent: 259, advances: { ' ': 306 } } };

const tallNames = new Set(['微軟正黑體', 'Microsoft JhengHei']);

const weightOf = (weights: Weights, bold: boolean) => (bold ? weights.bold : undefined) ?? weights.regular;

/** A Western face; one that is not known is as wide as Times New Roman. */
export const westernMeasure = (name: string, bold: boolean): FaceMeasure => ({ ...weightOf(western[name] ?? (western['Times New Roman'] as Weights), bold), other: 500 });

/** A Chinese face: every character is a square but those that the table names. */
export const chineseMeasure = (name: string, bold: boolean): FaceMeasure => ({
  ...weightOf(known[name] ?? (tallNames.has(name) ? tall : square), bold),
  other: 1000,
});
