/** 開會通知: when, where, what about, and who is asked to come. */
import type { MinutesDocument } from '../minutes/document.ts';
import { chairOf } from '../minutes/head.ts';
import type { PrintNode, PrintRun } from '../minutes/print.ts';
import { personName } from '../minutes/roster.ts';
import { chineseNumeral } from '../text/numerals.ts';
import { agendaItems, guests, meetingName, members, whenWords } from './meeting.ts';
import { end, line, paragraph, title, wordsIn } from './paper.ts';

/** The notice in the form of the record's region. */
export const notice = (document: MinutesDocument): PrintNode[] => forms[document.meta.region](document);

const forms = { TW: taiwan, CN: mainland, HK: hongKong } as const;

const names = (people: ReturnType<typeof members>): string => people.map(personName).filter((name) => name !== '').join('、');

/** 開會通知單: labelled lines, as letters of this kind are filed. */
function taiwan(document: MinutesDocument): PrintNode[] {
  const { say, known } = wordsIn(document);
  const { organisation, place, documentNumber } = document.meta;
  const items = agendaItems(document);
  return [
    title([...known(organisation, '單位'), ...say` 開會通知單`]),
    line(say`受文者：〔受文者〕`),
    line(say`發文日期：中華民國〔年〕年〔月〕月〔日〕日`),
    line([...say`發文字號：`, ...known(documentNumber, '文號')]),
    line([...say`開會事由：`, ...known(meetingName(document), '會議名稱')]),
    line([...say`開會時間：`, ...known(whenWords(document), '時間')]),
    line([...say`開會地點：`, ...known(place, '地點')]),
    line([...say`主持人：`, ...known(chairOf(document), '主持人')]),
    line(say`聯絡人及電話：〔聯絡人及電話〕`),
    line([...say`出席者：`, ...known(names(members(document)), '出席者')]),
    ...(guests(document).length > 0 ? [line(say`列席者：${names(guests(document))}`)] : []),
    line(say`副本：〔副本〕`),
    ...(items.length > 0 ? [line(say`議程：`), ...agendaLines(document)] : []),
    line(say`備註：〔備註〕`),
    end(say`${organisation}　敬啟`),
  ];
}

/** 会议通知: a letter with numbered points. */
function mainland(document: MinutesDocument): PrintNode[] {
  const { say, known } = wordsIn(document);
  const { organisation, place } = document.meta;
  const name = known(meetingName(document), '會議名稱');
  const items = agendaItems(document);
  const points: [PrintRun[], PrintNode[]][] = [
    [say`會議時間`, [paragraph(known(whenWords(document), '時間'))]],
    [say`會議地點`, [paragraph(known(place, '地點'))]],
    [say`會議議程`, items.length > 0 ? agendaLines(document, 3) : [paragraph(say`〔議程〕`)]],
    [say`參會人員`, [paragraph([...known(names(members(document)), '參會人員'), ...(guests(document).length > 0 ? say`；列席：${names(guests(document))}` : [])])]],
    [say`其他事項`, [paragraph(say`請參會人員安排好工作，準時出席；因故不能出席的，請於〔日期〕前向〔聯絡人〕請假，電話〔電話〕。`)]],
  ];
  return [
    title([...say`關於召開`, ...name, ...say`的通知`]),
    paragraph(say`各〔參會單位或人員〕：`, 'metaLine'),
    paragraph([...say`茲定於`, ...known(whenWords(document), '時間'), ...say`在`, ...known(place, '地點'), ...say`召開`, ...name, ...say`。現將有關事項通知如下：`]),
    ...points.flatMap(([heading, body], index) => [
      paragraph([{ type: 'text', text: `${chineseNumeral(index + 1)}、` }, ...heading], 'sectionHeading'),
      ...body,
    ]),
    end(known(organisation, '單位')),
    end(say`〔年〕年〔月〕月〔日〕日`),
  ];
}

/** 會議通告: an invitation and a numbered agenda. */
function hongKong(document: MinutesDocument): PrintNode[] {
  const { say, known } = wordsIn(document);
  const { organisation, place, recorder } = document.meta;
  return [
    title(known(organisation, '機構')),
    paragraph(say`會議通告`, 'heading1', { align: 'center' }),
    paragraph([
      ...say`茲定於`, ...known(whenWords(document), '時間'), ...say`假`, ...known(place, '地點'), ...say`舉行`,
      ...known(meetingName(document), '會議名稱'), ...say`，敬請準時出席。`,
    ]),
    paragraph(say`議程`, 'sectionHeading'),
    ...(agendaItems(document).length > 0 ? agendaLines(document, 3) : [paragraph(say`〔議程〕`)]),
    ...(members(document).length > 0 ? [line(say`致：${names(members(document))}`)] : []),
    ...(guests(document).length > 0 ? [line(say`列席：${names(guests(document))}`)] : []),
    end([...say`秘書　`, ...known(recorder, '姓名'), ...say`　謹啟`]),
    end(say`〔年〕年〔月〕月〔日〕日`),
  ];
}

/** The agenda as a numbered list: 一、 or 1. */
function agendaLines(document: MinutesDocument, level: 1 | 3 = 1): PrintNode[] {
  return agendaItems(document).map(({ text, presenter, time }, index) => {
    const beside = [presenter, time].filter((part) => part !== '').join('，');
    const label = level === 1 ? `${chineseNumeral(index + 1)}、` : `${index + 1}.`;
    return paragraph([{ type: 'text', text: beside === '' ? text : `${text}（${beside}）` }], `item${level}`, { number: { list: 'agenda', level, label } });
  });
}
