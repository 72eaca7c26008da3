/** 疑點: what a reader of a file from outside was not sure of. */
import { z } from 'zod';
import { idSchema } from '../minutes/id.ts';

/** What may be doubtful; the words are `doubt.<kind>` in `shared/locale/imports.ts`. */
export const doubtKinds = [
  /** Somebody changed the text of a working copy outside of the program. */
  'edited',
  /** The record inside a working copy cannot be read, or only by a newer program: the paper was read. */
  'recordDamaged',
  'recordNewer',
  'noDate',
  /** Taken from the name of the file, because the text does not say it. */
  'dateFromName',
  'titleFromName',
  /** The name of the file says another day, or another 屆次, than the text. */
  'dateDiffers',
  'countDiffers',
  /** 追蹤修訂: taken as accepted. */
  'change',
  /** 註解: not taken. */
  'comment',
  /** 註腳, put at the end of its paragraph. */
  'note',
  /** Text of a text box, put behind the paragraph that it hangs on. */
  'boxed',
  /** A number that a record does not count by itself, kept as text. */
  'number',
  /** A heading deeper than a record has. */
  'level',
  /** A picture that stood in a table, put behind it. */
  'pictureOfTable',
  /** Lines of an official layout, which makes them itself. */
  'frame',
  /** Changed in a line or table that a section makes of its data. */
  'data',
  /** Damaged characters that were repaired, and those that were not. */
  'repaired',
  'unresolved',
  /** Read through LibreOffice. */
  'office',
  /** What was left out of the text. */
  'macros',
  'external',
  'picture',
  'largePicture',
  'object',
  'hidden',
  'ruby',
  'contents',
  /** What could not be told apart: every line stands as a paragraph. */
  'plain',
] as const;

export const doubtSchema = z.object({
  kind: z.enum(doubtKinds),
  /** The block it is about; null = the head of the record, or all of it. */
  blockId: idSchema.nullable(),
  /** The words of the file that it is about; '' where there are none. */
  text: z.string().max(2000),
});
export type Doubt = z.infer<typeof doubtSchema>;
