/** The text of a paragraph as characters that know their width. Lengths are twips. */
import type { PrintRun } from '../minutes/print.ts';
import { cleanText } from '../text/clean.ts';
import type { Glyph, Look } from './glyph.ts';
import type { Looks, RunLook } from './looks.ts';
import { isLetter, type Script, scriptOf } from './script.ts';

/** A text of one look. */
export interface Words {
  text: string;
  look: RunLook;
  /** Stands at the right end of the line, where text is `\t`; a tab in running text goes to the next stop. */
  edge?: true;
  /** A figure that is filled in: what stands around it takes no script from it. */
  filled?: true;
}

export const plainLook: RunLook = { marks: [] };
const blankLook: RunLook = { marks: ['highlight'] };

/** The words of runs of the paper form. */
export const wordsOf = (runs: readonly PrintRun[]): Words[] => runs.map(wordsOfRun);

function wordsOfRun(run: PrintRun): Words {
  switch (run.type) {
    case 'text':
      return {
        text: cleanText(run.text),
        look: { marks: run.marks ?? [], ...(run.link !== undefined && { link: run.link }), ...(run.face !== undefined && { face: run.face }) },
      };
    case 'break':
      return { text: '\n', look: plainLook };
    case 'tab':
      return { text: '\t', look: plainLook, edge: true };
    case 'blank':
      return { text: cleanText(`〔${run.label}〕`), look: blankLook };
  }
}

/** The characters of words. Those that are the same are one object: nothing may change them. */
export function glyphsOf(words: readonly Words[], looks: Looks): Glyph[] {
  const glyphs: Glyph[] = [];
  let script = firstScript(words);
  for (const { text, look: runLook, edge, filled } of words) {
    const around = script;
    let look = looks.of(runLook, script);
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      const last = glyphs.at(-1);
      if (last?.kind === 'letter' && joinsLetter(code, character)) {
        glyphs[glyphs.length - 1] = { ...last, text: last.text + character };
        continue;
      }
      script = scriptOf(code) ?? script;
      if (look.script !== script) look = looks.of(runLook, script);
      let glyph = glyphOf(character, look, edge);
      if (character === dash && last?.text === dash && last.look === look) {
        glyph = squareDash(glyph);
        glyphs[glyphs.length - 1] = squareDash(last);
      }
      const meets = last && last.look.script !== script && glyph.kind === 'letter' && last.kind === 'letter' && !filled && isLetter(character) && isLetter(last.text);
      glyphs.push(meets ? { ...glyph, gap: look.text.pt * 4 } : glyph);
    }
    if (filled) script = around;
  }
  return glyphs;
}

const dash = '—';

/** Two dashes are a rule of two squares, whatever the face makes of a single one. */
const squareDash = (glyph: Glyph): Glyph => (glyph.look.script === 'chinese' ? { ...glyph, width: 1000 * glyph.look.unit + glyph.look.spacing } : glyph);

function glyphOf(character: string, look: Look, edge: true | undefined): Glyph {
  const key = edge ? 'edge' : character;
  const known = look.glyphs.get(key);
  if (known) return known;
  const kind = character === '\n' ? 'break' : character === '\t' ? (edge ? 'edge' : 'stop') : character === ' ' ? 'blank' : 'letter';
  const width = kind === 'letter' || kind === 'blank' ? advanceOf(character, look) * look.unit + look.spacing : 0;
  const glyph: Glyph = { text: character, width, gap: 0, kind, look };
  look.glyphs.set(key, glyph);
  return glyph;
}

/** Signs that a face lacks come from another one, as a square. */
const advanceOf = (character: string, { measure }: Look): number => measure.advances[character] ?? (character >= '\u2000' ? 1000 : measure.other);

const joined = /[\p{M}\u200d]/u;

/** Marks over and under letters, and what chooses the form of a character, stand with what is before them. */
const joinsLetter = (code: number, character: string): boolean =>
  code >= 0x300 && (code < 0x3000 || (code >= 0xfe00 && code <= 0xfe2f) || (code >= 0x302a && code <= 0x302f) || code >= 0xe0100) && joined.test(character);

/** What has no script of its own at the start takes that of what comes first. */
function firstScript(words: readonly Words[]): Script {
  for (const { text, filled } of words) {
    if (filled) continue;
    for (const character of text) {
      const script = scriptOf(character.codePointAt(0) ?? 0);
      if (script) return script;
    }
  }
  return 'western';
}
