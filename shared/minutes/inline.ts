/** The only inline model: runs of text with marks, line breaks, and blanks that wait to be filled in. */
import { z } from 'zod';
import { idSchema } from './id.ts';

/** In the order in which marks are stored, so that equal text is equal JSON. */
export const marks = ['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript', 'highlight'] as const;
export const markSchema = z.enum(marks);
export type Mark = z.infer<typeof markSchema>;

export const textRunSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  marks: z.array(markSchema).optional(),
  /** http, https or mailto. */
  link: z.string().regex(/^(https?:|mailto:)/i).max(2048).optional(),
  /** Whom the whole run names: an id of the roster, or of the directory of people. Two such runs are never joined. */
  person: idSchema.optional(),
});
export type TextRun = z.infer<typeof textRunSchema>;

export const inlineSchema = z.discriminatedUnion('type', [
  textRunSchema,
  /** A line break inside a paragraph (Shift+Enter). */
  z.strictObject({ type: z.literal('break') }),
  /** 待填: a marked place of a template that nobody has filled in yet; `label` says with what. */
  z.strictObject({ type: z.literal('blank'), label: z.string().min(1).max(60) }),
]);
export type Inline = z.infer<typeof inlineSchema>;

/** Inline content that is plain text, or nothing for an empty string. */
export const plain = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }]);

/** A place to be filled in. */
export const blank = (label: string): Inline => ({ type: 'blank', label });

/** The text of inline content, or of the runs of the paper form; a break is '\n', a blank is `〔label〕`, a tab '\t'. */
export function inlineText(inline: readonly (Inline | { type: 'tab' })[]): string {
  return inline.map(partText).join('');
}

function partText(part: Inline | { type: 'tab' }): string {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'break':
      return '\n';
    case 'tab':
      return '\t';
    case 'blank':
      return `〔${part.label}〕`;
  }
}
