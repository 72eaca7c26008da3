/** The kinds that the body of a section may hold. A section never holds a section. */
import { z } from 'zod';
import { bullet } from './bullet/index.ts';
import { heading } from './heading/index.ts';
import { image } from './image/index.ts';
import { item } from './item/index.ts';
import { pageBreak } from './page-break/index.ts';
import { paragraph } from './paragraph/index.ts';
import { quote } from './quote/index.ts';
import { table } from './table/index.ts';

export const bodyBlockSchema = z.discriminatedUnion('kind', [
  heading.schema,
  paragraph.schema,
  item.schema,
  bullet.schema,
  quote.schema,
  table.schema,
  image.schema,
  pageBreak.schema,
]);
export type BodyBlock = z.infer<typeof bodyBlockSchema>;
