/** The letters and words in which a record goes to paper. */
import type { Region, Script } from '../language.ts';
import type { LayoutProfile } from '../layouts/layout.ts';
import type { Meta } from './meta.ts';

/** 'keep' = the letters of the record; null = those of the layout, where it has any. */
export type ScriptChoice = Script | 'keep' | null;

/** `isOther`: the record is written otherwise and has to be converted. */
export function paperWriting(meta: Pick<Meta, 'script' | 'region'>, { writing }: LayoutProfile, choice: ScriptChoice): { script: Script; region: Region; isOther: boolean } {
  const script = choice === 'keep' ? meta.script : (choice ?? writing.script ?? meta.script);
  const region = writing.region ?? meta.region;
  return { script, region, isOther: script !== meta.script || region !== meta.region };
}
