/** What was changed in a record that went out in other letters than it has, or with the words of another region. */
import type { MinutesDocument } from '../minutes/document.ts';
import { mergedText } from '../minutes/difference/merged-text.ts';
import { textPieces } from '../minutes/difference/pieces.ts';
import { type Inline, inlineText } from '../minutes/inline.ts';
import { inScript } from '../minutes/script.ts';
import { inLetters } from '../text/letters.ts';
import { withText } from './edited-inline.ts';

type Letters = (text: string) => string;

/** One part of a record, four times. */
interface Part<Of = unknown> {
  sent: Of;
  /** As `sent`, in the letters that it went out in. */
  paper: Of;
  changed: Of;
  /** As `changed`, all of it in the letters of the record. */
  turned: Of;
}

/** The record `sent` with what is other in `changed` than in `paper`, which is `sent` in the letters that it went out in. */
export function inOwnLetters(sent: MinutesDocument, paper: MinutesDocument, changed: MinutesDocument): MinutesDocument {
  if (paper === sent) return changed;
  const { script, region } = sent.meta;
  const letters: Letters = script === paper.meta.script ? (text) => text : (text) => inLetters(text, script, region);
  return own({ sent, paper, changed, turned: inScript(changed, script, region) }, letters) as MinutesDocument;
}

function own(part: Part, letters: Letters): unknown {
  const { sent, paper, changed, turned } = part;
  if (JSON.stringify(paper) === JSON.stringify(changed)) return sent;
  if (isEach(part, isText)) return ownText(part, letters);
  if (isEach(part, isInline)) return withText(part.sent, ownText(mapped(part, inlineText), letters));
  if (isEach(part, isList)) return ownList(part, letters);
  if (!isEach(part, isLoose)) return turned;
  return Object.fromEntries(Object.keys(part.changed).map((key) => [key, own(mapped(part, (of) => of[key]), letters)]));
}

/** Blocks and people by their ids, anything else by its place. */
function ownList(part: Part<readonly unknown[]>, letters: Letters): unknown[] {
  const { sent, paper, changed, turned } = part;
  if (changed.every((one) => idOf(one) !== undefined)) {
    return changed.map((one, at) => {
      const [before, printed] = [sent, paper].map((list) => list.find((other) => idOf(other) === idOf(one)));
      return before === undefined ? turned[at] : own({ sent: before, paper: printed, changed: one, turned: turned[at] }, letters);
    });
  }
  if (sent.length !== changed.length) return [...turned];
  return changed.map((_, at) => own(mapped(part, (list) => list[at]), letters));
}

function ownText({ sent, paper, changed, turned }: Part<string>, letters: Letters): string {
  // Nearly every word is as long in the other letters.
  if (sent.length !== paper.length) return mergedText(paper, sent, changed) ?? turned;
  let at = 0;
  let text = '';
  for (const piece of textPieces(paper, changed)) {
    if (piece.state === 'added') text += letters(piece.text);
    else {
      if (piece.state === 'same') text += sent.slice(at, at + piece.text.length);
      at += piece.text.length;
    }
  }
  return text;
}

const mapped = <From, To>({ sent, paper, changed, turned }: Part<From>, map: (of: From) => To): Part<To> => ({ sent: map(sent), paper: map(paper), changed: map(changed), turned: map(turned) });

const isEach = <Of>(part: Part, is: (of: unknown) => of is Of): part is Part<Of> => Object.values(part).every(is);
const isText = (of: unknown): of is string => typeof of === 'string';
const isList = (of: unknown): of is readonly unknown[] => Array.isArray(of);
const isInline = (of: unknown): of is readonly Inline[] => isList(of) && of.every((one) => isLoose(one) && isText(one['type']));
const isLoose = (of: unknown): of is Readonly<Record<string, unknown>> => typeof of === 'object' && of !== null && !Array.isArray(of);
const idOf = (of: unknown): unknown => (isLoose(of) ? of['id'] : undefined);
