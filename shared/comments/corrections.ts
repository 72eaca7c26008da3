/** 修正意見一覽: every proposal with its number, as a paper. */
import { meetingName } from '../kit/meeting.ts';
import { cell, line, paper, table, text, title, wordsIn } from '../kit/paper.ts';
import type { MinutesDocument } from '../minutes/document.ts';
import type { Piece } from '../minutes/difference/index.ts';
import type { PrintDocument, PrintRun } from '../minutes/print.ts';
import { toScript } from '../text/script.ts';
import type { Proposal, Proposed } from './proposals.ts';

const became = { accepted: '採納', declined: '不採納', open: '待處理' } as const;
const places = { meta: '會議資料', roster: '名單' } as const;

/** The words of the program in the script of a record. */
const ours = (words: string, { meta: { script, region } }: Pick<MinutesDocument, 'meta'>): string => toScript(words, script, region);

/** What the paper is called where the record is filed. */
export const correctionsName = (document: Pick<MinutesDocument, 'meta'>): string => ours('修正意見一覽', document);

/** The list for a record; what a proposal takes away is struck out, what it adds underlined. */
export function correctionsPaper(document: MinutesDocument, proposed: readonly Proposed[]): PrintDocument {
  const { say } = wordsIn(document);
  const place = ({ kind, words }: Proposed): string => (kind === 'meta' || kind === 'roster' ? ours(places[kind], document) : words);
  const rows = proposed.flatMap((part) =>
    part.proposals.map((proposal) => [place(part), opinion(proposal), proposal.by, ours(became[proposal.decision ?? 'open'], document)] as const),
  );
  const list = table(
    [1, 3, 7, 2, 2],
    [say`項次`, say`位置`, say`意見`, say`提出人`, say`處理`],
    rows.map(([where, words, by, decision], index) => [cell(text(String(index + 1)), false, 'center'), cell(text(where)), cell(words), cell(text(by)), cell(text(decision))]),
  );
  const name = meetingName(document) || document.meta.title;
  return paper(document, `${name}${correctionsName(document)}`, [title([...text(name), ...say` 修正意見一覽`]), rows.length === 0 ? line(say`沒有意見。`) : list]);
}

const opinion = ({ change, quote, text: words }: Proposal): PrintRun[] => (change ? change.parts.map(runOf) : text(quote === '' ? words : `「${quote}」${words}`));

function runOf({ text: words, state }: Piece): PrintRun {
  const run = { type: 'text' as const, text: words.replaceAll('\n', '　') };
  return state === 'same' ? run : { ...run, marks: [state === 'added' ? 'underline' : 'strike'] };
}
