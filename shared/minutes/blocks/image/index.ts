/** 圖片, kept once by the sha256 of its file. */
import { z } from 'zod';
import { defineBlock } from '../../block.ts';
import { idSchema } from '../../id.ts';
import { inlineSchema, inlineText } from '../../inline.ts';
import type { PrintNode } from '../../print.ts';

export const assetHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const image = defineBlock({
  kind: 'image',
  label: { 'zh-Hant': '圖片', 'zh-Hans': '图片', en: 'Image' },
  schema: z.strictObject({
    id: idSchema,
    kind: z.literal('image'),
    asset: assetHashSchema,
    mime: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif']),
    /** Pixels of the file. */
    width: z.int().min(1).max(100_000),
    height: z.int().min(1).max(100_000),
    /** Width on paper in millimetres; null = natural size, at most the type area. */
    paperWidth: z.number().min(5).max(400).nullable(),
    /** 替代文字: what the picture shows, for those who cannot see it. */
    alt: z.string().max(1000),
    caption: z.array(inlineSchema),
  }),
  toText: (block) => [block.alt, inlineText(block.caption)].filter((line) => line !== ''),
  toPrint: (block) => {
    const { asset, mime, width, height, paperWidth, alt } = block;
    const nodes: PrintNode[] = [{ type: 'image', asset, mime, width, height, paperWidth, alt, anchor: block.id }];
    if (block.caption.length > 0) nodes.push({ type: 'paragraph', style: 'caption', runs: block.caption });
    return nodes;
  },
  fixtures: [
    {
      id: 'imag00000001',
      kind: 'image',
      asset: '0'.repeat(64),
      mime: 'image/png',
      width: 640,
      height: 480,
      paperWidth: 80,
      alt: '會場全景',
      caption: [{ type: 'text', text: '圖一　會場全景' }],
    },
  ],
});
