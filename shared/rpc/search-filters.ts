/** What narrows a search, and the searches that are kept. */
import { z } from 'zod';
import { type SectionKind, sections } from '../minutes/blocks/index.ts';
import { stageSchema } from '../minutes/stage.ts';

/** How a meeting is: places wait to be filled in, or none does; something assigned is not done; pinned; in the trash. */
export const searchStates = ['blank', 'complete', 'openActions', 'pinned', 'trashed'] as const;
export type SearchState = (typeof searchStates)[number];

const line = z.string().max(500);
export const sectionKinds = Object.keys(sections) as [SectionKind, ...SectionKind[]];

/**
 * What is left of the library; everything must hold, and in a list any of it unless it says so. Names of bodies and
 * people are the same in 繁 and 简. Meetings in the trash are found only by their state.
 */
export const searchFiltersSchema = z.strictObject({
  bodies: z.array(line).max(50).default([]),
  organisations: z.array(line).max(50).default([]),
  /** First and last year under which the library has it. */
  from: z.int().min(0).max(9999).nullable().default(null),
  to: z.int().min(0).max(9999).nullable().default(null),
  /** Only what stands in sections of these kinds is searched. */
  kinds: z.array(z.enum(sectionKinds)).max(sectionKinds.length).default([]),
  /** All of them: on the roster, chairing, recording or speaking. */
  people: z.array(line).max(20).default([]),
  /** All of them. */
  states: z.array(z.enum(searchStates)).max(searchStates.length).default([]),
  /** 草稿, 送核, 定稿, 已確認. */
  stages: z.array(stageSchema).max(stageSchema.options.length).default([]),
});
export type SearchFilters = z.infer<typeof searchFiltersSchema>;

/** Nothing is left out. */
export const noFilters: SearchFilters = searchFiltersSchema.parse({});

/** A search that she keeps by a name. */
export const savedSearchSchema = z.strictObject({ name: z.string().min(1).max(100), query: line, filters: searchFiltersSchema });
export type SavedSearch = z.infer<typeof savedSearchSchema>;
