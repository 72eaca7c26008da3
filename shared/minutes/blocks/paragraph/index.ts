/** 段落. */
import { z } from 'zod';
import { alignSchema } from '../../align.ts';
import { defineBlock } from '../../block.ts';
import { idSchema } from '../../id.ts';
import { inlineSchema, inlineText } from '../../inline.ts';

export const paragraph = defineBlock({
  kind: 'paragraph',
  label: { 'zh-Hant': '段落', 'zh-Hans': '段落', en: 'Paragraph' },
  schema: z.strictObject({
    id: idSchema,
    kind: z.literal('paragraph'),
    inline: z.array(inlineSchema),
    align: alignSchema.optional(),
  }),
  toText: (block) => [inlineText(block.inline)],
  toPrint: (block) => [{ type: 'paragraph', style: 'body', runs: block.inline, anchor: block.id, ...(block.align && { align: block.align }) }],
  fixtures: [
    { id: 'para00000001', kind: 'paragraph', inline: [{ type: 'text', text: '會議於上午九時三十分開始。' }] },
    {
      id: 'para00000002',
      kind: 'paragraph',
      align: 'center',
      inline: [
        { type: 'text', text: '請於', marks: ['bold'] },
        { type: 'blank', label: '日期' },
        { type: 'text', text: '前回覆，詳見' },
        { type: 'text', text: '附件', link: 'https://example.org/annex' },
        { type: 'break' },
        { type: 'text', text: '約 12 m', marks: ['italic'] },
        { type: 'text', text: '2', marks: ['superscript'] },
      ],
    },
    {
      id: 'para00000003',
      kind: 'paragraph',
      inline: [
        { type: 'text', text: '會議由' },
        { type: 'text', text: '石仲平理事長', person: 'person000001' },
        { type: 'text', text: '方若蘭副局長', marks: ['bold'], person: 'person000002' },
        { type: 'text', text: '共同主持。' },
      ],
    },
  ],
});
