/** 交辦事項: who does what until when, as the meeting left it. */
import { z } from 'zod';
import type { Region, Script } from '../../../language.ts';
import { type DataColumn, dataTable } from '../../data-table.ts';
import { doneSchema, dueSchema, dueText } from '../../due.ts';
import { idSchema } from '../../id.ts';
import { defineSection, type Term, term } from '../../section.ts';

const line = z.string().max(2000).regex(/^[^\n\r]*$/);

export const actionSchema = z.strictObject({
  id: idSchema,
  task: line,
  owner: line,
  /** A day (2026-01-19), or words (下次會議前). */
  due: dueSchema,
  note: line,
  /** Marked afterwards, so it does not print: the record says what the meeting said. */
  done: doneSchema.optional(),
});
export type Action = z.infer<typeof actionSchema>;

export const actionsSchema = z.strictObject({ rows: z.array(actionSchema).max(2000) });
export type Actions = z.infer<typeof actionsSchema>;

/** What each region calls the list and its columns. */
export const actionWords: Readonly<Record<Region, Readonly<Record<'title' | 'number' | 'task' | 'owner' | 'due' | 'note', Term>>>> = {
  TW: { title: term('交辦事項', '交办事项'), number: term('項次', '项次'), task: term('交辦事項', '交办事项'), owner: term('承辦人', '承办人'), due: term('期限', '期限'), note: term('備註', '备注') },
  CN: { title: term('交辦事項', '交办事项'), number: term('序號', '序号'), task: term('工作事項', '工作事项'), owner: term('責任人', '责任人'), due: term('完成時限', '完成时限'), note: term('備註', '备注') },
  HK: { title: term('跟進事項', '跟进事项'), number: term('項目', '项目'), task: term('跟進事項', '跟进事项'), owner: term('負責人', '负责人'), due: term('限期', '限期'), note: term('備註', '备注') },
};

/** The head over who does it where a layout names 經辦人. */
export const handler = term('經辦人', '经办人');

function columns(region: Region, script: Script, handlers: boolean): DataColumn<Action>[] {
  const words = actionWords[region];
  return [
    { head: words.number[script], width: 1.2, text: (_, index) => String(index + 1) },
    { head: words.task[script], width: 6, text: ({ task }) => task },
    { head: (handlers ? handler : words.owner)[script], width: 2.4, text: ({ owner }) => owner },
    { head: words.due[script], width: 2.6, text: ({ due }) => dueText(due, region) },
    { head: words.note[script], width: 2.4, text: ({ note }) => note, optional: true },
  ];
}

export const actions = defineSection({
  kind: 'actions',
  label: { 'zh-Hant': '交辦事項', 'zh-Hans': '交办事项', en: 'Action items' },
  offer: { group: 'deciding', names: 'jb jbsx jiaoban 待辦 待办 追蹤 跟進 跟进 任務 任务 todo task action' },
  tone: 'brown',
  fields: {},
  choices: {},
  layout: (_, region) => ({ heading: [{ text: actionWords[region].title }], before: [], after: [], aside: [] }),
  data: {
    schema: actionsSchema,
    initial: { rows: [] },
    toText: ({ rows }: Actions) => rows.map(({ task, owner, due, note }) => [task, owner, due, note].filter((text) => text !== '').join('\t')).filter((text) => text !== ''),
    toPrint: ({ rows }: Actions, { region, script, handlers }) => dataTable(columns(region, script, handlers), rows),
  },
  fixtures: [
    {
      id: 'acti00000001',
      kind: 'actions',
      heading: null,
      fields: {},
      values: {},
      body: [{ id: 'acti00000002', kind: 'paragraph', inline: [] }],
      data: {
        rows: [
          { id: 'acti00000003', task: '修訂《志工管理辦法》並公告', owner: '柳思源', due: '2024-03-15', note: '' },
          { id: 'acti00000004', task: '洽詢苗圃續租', owner: '唐以安', due: '下次會議前', note: '併同預算提出', done: { on: '2024-02-20', where: '第三屆理事會第五次會議' } },
        ],
      },
    },
  ],
});
