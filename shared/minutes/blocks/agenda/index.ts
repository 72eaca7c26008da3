/** 議程: what the meeting is to take up, in order, with who speaks to it and for how long. */
import { z } from 'zod';
import { plain } from '../../inline.ts';
import type { PrintNode } from '../../print.ts';
import { defineSection, term } from '../../section.ts';

const agendaItemSchema = z.strictObject({
  text: z.string().max(1000),
  presenter: z.string().max(300).default(''),
  /** When it begins or how long it takes, as it is written: 9:30, 20分鐘. */
  time: z.string().max(100).default(''),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

const agendaSchema = z.strictObject({ items: z.array(agendaItemSchema).max(300) });

/** An item as it reads behind its number: 年度工作報告（石仲平理事長，20分鐘）. */
export function agendaText({ text, presenter, time }: AgendaItem): string {
  const beside = [presenter, time].filter((part) => part !== '').join('，');
  return beside === '' ? text : `${text}（${beside}）`;
}

export const agenda = defineSection({
  kind: 'agenda',
  label: { 'zh-Hant': '議程', 'zh-Hans': '议程', en: 'Agenda' },
  offer: { group: 'opening', names: 'yc yicheng 會議議程 会议议程 議題 议题 程序 日程 programme order' },
  fields: {},
  choices: {},
  layout: () => ({ heading: [{ text: term('議程', '议程') }], before: [], after: [], aside: [] }),
  data: {
    schema: agendaSchema,
    initial: { items: [] },
    invite: { 'zh-Hant': '點這裡，在右邊「本段」列出議程', 'zh-Hans': '点这里，在右边“本段”列出议程', en: 'Click here to list the agenda beside the page' },
    toText: ({ items }) => items.map(agendaText).filter((text) => text !== ''),
    // Hong Kong numbers paragraphs 1. 2. 3.; elsewhere the first level is 一、二、.
    toPrint: ({ items }, { region, numberLabel }, blockId) => {
      const level = region === 'HK' ? 3 : 1;
      return items
        .map(agendaText)
        .filter((text) => text !== '')
        .map((text, index): PrintNode => ({ type: 'paragraph', style: `item${level}`, runs: plain(text), number: { list: `${blockId}-agenda`, level, label: numberLabel(level, index + 1) } }));
    },
    // What comes next time is not at the same times.
    next: ({ items }) => ({ items: items.map((item) => ({ ...item, time: '' })) }),
  },
  fixtures: [
    {
      id: 'agen00000001',
      kind: 'agenda',
      heading: null,
      fields: {},
      values: {},
      body: [{ id: 'agen00000002', kind: 'paragraph', inline: [] }],
      data: {
        items: [
          { text: '確認上次會議紀錄', presenter: '', time: '' },
          { text: '年度工作報告', presenter: '石仲平理事長', time: '20分鐘' },
          { text: '臨時動議', presenter: '', time: '' },
        ],
      },
    },
  ],
});
