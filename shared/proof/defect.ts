/** What Word may refuse or repair in a file. */
import { z } from 'zod';

/** Each has its sentence in `locale/proof.ts`. */
export const defectCodes = ['list', 'numbering', 'style', 'cell', 'row', 'table', 'bookmarkName', 'bookmarkTwice', 'bookmarkId', 'bookmarkEnd'] as const;

export const defectSchema = z.strictObject({
  code: z.enum(defectCodes),
  /** The part of the file: 「word/document.xml」. */
  part: z.string(),
  /** The number or name that it is about; '' = none. */
  name: z.string(),
});
export type Defect = z.infer<typeof defectSchema>;

/** The parts of a Word file that have a name for her. */
export const defectPlaces = ['document', 'header', 'footer', 'footnotes', 'endnotes', 'comments', 'styles', 'numbering'] as const;
