/** 前次會議決議執行情形: what became of the decisions and tasks of earlier meetings. */
import { z } from 'zod';
import type { Region, Script } from '../../../language.ts';
import { type DataColumn, dataTable } from '../../data-table.ts';
import { idSchema } from '../../id.ts';
import { placeSchema } from '../../place.ts';
import { defineSection, type Term, term } from '../../section.ts';

const line = z.string().max(2000).regex(/^[^\n\r]*$/);

/** 尚未辦理, 辦理中, 已辦理完畢. */
export const progressStates = ['open', 'doing', 'done'] as const;
export type ProgressState = (typeof progressStates)[number];

export const followedSchema = z.strictObject({
  id: idSchema,
  /** The decision or task, in its own words. */
  decision: line,
  /** The number of the decision, where it has one. */
  number: z.string().max(100).optional(),
  owner: line,
  /** 執行情形, in words. */
  progress: line,
  state: z.enum(progressStates),
  /** Where it was decided. */
  from: placeSchema.optional(),
});
export type Followed = z.infer<typeof followedSchema>;

export const followUpSchema = z.strictObject({ rows: z.array(followedSchema).max(2000) });
export type FollowUp = z.infer<typeof followUpSchema>;

/** How a state is written in the table of each region. */
export const stateWords: Readonly<Record<Region, Readonly<Record<ProgressState, Term>>>> = {
  TW: { open: term('尚未辦理', '尚未办理'), doing: term('辦理中', '办理中'), done: term('已辦理完畢', '已办理完毕') },
  CN: { open: term('尚未落實', '尚未落实'), doing: term('正在落實', '正在落实'), done: term('已落實', '已落实') },
  HK: { open: term('尚未跟進', '尚未跟进'), doing: term('跟進中', '跟进中'), done: term('已完成', '已完成') },
};

/** What each region calls the list and its columns. */
export const followUpWords: Readonly<Record<Region, Readonly<Record<'title' | 'number' | 'decision' | 'owner' | 'progress', Term>>>> = {
  TW: { title: term('前次會議決議執行情形', '前次会议决议执行情形'), number: term('項次', '项次'), decision: term('決議事項', '决议事项'), owner: term('承辦人', '承办人'), progress: term('執行情形', '执行情形') },
  CN: { title: term('上次會議決議落實情況', '上次会议决议落实情况'), number: term('序號', '序号'), decision: term('決議事項', '决议事项'), owner: term('責任人', '责任人'), progress: term('落實情況', '落实情况') },
  HK: { title: term('續議事項', '续议事项'), number: term('項目', '项目'), decision: term('上次會議議決', '上次会议议决'), owner: term('負責人', '负责人'), progress: term('跟進情況', '跟进情况') },
};

/** What became of it in her words; else its state in the region's. */
const progressText = ({ state, progress }: Followed, region: Region, script: Script): string => progress || stateWords[region][state][script];

function columns(region: Region, script: Script): DataColumn<Followed>[] {
  const words = followUpWords[region];
  return [
    { head: words.number[script], width: 1.2, text: (_, index) => String(index + 1) },
    { head: words.decision[script], width: 5, text: ({ decision, number }) => (number ? `${decision}（${number}）` : decision) },
    { head: words.owner[script], width: 2.2, text: ({ owner }) => owner, optional: true },
    { head: words.progress[script], width: 5, text: (row) => progressText(row, region, script) },
  ];
}

export const followUp = defineSection({
  kind: 'followUp',
  label: { 'zh-Hant': '決議執行情形', 'zh-Hans': '决议落实情况', en: 'Follow-up of decisions' },
  offer: { group: 'opening', names: 'zx zxqx zhixing 續議 续议 追蹤 落實 落实 前次決議 上次決議 follow' },
  tone: 'violet',
  fields: {},
  choices: {},
  layout: (_, region) => ({ heading: [{ text: followUpWords[region].title }], before: [], after: [], aside: [] }),
  data: {
    schema: followUpSchema,
    initial: { rows: [] },
    toText: ({ rows }: FollowUp) => rows.map(({ decision, number, owner, progress }) => [decision, number ?? '', owner, progress].filter((text) => text !== '').join('\t')).filter((text) => text !== ''),
    toPrint: ({ rows }: FollowUp, { region, script }) => dataTable(columns(region, script), rows),
  },
  fixtures: [
    {
      id: 'foll00000001',
      kind: 'followUp',
      heading: null,
      fields: {},
      values: {},
      body: [{ id: 'foll00000002', kind: 'paragraph', inline: [] }],
      data: {
        rows: [
          { id: 'foll00000003', decision: '《志工管理辦法》修訂案', number: '第三屆第四次第1案', owner: '柳思源', progress: '', state: 'done', from: { meetingId: 'fixturecouncil', blockId: 'reso00000001' } },
          { id: 'foll00000004', decision: '增聘園藝顧問二名', owner: '', progress: '已洽定一名，另一名接洽中', state: 'doing' },
          { id: 'foll00000005', decision: '苗圃續租', owner: '唐以安', progress: '', state: 'open', from: { meetingId: 'fixturecouncil', blockId: 'acti00000001', rowId: 'acti00000004' } },
        ],
      },
    },
  ],
});
