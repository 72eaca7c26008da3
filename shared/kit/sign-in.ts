/** 簽到簿: everybody who is expected, with a place to sign. */
import type { MinutesDocument } from '../minutes/document.ts';
import type { PrintCell, PrintNode, PrintRun } from '../minutes/print.ts';
import type { Person } from '../minutes/roster.ts';
import { guests, meetingName, members, seatOf, whenWords } from './meeting.ts';
import { cell, line, paragraph, table, text, title, wordsIn } from './paper.ts';

/** Lines for who is not known yet. */
const emptyLines = 20;
const widths = [1, 3.2, 3, 4, 2] as const;

export function signIn(document: MinutesDocument): PrintNode[] {
  const { say, known } = wordsIn(document);
  const { region, organisation, place } = document.meta;
  const head: PrintRun[][] = [say`序號`, region === 'CN' ? say`單位及職務` : say`職稱`, say`姓名`, region === 'CN' ? say`簽到` : say`簽名`, say`備註`];
  const rows = (people: readonly Person[]): PrintCell[][] =>
    people.map((person, index) => [
      cell([{ type: 'text', text: String(index + 1) }], false, 'center'),
      cell(text(region === 'CN' ? `${person.organisation}${seatOf(person)}` : [person.organisation, seatOf(person)].filter((part) => part !== '').join(' '))),
      cell(text(person.name)),
      cell([]),
      cell(person.attendance === 'proxy' ? proxyNote(document, person, say`委託〔受託人〕`, say`委託`) : []),
    ]);
  const blanks = (count: number, from = 0): PrintCell[][] =>
    Array.from({ length: count }, (_, index) => [cell([{ type: 'text', text: String(from + index + 1) }], false, 'center'), cell([]), cell([]), cell([]), cell([])]);
  const [expected, invited] = [members(document), guests(document)];
  return [
    title([...text(organisation), ...text(meetingName(document)), ...(region === 'TW' ? say`簽到簿` : say`簽到表`)]),
    line([...say`時間：`, ...known(whenWords(document), '時間')]),
    line([...say`地點：`, ...known(place, '地點')]),
    paragraph(say`出席`, 'sectionHeading'),
    table(widths, head, expected.length > 0 ? rows(expected) : blanks(emptyLines)),
    ...(expected.length > 0 || invited.length > 0
      ? [paragraph(say`列席`, 'sectionHeading'), table(widths, head, [...rows(invited), ...blanks(Math.max(2, 5 - invited.length), invited.length)])]
      : []),
  ];
}

/** 委託: by whom they are represented. */
function proxyNote({ roster }: MinutesDocument, { proxy }: Person, unknown: PrintRun[], known: PrintRun[]): PrintRun[] {
  const name = roster.find(({ id }) => id === proxy)?.name ?? '';
  return name === '' ? unknown : [...known, ...text(name)];
}
