/** 項目符號. */
import { z } from 'zod';
import { defineBlock } from '../../block.ts';
import { idSchema } from '../../id.ts';
import { inlineSchema, inlineText } from '../../inline.ts';

export const bullet = defineBlock({
  kind: 'bullet',
  label: { 'zh-Hant': '項目符號', 'zh-Hans': '项目符号', en: 'Bullet' },
  schema: z.strictObject({
    id: idSchema,
    kind: z.literal('bullet'),
    /** Depth from 0. */
    depth: z.int().min(0).max(3),
    inline: z.array(inlineSchema),
  }),
  toText: (block) => [inlineText(block.inline)],
  toPrint: (block) => [
    { type: 'paragraph', style: 'bullet', runs: block.inline, bullet: block.depth, anchor: block.id },
  ],
  fixtures: [
    { id: 'bull00000001', kind: 'bullet', depth: 0, inline: [{ type: 'text', text: '場地：二樓會議廳' }] },
    { id: 'bull00000002', kind: 'bullet', depth: 1, inline: [{ type: 'text', text: '備用：三樓教室' }] },
  ],
});
