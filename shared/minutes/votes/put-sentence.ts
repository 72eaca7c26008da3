/** Puts the sentence of a vote into a section, or brings what is there up to date: in the body, or in the field of the 決議. */
import type { BodyBlock } from '../blocks/body.ts';
import { newId } from '../id.ts';
import { inlineText, plain } from '../inline.ts';
import { correctionsOf, type Decided, type TextEdit } from './contradictions.ts';
import { editInline } from './inline-edit.ts';
import { readVotes } from './reading.ts';
import { type Told, voteClauses, voteSentence, type Wording } from './sentence.ts';

/** A section in which a decision is told. */
export interface TellingSection {
  fields: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
  body: readonly BodyBlock[];
}

export interface Retold {
  fields?: Record<string, string>;
  body?: BodyBlock[];
}

/** Whether the section tells its decision in the field 決議, with the matter named before. */
const isItemised = ({ values }: TellingSection): boolean => values['form'] === 'itemised';

/** What is told of a section: the matter and the mover are not named again where the paper names them. */
export function toldOf(section: TellingSection, { outcome, data, matter, recused }: Decided): Told {
  const named = isItemised(section);
  return { outcome, data: named && 'mover' in section.fields ? { ...data, mover: undefined, seconder: undefined } : data, matter: named ? '' : matter, recused };
}

/**
 * The section with the vote told in it. Numbers that a sentence gives already are corrected in their place; a sentence
 * that says the outcome without numbers gets them in front; otherwise the sentence is put behind the text.
 */
export function withSentence(section: TellingSection, decided: Decided, wording: Wording): Retold {
  const told = toldOf(section, decided);
  if (isItemised(section)) {
    const decision = section.fields['decision'] ?? '';
    return { fields: { decision: editsOf(decision, told, decided, wording)?.reduce(editText, decision) ?? decision + voteSentence(told, wording) } };
  }
  for (const [index, block] of section.body.entries()) {
    if (!('inline' in block)) continue;
    const edits = editsOf(inlineText(block.inline), told, decided, wording);
    if (edits) return { body: section.body.with(index, { ...block, inline: edits.reduce(editInline, block.inline) }) };
  }
  const sentence = plain(voteSentence(told, wording));
  const last = section.body.at(-1);
  if (last?.kind === 'paragraph' && last.inline.length === 0) return { body: section.body.with(-1, { ...last, inline: sentence }) };
  return { body: [...section.body, { id: newId(), kind: 'paragraph', inline: sentence }] };
}

/** The changes of a text that tells of a vote; null where it tells of none. */
function editsOf(text: string, told: Told, decided: Decided, wording: Wording): TextEdit[] | null {
  const sentences = readVotes(text);
  const corrections = correctionsOf(decided, text, wording);
  if (sentences.some(({ counts }) => counts)) return corrections;
  const says = sentences.find(({ said }) => said.length > 0);
  const clauses = voteClauses(told, wording);
  if (!says || clauses.length === 0) return null;
  return [...corrections, { start: says.start, end: says.start, text: `${clauses.join('，')}，` }];
}

const editText = (text: string, edit: TextEdit): string => text.slice(0, edit.start) + edit.text + text.slice(edit.end);
