/** What an election prints: the ballots in a line, the votes in a table, and who is elected in a sentence. */
import type { Region, Script } from '../../language.ts';
import { plain } from '../inline.ts';
import type { PrintCell, PrintNode, PrintTable } from '../print.ts';
import { type SectionData, type Term, term } from '../section.ts';
import { type ElectionData, electionDataSchema, electionResult, type Placed, type Standing } from './election.ts';

interface Wording {
  region: Region;
  script: Script;
}

const standings: Readonly<Record<Standing, Term>> = {
  elected: term('當選', '当选'),
  alternate: term('候補', '候补'),
  notElected: term('', ''),
  tied: term('同票', '同票'),
  open: term('', ''),
};

/** 應選3名，發出選票18張，收回18張，有效票17張、廢票1張。 '' where nothing was counted. */
export function ballotSentence({ seats, issued, returned, valid, void: spoilt }: ElectionData, { region, script }: Wording): string {
  const say = (Hant: string, Hans: string) => term(Hant, Hans)[script];
  const isMainland = region === 'CN';
  const sheets = [
    valid === undefined ? '' : `${say('有效票', '有效票')}${valid}${say('張', '张')}`,
    spoilt === undefined ? '' : `${isMainland ? say('無效票', '无效票') : say('廢票', '废票')}${spoilt}${say('張', '张')}`,
  ].filter((part) => part !== '');
  const clauses = [
    seats === undefined ? '' : `${say('應選', '应选')}${seats}名`,
    issued === undefined ? '' : `${say('發出選票', '发出选票')}${issued}${say('張', '张')}`,
    returned === undefined ? '' : `${say('收回', '收回')}${issued === undefined ? say('選票', '选票') : ''}${returned}${say('張', '张')}`,
    sheets.join('、'),
  ].filter((clause) => clause !== '');
  return issued === undefined && returned === undefined && valid === undefined ? '' : `${clauses.join('，')}。`;
}

/** 當選：石仲平15票、柳思源14票。候補：唐以安9票。 '' while nobody is. */
export function resultSentence(data: ElectionData, { script }: Wording): string {
  const { elected, alternates } = electionResult(data);
  const list = (label: Term, people: readonly Placed[]): string =>
    people.length === 0 ? '' : `${label[script]}：${people.map(({ name, votes }) => `${name}${votes}票`).join('、')}。`;
  return list(standings.elected, elected) + list(standings.alternate, alternates);
}

const cell = (text: string, header = false): PrintCell => ({
  columns: 1,
  rows: 1,
  header,
  paragraphs: [{ type: 'paragraph', style: header ? 'tableHeader' : 'tableText', runs: plain(text) }],
});

function resultTable(placed: readonly Placed[], { script }: Wording): PrintTable {
  const head = [term('名次', '名次'), term('姓名', '姓名'), term('得票', '得票'), term('結果', '结果')];
  return {
    type: 'table',
    headerRows: 1,
    widths: [0.15, 0.45, 0.2, 0.2],
    rows: [
      head.map((words) => cell(words[script], true)),
      ...placed.map(({ place, name, votes, standing }) => [cell(votes === undefined ? '' : String(place)), cell(name), cell(votes === undefined ? '' : String(votes)), cell(standings[standing][script])]),
    ],
  };
}

/** The data of 選舉. */
export const electionData: SectionData<ElectionData> = {
  schema: electionDataSchema,
  initial: { candidates: [] },
  toText: (data) => data.candidates.filter(({ name }) => name !== '').map(({ name, votes }) => (votes === undefined ? name : `${name} ${votes}`)),
  toPrint(data, { region, script }): PrintNode[] {
    if (data.prints === 'none') return [];
    const line = (text: string): PrintNode[] => (text === '' ? [] : [{ type: 'paragraph', style: 'body', runs: plain(text) }]);
    const placed = electionResult(data).placed.filter(({ name }) => name !== '');
    return [
      ...line(ballotSentence(data, { region, script })),
      ...(placed.length > 0 ? [resultTable(placed, { region, script })] : []),
      ...line(resultSentence(data, { region, script })),
    ];
  },
};
