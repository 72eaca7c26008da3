/** How a record goes out: as which file, in which layout and script. */
import { z } from 'zod';

export const exportFormats = ['docx', 'pdf', 'html', 'md', 'txt', 'json'] as const;
export const exportFormatSchema = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** Of a Word file: 傳閱, 工作副本. */
export const copies = ['circulation', 'working'] as const;

export const exportOptionsSchema = z.strictObject({
  /** 版面: a layout by its id; null = the record's own. */
  layout: z.string().max(32).nullable().default(null),
  /** 'keep' = the letters of the record; null = as the layout has it. */
  script: z.enum(['Hant', 'Hans', 'keep']).nullable().default(null),
  /** Of a Word file: to be sent around, nothing but the document in it; or to be worked on, with the record inside (工作副本). */
  copy: z.enum(copies).default('circulation'),
  /** Word 版型: her own template of Word by its id, filled with the record; of Word files only. */
  template: z.string().max(40).nullable().default(null),
});
export type ExportOptions = z.infer<typeof exportOptionsSchema>;

/** A record as it is, in its own layout. */
export const asItIs: ExportOptions = exportOptionsSchema.parse({});

/** What she chose when she exported last. */
export const exportChoiceSchema = exportOptionsSchema.extend({ format: exportFormatSchema });
export type ExportChoice = z.infer<typeof exportChoiceSchema>;

/** 檔名: 20240119_六屆四次理事會_紀錄. The places of a pattern are told in `export-name.ts`. */
export const usualPattern = '{日期}_{屆次}{會議}_{種類}';
