/** 條目: a numbered item, 一、（一）1.（1）. Only the level is stored. */
import { z } from 'zod';
import { defineBlock } from '../../block.ts';
import { idSchema } from '../../id.ts';
import { inlineSchema, inlineText } from '../../inline.ts';
import { itemLevelSchema } from '../../level.ts';

export const item = defineBlock({
  kind: 'item',
  label: { 'zh-Hant': '編號條目', 'zh-Hans': '编号条目', en: 'Numbered item' },
  schema: z.strictObject({
    id: idSchema,
    kind: z.literal('item'),
    level: itemLevelSchema,
    /** Counts from one again here, where it would have gone on. */
    restart: z.literal(true).optional(),
    inline: z.array(inlineSchema),
  }),
  toText: (block) => [inlineText(block.inline)],
  toPrint: (block, context) => {
    const number = context.numberOf(block.id);
    return [
      {
        type: 'paragraph',
        style: `item${block.level}`,
        runs: block.inline,
        anchor: block.id,
        ...(number && { number }),
      },
    ];
  },
  fixtures: [
    { id: 'item00000001', kind: 'item', level: 1, inline: [{ type: 'text', text: '修訂章程第七條' }] },
    { id: 'item00000002', kind: 'item', level: 2, inline: [{ type: 'text', text: '條文對照' }] },
    { id: 'item00000003', kind: 'item', level: 3, inline: [{ type: 'text', text: '現行條文' }] },
    { id: 'item00000004', kind: 'item', level: 4, inline: [{ type: 'text', text: '第一款' }] },
    { id: 'item00000005', kind: 'item', level: 1, inline: [{ type: 'text', text: '增聘顧問' }] },
  ],
});
