/** Text that says of a matter what its numbers or its outcome do not. */
import { foldScript } from '../../text/fold.ts';
import type { Outcome } from '../outcomes.ts';
import type { DecisionData } from './decision.ts';
import type { FindingCode } from '../../locale/findings.ts';
import { type Finding, finding, type FindingParams } from './finding.ts';
import { carriedOutcomes, guardFindings } from './guards.ts';
import type { Judgement } from './judge.ts';
import { type ReadNumber, type ReadSentence, type ReadWords, readVotes } from './reading.ts';
import { verbOf, type Wording } from './sentence.ts';
import { attending, type CountName, isCounted, tally, type Vote, votersIn } from './vote.ts';

/** A piece of the record's text: the section's own, or one that may speak of its matter. */
export interface TextPlace {
  blockId: string;
  text: string;
  /** Of the section itself. Elsewhere only sentences count that name the matter. */
  own: boolean;
}

export interface TextFinding extends Finding {
  blockId: string;
  /** The sentence that it is about, as it stands in the text. */
  sentence: string;
  own: boolean;
}

export interface Decided {
  outcome: Outcome;
  data: DecisionData;
  matter: string;
  recused: number;
  judgement: Judgement | null;
}

/** Shorter names of matters are words of every text. */
const shortestName = 4;

/** What the text says against the vote, in the order of the places. */
export function textFindings(decided: Decided, places: readonly TextPlace[]): TextFinding[] {
  const name = nameOf(decided.matter);
  return places.flatMap(({ blockId, text, own }) =>
    readVotes(text)
      .filter((sentence) => own || (name.length >= shortestName && nameOf(sentence.text).includes(name)))
      .flatMap((sentence) => sentenceFindings(decided, sentence).map((one) => ({ ...one, blockId, own, sentence: sentence.text }))),
  );
}

const nameOf = (text: string): string => foldScript(text).replace(/[《》"'\s,。;:、()]/g, '');

/** What one sentence says against the vote, and what would stand there instead. */
function sentenceFindings(decided: Decided, sentence: ReadSentence): Finding[] {
  return [...wrongNumbers(decided, sentence).map(({ quote, name, expected }) => finding('text', 'refusal', 'text.number', { quote, what: name, expected })), ...wrongWords(decided, sentence).map(({ finding: one }) => one)];
}

/** Outcomes after which nothing is passed. */
const deniedOutcomes: ReadonlySet<Outcome> = new Set(['rejected', 'deferred', 'withdrawn', 'referred']);

function wrongWords({ outcome, data, judgement }: Decided, sentence: ReadSentence): { words: ReadWords; finding: Finding }[] {
  const vote = isCounted(data.vote) ? data.vote : null;
  const against = vote ? tally(vote, 'against') : numberIn(sentence, 'against');
  const abstained = vote ? tally(vote, 'abstained') : numberIn(sentence, 'abstained');
  return sentence.said.flatMap((words) => {
    const { said, quote } = words;
    const wrong = (code: FindingCode, params: FindingParams) => [{ words, finding: finding('text', 'refusal', code, { quote, ...params }) }];
    const carries = said !== 'rejected';
    if (said === 'unanimous' && against + abstained > 0) return wrong('text.unanimous', { against, abstained });
    if (said === 'noObjection' && against > 0) return wrong('text.noObjection', { against });
    if (carries ? deniedOutcomes.has(outcome) : outcome !== 'partly' && carriedOutcomes.has(outcome)) return wrong('text.outcome', { outcome });
    return carries && judgement?.carried === false ? wrong('text.notCarried', {}) : [];
  });
}

const numberIn = ({ numbers }: ReadSentence, name: CountName): number => numbers.find((one) => one.name === name)?.value ?? 0;

function wrongNumbers({ data, recused }: Decided, { numbers }: ReadSentence): (ReadNumber & { expected: number })[] {
  const vote = isCounted(data.vote) ? data.vote : null;
  if (!vote) return [];
  return numbers.flatMap((read) => {
    const expected = expectedOf(vote, recused, read.name);
    return expected === undefined || expected === read.value ? [] : [{ ...read, expected }];
  });
}

/** The number that a sentence would give, undefined where nobody wrote it down. */
function expectedOf(vote: Vote, recused: number, name: CountName): number | undefined {
  switch (name) {
    case 'attending':
      return attending(vote);
    case 'voters':
      return votersIn(vote, recused);
    case 'recused':
      return recused;
    case 'inFavour':
    case 'against':
    case 'abstained':
    case 'notCast':
      return tally(vote, name);
    default:
      return vote[name];
  }
}

/** A change of a text: what stands from `start` to `end` becomes `text`. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/**
 * The changes that make a text say what the vote says, last first: its numbers, and the words of an outcome that it was
 * not. Words are changed only where the outcome has a verb of its own that the numbers bear out.
 */
export function correctionsOf(decided: Decided, text: string, wording: Wording): TextEdit[] {
  const verb = decided.judgement?.carried === false || refused(decided) ? undefined : verbOf(decided.outcome, wording);
  return readVotes(text)
    .flatMap((sentence) => [
      ...wrongNumbers(decided, sentence).map(({ start, end, expected }) => ({ start, end, text: String(expected) })),
      ...(verb === undefined ? [] : wrongWords(decided, sentence).map(({ words: { start, end } }) => ({ start, end, text: verb }))),
    ])
    .sort((one, other) => other.start - one.start);
}

/** An outcome that is itself against the numbers is nothing to put into the text. */
const refused = ({ outcome, data, judgement }: Decided): boolean =>
  guardFindings({ outcome, data, decision: '', judgement }).some(({ weight }) => weight === 'refusal');
