/** Layouts of her own: a layout like those of the program, under a name that she gave it. */
import { z } from 'zod';
import { idSchema } from '../minutes/id.ts';
import { fail, ok, type Result } from '../result.ts';
import { type LayoutProfile, layoutSchema } from './layout.ts';

export const ownLayoutSchema = z.strictObject({
  id: idSchema,
  name: z.string().trim().min(1).max(60),
  order: z.int(),
  /** Its id and label follow from the two above. */
  layout: layoutSchema,
});
export type OwnLayout = z.infer<typeof ownLayoutSchema>;

/** The layout as it is used: under her id and name. */
export const layoutOfOwn = ({ id, name, layout }: OwnLayout): LayoutProfile => ({ ...layout, id, label: { 'zh-Hant': name, 'zh-Hans': name, en: name } });

/** A layout under another id and name. */
export const ownCopy = (layout: LayoutProfile, { id, name, order }: Pick<OwnLayout, 'id' | 'name' | 'order'>): OwnLayout => ({ id, name, order, layout: { ...layout, id } });

const format = 'minutebook-layout';
const version = 1;
const fileSchema = z.object({ format: z.literal(format), version: z.int().min(1), layout: z.unknown() });

/** The text of a file with one layout, to carry it from one office to another. */
export const layoutFile = (own: OwnLayout): string => `${JSON.stringify({ format, version, layout: layoutOfOwn(own) }, null, 2)}\n`;

/** The layout that a file holds. Errors: layout.file, layout.newer, layout.invalid. */
export function readLayoutFile(text: string): Result<LayoutProfile> {
  const file = fileSchema.safeParse(parsed(text));
  if (!file.success) return fail('layout.file');
  if (file.data.version > version) return fail('layout.newer');
  const checked = layoutSchema.safeParse(file.data.layout);
  return checked.success ? ok(checked.data) : fail('layout.invalid');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
