/** 表格. */
import { z } from 'zod';
import { defineBlock } from '../../block.ts';
import { idSchema } from '../../id.ts';
import type { PrintParagraph } from '../../print.ts';
import { textBlockSchema } from '../text.ts';

const cellSchema = z.strictObject({
  /** Columns and rows that the cell covers; covered cells are absent, as in HTML. */
  columns: z.int().min(1).max(100),
  rows: z.int().min(1).max(10_000),
  header: z.boolean(),
  blocks: z.array(textBlockSchema).min(1),
});
export type TableCell = z.infer<typeof cellSchema>;

const cell = (id: string, text: string, header = false): TableCell => ({
  columns: 1,
  rows: 1,
  header,
  blocks: [{ id, kind: 'paragraph', inline: text === '' ? [] : [{ type: 'text', text }] }],
});

export const table = defineBlock({
  kind: 'table',
  label: { 'zh-Hant': '表格', 'zh-Hans': '表格', en: 'Table' },
  schema: z.strictObject({
    id: idSchema,
    kind: z.literal('table'),
    /** Relative widths, one a column. */
    widths: z.array(z.number().positive()).min(1).max(100),
    rows: z.array(z.array(cellSchema)).min(1).max(10_000),
  }),
  toText: (block, context) =>
    block.rows.map((row) => row.map((one) => context.text(one.blocks).join(' ')).join('\t')),
  toPrint: (block, context) => {
    const total = block.widths.reduce((sum, width) => sum + width, 0);
    const body = block.rows.findIndex((row) => row.length === 0 || row.some((one) => !one.header));
    return [
      {
        type: 'table',
        anchor: block.id,
        headerRows: body === -1 ? block.rows.length : body,
        widths: block.widths.map((width) => width / total),
        rows: block.rows.map((row) =>
          row.map((one) => ({
            columns: one.columns,
            rows: one.rows,
            header: one.header,
            paragraphs: context
              .print(one.blocks)
              .filter((node): node is PrintParagraph => node.type === 'paragraph')
              .map((node) =>
                node.style === 'body' ? { ...node, style: one.header ? ('tableHeader' as const) : ('tableText' as const) } : node,
              ),
          })),
        ),
      },
    ];
  },
  fixtures: [
    {
      id: 'tabl00000001',
      kind: 'table',
      widths: [1, 2, 1],
      rows: [
        [cell('cell00000001', '項次', true), cell('cell00000002', '科目', true), cell('cell00000003', '金額', true)],
        [cell('cell00000004', '1'), cell('cell00000005', '會費收入'), cell('cell00000006', '120,000')],
        [
          { ...cell('cell00000007', '合計'), columns: 2 },
          cell('cell00000008', '120,000'),
        ],
      ],
    },
  ],
});
