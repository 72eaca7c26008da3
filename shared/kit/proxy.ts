/** 委託書: somebody who cannot come lets another vote. One for each who is away, or one to fill in. */
import type { MinutesDocument } from '../minutes/document.ts';
import type { PrintNode } from '../minutes/print.ts';
import type { Person } from '../minutes/roster.ts';
import { isMember } from '../minutes/roster/voting.ts';
import { meetingName, members, seatOf, whenWords } from './meeting.ts';
import { end, line, paragraph, sheets, title, wordsIn } from './paper.ts';

/** The members who are not there themselves: 請假, 缺席, 委託出席. */
export const away = (document: MinutesDocument): Person[] => members(document).filter((person) => isMember(person) && person.attendance !== 'present');

export function proxyForms(document: MinutesDocument): PrintNode[] {
  const people = away(document);
  return sheets((people.length > 0 ? people : [null]).map((person) => form(document, person)));
}


function form(document: MinutesDocument, person: Person | null): PrintNode[] {
  const { say, known } = wordsIn(document);
  const { organisation, region } = document.meta;
  const name = known(person?.name ?? '', '姓名');
  const holder = known(document.roster.find(({ id }) => id === person?.proxy)?.name ?? '', region === 'HK' ? '受委人姓名' : '受託人姓名');
  const meeting = known(meetingName(document), '會議名稱');
  const when = known(whenWords(document), '時間');
  const seat = person ? seatOf(person) : '';
  switch (region) {
    case 'TW':
      return [
        title(say`委託書`),
        paragraph([...say`本人`, ...name, ...say`因故不克出席　貴會`, ...when, ...say`召開之`, ...meeting, ...say`，茲委託`, ...holder, ...say`代表出席，並行使一切權利。`]),
        paragraph(say`此致`),
        paragraph(known(organisation, '單位'), 'metaLine'),
        line([...say`委託人：`, ...name, ...say`　　　　　　　　（簽章）`]),
        ...(seat === '' ? [] : [line(say`職稱：${seat}`)]),
        line([...say`受託人：`, ...holder, ...say`　　　　　　　　（簽章）`]),
        end(say`中華民國　　　年　　　月　　　日`),
      ];
    case 'CN':
      return [
        title(say`授權委託書`),
        paragraph([...known(organisation, '單位'), ...say`：`], 'metaLine'),
        paragraph([...say`本人`, ...name, ...(seat === '' ? [] : say`（${seat}）`), ...say`因故不能出席`, ...when, ...say`召開的`, ...meeting, ...say`，現委託`, ...holder, ...say`代表本人出席會議，並就會議審議事項行使表決權。委託期限至本次會議結束時止。`]),
        line(say`委託人（簽字）：`),
        line(say`受託人（簽字）：`),
        end(say`　　　　年　　月　　日`),
      ];
    case 'HK':
      return [
        title(say`委任代表表格`),
        paragraph([...say`本人`, ...name, ...(seat === '' ? [] : say`（${seat}）`), ...say`為`, ...known(organisation, '機構'), ...say`成員，現委任`, ...holder, ...say`為本人之代表，代表本人出席`, ...when, ...say`舉行之`, ...meeting, ...say`（包括其任何續會），並於會上投票。`]),
        line(say`簽署：`),
        line(say`見證人：`),
        end(say`日期：　　　　年　　月　　日`),
      ];
  }
}
