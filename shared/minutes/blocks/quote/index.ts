/** 引文. */
import { z } from 'zod';
import { defineBlock } from '../../block.ts';
import { idSchema } from '../../id.ts';
import { inlineSchema, inlineText } from '../../inline.ts';

export const quote = defineBlock({
  kind: 'quote',
  label: { 'zh-Hant': '引文', 'zh-Hans': '引文', en: 'Quote' },
  schema: z.strictObject({ id: idSchema, kind: z.literal('quote'), inline: z.array(inlineSchema) }),
  toText: (block) => [inlineText(block.inline)],
  toPrint: (block) => [{ type: 'paragraph', style: 'quote', runs: block.inline, anchor: block.id }],
  fixtures: [
    { id: 'quot00000001', kind: 'quote', inline: [{ type: 'text', text: '章程第三條：本會以推廣綠化為宗旨。' }] },
  ],
});
