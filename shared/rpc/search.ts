/** 搜尋: over everything that every record says. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '../minutes/id.ts';
import { stageSchema } from '../minutes/stage.ts';
import { meetingSummarySchema, resultOf } from './schemas.ts';
import { searchFiltersSchema, searchStates, sectionKinds } from './search-filters.ts';

const query = z.string().max(500);
const filters = searchFiltersSchema.prefault({});

/** Where a text was found: UTF-16 offsets of the hits in `text`. */
export const snippetSchema = z.object({
  blockId: idSchema.nullable(),
  text: z.string(),
  hits: z.array(z.tuple([z.int(), z.int()])),
});
export type Snippet = z.infer<typeof snippetSchema>;

/** A meeting that was found, how many places in it are hits, and the first of them. */
export const searchHitSchema = z.object({ meeting: meetingSummarySchema, places: z.int(), snippets: z.array(snippetSchema) });
export type SearchHit = z.infer<typeof searchHitSchema>;

/** How many meetings can be found, of all; null where that is all of them. */
const indexing = z.object({ indexed: z.int(), total: z.int() }).nullable();

const facet = <Value extends z.ZodType>(value: Value) => z.array(z.object({ value, count: z.int() }));
/** What there is to choose from, with the number of meetings of each. */
export const searchFacetsSchema = z.object({
  bodies: facet(z.string()),
  organisations: facet(z.string()),
  years: facet(z.int()),
  kinds: facet(z.enum(sectionKinds)),
  people: facet(z.string()),
  states: facet(z.enum(searchStates)),
  stages: facet(stageSchema),
});
export type SearchFacets = z.infer<typeof searchFacetsSchema>;

export const searchOrders = ['newest', 'best'] as const;
export type SearchOrder = (typeof searchOrders)[number];

export const searchContract = {
  /**
   * Meetings that hold all words of the query (`parseQuery`), of those that the filters leave; without a word all that
   * they leave. Best first: written as the query is, found in the title, more hits, newer. Never waits for an index
   * that is being made: it answers what can be found, and `indexing` says of how much.
   */
  query: oc
    .input(
      z.strictObject({
        query,
        filters,
        order: z.enum(searchOrders).default('newest'),
        offset: z.int().min(0).default(0),
        /** A screen of them: reading what is shown is most of what an answer takes. */
        limit: z.int().min(1).max(200).default(12),
      }),
    )
    .output(resultOf(z.object({ total: z.int(), hits: z.array(searchHitSchema), indexing }))),
  /** How many hits there are in all meetings that it finds; null where those are too many to be read for it. */
  places: oc.input(z.strictObject({ query, filters })).output(resultOf(z.object({ places: z.int().nullable() }))),
  /** Those of the library that the filters leave; of people the most frequent whose name holds `person`. */
  facets: oc.input(z.strictObject({ filters, person: z.string().max(100).default('') })).output(resultOf(searchFacetsSchema)),
};
