/** 版面 of her own. Those of the program are in `shared/layouts`. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ownLayoutSchema } from '../layouts/own.ts';
import { idSchema } from '../minutes/id.ts';
import { origin } from './origin.ts';
import { fileContentSchema, resultOf } from './schemas.ts';

export const layoutsContract = {
  /** In her order. */
  list: oc.output(resultOf(z.array(ownLayoutSchema))),
  /** Keeps a layout, in the place of the one of that id. */
  put: oc.input(z.strictObject({ layout: ownLayoutSchema, origin })).output(resultOf(z.null())),
  /** A record that goes out in it goes out in that of an association from then on. Error: layout.notFound. */
  remove: oc.input(z.strictObject({ id: idSchema, origin })).output(resultOf(z.null())),
  /** One of them as a file. Error: layout.notFound. */
  export: oc.input(z.strictObject({ id: idSchema })).output(resultOf(z.object({ name: z.string(), file: fileContentSchema }))),
  /** Takes a file in as another layout; its id. Errors: file.*, layout.file, layout.newer, layout.invalid. */
  import: oc.input(z.strictObject({ file: fileContentSchema, name: z.string().max(300), origin })).output(resultOf(z.object({ id: z.string(), name: z.string() }))),
};
