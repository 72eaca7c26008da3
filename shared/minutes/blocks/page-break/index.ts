/** 分頁. */
import { z } from 'zod';
import { defineBlock } from '../../block.ts';
import { idSchema } from '../../id.ts';

export const pageBreak = defineBlock({
  kind: 'pageBreak',
  label: { 'zh-Hant': '分頁', 'zh-Hans': '分页', en: 'Page break' },
  schema: z.strictObject({ id: idSchema, kind: z.literal('pageBreak') }),
  toText: () => [],
  toPrint: () => [{ type: 'pageBreak' }],
  fixtures: [{ id: 'page00000001', kind: 'pageBreak' }],
});
