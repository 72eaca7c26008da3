/** 標題, levels 1–4; printed without a number. */
import { z } from 'zod';
import { alignSchema } from '../../align.ts';
import { defineBlock } from '../../block.ts';
import { idSchema } from '../../id.ts';
import { inlineSchema, inlineText } from '../../inline.ts';
import { itemLevelSchema } from '../../level.ts';

export const heading = defineBlock({
  kind: 'heading',
  label: { 'zh-Hant': '標題', 'zh-Hans': '标题', en: 'Heading' },
  schema: z.strictObject({
    id: idSchema,
    kind: z.literal('heading'),
    level: itemLevelSchema,
    inline: z.array(inlineSchema),
    align: alignSchema.optional(),
  }),
  toText: (block) => [inlineText(block.inline)],
  toPrint: (block) => [
    {
      type: 'paragraph',
      style: `heading${block.level}`,
      runs: block.inline,
      anchor: block.id,
      ...(block.align && { align: block.align }),
    },
  ],
  fixtures: [
    { id: 'head00000001', kind: 'heading', level: 1, inline: [{ type: 'text', text: '討論事項' }] },
    { id: 'head00000002', kind: 'heading', level: 2, inline: [{ type: 'text', text: '年度計畫' }] },
    { id: 'head00000003', kind: 'heading', level: 3, inline: [{ type: 'text', text: '經費' }] },
    { id: 'head00000004', kind: 'heading', level: 4, inline: [{ type: 'text', text: '分攤' }] },
  ],
});
