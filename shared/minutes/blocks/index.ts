/** The only list of kinds: the union, the validator and every reader follow from it. */
import { z } from 'zod';
import { actions } from './actions/index.ts';
import { adjournment } from './adjournment/index.ts';
import { agenda } from './agenda/index.ts';
import { annexes } from './annexes/index.ts';
import { attendance } from './attendance/index.ts';
import { bullet } from './bullet/index.ts';
import { discussion } from './discussion/index.ts';
import { election } from './election/index.ts';
import { event } from './event/index.ts';
import { extemporeMotion } from './extempore-motion/index.ts';
import { followUp } from './follow-up/index.ts';
import { heading } from './heading/index.ts';
import { heardReport } from './heard-report/index.ts';
import { image } from './image/index.ts';
import { introduction } from './introduction/index.ts';
import { item } from './item/index.ts';
import { lecture } from './lecture/index.ts';
import { pageBreak } from './page-break/index.ts';
import { paragraph } from './paragraph/index.ts';
import { quote } from './quote/index.ts';
import { report } from './report/index.ts';
import { resolution } from './resolution/index.ts';
import { speech } from './speech/index.ts';
import { table } from './table/index.ts';

/** In the order of a meeting, which menus keep. */
export const sections = {
  attendance,
  agenda,
  followUp,
  speech,
  report,
  heardReport,
  lecture,
  introduction,
  discussion,
  resolution,
  extemporeMotion,
  election,
  actions,
  event,
  adjournment,
  annexes,
} as const;
export const blocks = { heading, paragraph, item, bullet, quote, table, image, pageBreak, ...sections } as const;

export type BlockKind = keyof typeof blocks;
export type SectionKind = keyof typeof sections;
export type BlockOf<Kind extends BlockKind> = z.infer<(typeof blocks)[Kind]['schema']>;
export type Block = { [Kind in BlockKind]: BlockOf<Kind> }[BlockKind];
export type Section = { [Kind in SectionKind]: BlockOf<Kind> }[SectionKind];

export const isSectionKind = (kind: string): kind is SectionKind => Object.hasOwn(sections, kind);

/** Checks a block by its `kind`. An unknown kind is an error. */
export const blockSchema = z.discriminatedUnion(
  'kind',
  Object.values(blocks).map((block) => block.schema) as unknown as [typeof paragraph.schema],
) as unknown as z.ZodType<Block>;
