/** 選票 and 計票單, for an election or for a vote on a matter. */
import type { MinutesDocument } from '../minutes/document.ts';
import type { PrintNode, PrintRun } from '../minutes/print.ts';
import { toScript } from '../text/script.ts';
import { meetingName, type Polling, pollings, whenWords } from './meeting.ts';
import { cell, line, paragraph, sheets, table, text, title, wordsIn } from './paper.ts';

/** Names to write in where nobody stands yet. */
const emptyNames = 6;

/** What is voted on: the one that was asked for, else every election, else every matter, else a paper to fill in. */
function chosen(document: MinutesDocument, blockId: string | null): Polling[] {
  const all = pollings(document);
  const asked = all.filter((one) => one.blockId === blockId);
  const elections = all.filter(({ kind }) => kind === 'election');
  const found = [asked, elections, all].find((list) => list.length > 0);
  return found ?? [{ blockId: '', kind: 'election', name: '', candidates: [], seats: null, marks: null }];
}


/** One paper for each thing that is voted on. */
export const ballots = (document: MinutesDocument, blockId: string | null): PrintNode[] =>
  sheets(chosen(document, blockId).map((polling) => (polling.kind === 'election' ? electionBallot(document, polling) : voteBallot(document, polling))));

function electionBallot(document: MinutesDocument, { name, candidates, seats, marks }: Polling): PrintNode[] {
  const { say, known } = wordsIn(document);
  const { organisation, region } = document.meta;
  const most = marks ?? seats;
  const names = candidates.length > 0 ? candidates : Array.from({ length: emptyNames }, () => '');
  return [
    title([...text(organisation), ...known(name, '職務'), ...(region === 'TW' ? say`選舉票` : say`選票`)]),
    line([...say`會議：`, ...known(meetingName(document), '會議名稱')]),
    line([...say`應選名額：`, ...known(seats === null ? '' : String(seats), '名額'), ...say`名；每張選票最多${region === 'CN' ? word(document, '選') : word(document, '圈選')}`, ...known(most === null ? '' : String(most), '名額'), ...say`名，超過者無效。`]),
    table([1, 4], [region === 'CN' ? say`同意畫「○」` : say`圈選`, say`候選人`], names.map((candidate) => [cell([]), cell(text(candidate))])),
    paragraph(region === 'CN' ? say`在所選候選人的空格內畫「○」，另選他人的，在空白行寫上姓名。` : say`請在候選人左方空格內圈選。塗改、簽名、蓋章或圈選不能辨認者無效。`, 'quote'),
    line(say`（蓋章處）`),
  ];
}

const word = ({ meta: { script, region } }: MinutesDocument, ours: string): string => toScript(ours, script, region);

function voteBallot(document: MinutesDocument, { name }: Polling): PrintNode[] {
  const { say, known } = wordsIn(document);
  const choices = [say`贊成`, say`反對`, say`棄權`];
  return [
    title([...text(document.meta.organisation), ...say`表決票`]),
    line([...say`會議：`, ...known(meetingName(document), '會議名稱')]),
    line([...say`案由：`, ...known(name, '案由')]),
    table([1, 1, 1], choices, [[cell([{ type: 'text', text: '　' }]), cell([]), cell([])]]),
    paragraph(say`請在一格內畫「○」。未畫、畫兩格以上或不能辨認者無效。`, 'quote'),
    line(say`（蓋章處）`),
  ];
}

/** 計票單: a line for each name or choice, with room for 正 and the sums. */
export const tallies = (document: MinutesDocument, blockId: string | null): PrintNode[] => sheets(chosen(document, blockId).map((polling) => tally(document, polling)));

function tally(document: MinutesDocument, { kind, name, candidates, seats }: Polling): PrintNode[] {
  const { say, known } = wordsIn(document);
  const election = kind === 'election';
  const names = candidates.length > 0 ? candidates : Array.from({ length: emptyNames }, () => '');
  const rows = election ? names.map((candidate) => text(candidate)) : [say`贊成`, say`反對`, say`棄權`];
  const sums: PrintRun[][] = [say`發出票數`, say`收回票數`, say`有效票數`, say`無效票數`];
  return [
    title([...text(document.meta.organisation), ...known(name, election ? '職務' : '案由'), ...(election ? say`選舉計票單` : say`表決計票單`)]),
    line([...say`會議：`, ...known(meetingName(document), '會議名稱')]),
    line([...say`時間：`, ...known(whenWords(document), '時間')]),
    ...(election ? [line([...say`應選名額：`, ...known(seats === null ? '' : String(seats), '名額'), ...say`名`])] : []),
    table([3, 6, 2], [election ? say`候選人` : say`表決`, say`劃記（正）`, say`票數`], rows.map((first) => [cell(first), cell([]), cell([])])),
    table([1, 1, 1, 1], sums, [[cell([{ type: 'text', text: '　' }]), cell([]), cell([]), cell([])]]),
    line(say`唱票：　　　　　　　　計票：　　　　　　　　監票：　　　　　　　　`),
    line(say`主席：`),
  ];
}
