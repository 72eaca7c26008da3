/** 附件: the names of what is attached, one blank line under the text. */
import { z } from 'zod';
import type { Region, Script } from '../../../language.ts';
import { plain } from '../../inline.ts';
import type { PrintNode } from '../../print.ts';
import { defineSection, term } from '../../section.ts';

const annexesSchema = z.strictObject({ names: z.array(z.string().max(500)).max(200) });
export type Annexes = z.infer<typeof annexesSchema>;

const label = term('附件：', '附件：');
/** As wide as the label, so that the numbers stand under each other. */
const besideLabel = '\u3000\u3000\u3000';

/** The lines as they print: one annex has no number, none ends with punctuation (GB/T 9704-2012, 7.3.4). Names without text do not print. */
export function annexLines({ names }: Annexes, region: Region, script: Script): string[] {
  const named = names.map((name) => name.replace(/[，。；、,;\s]+$/, '')).filter((name) => name !== '');
  const point = region === 'TW' ? '、' : '. ';
  return named.map((name, index) => `${index === 0 ? label[script] : besideLabel}${named.length > 1 ? `${index + 1}${point}` : ''}${name}`);
}

export const annexes = defineSection({
  kind: 'annexes',
  label: { 'zh-Hant': '附件', 'zh-Hans': '附件', en: 'Annexes' },
  offer: { group: 'closing', names: 'fj fujian 附錄 附录 附表 attachments enclosures' },
  fields: {},
  choices: {},
  layout: () => ({ heading: [], before: [], after: [], aside: [], outline: [{ text: term('附件', '附件') }] }),
  data: {
    schema: annexesSchema,
    initial: { names: [] },
    invite: { 'zh-Hant': '點這裡，在右邊「本段」列出附件', 'zh-Hans': '点这里，在右边“本段”列出附件', en: 'Click here to list the annexes beside the page' },
    toText: ({ names }) => names.filter((name) => name !== ''),
    // One blank line parts them from the text.
    toPrint: (data, { region, script }) => {
      const lines = annexLines(data, region, script);
      return lines.length === 0 ? [] : ['', ...lines].map((text): PrintNode => ({ type: 'paragraph', style: 'annexNote', runs: plain(text) }));
    },
  },
  fixtures: [
    {
      id: 'anne00000001',
      kind: 'annexes',
      heading: null,
      fields: {},
      values: {},
      body: [{ id: 'anne00000002', kind: 'paragraph', inline: [] }],
      data: { names: ['年度工作報告', '收支決算表'] },
    },
  ],
});
