/** --profile and --script: in which layout and which letters a record goes out. */
import { asItIs, type ExportOptions } from '#shared/export/options.ts';

/** As they are typed. */
export const scriptWords = ['hant', 'hans', 'keep'] as const;
const scripts = { hant: 'Hant', hans: 'Hans', keep: 'keep' } as const;

export interface PaperOptions {
  profile?: string;
  script?: (typeof scriptWords)[number];
  copy?: ExportOptions['copy'];
}

/** The same as the store takes it. */
export const formOf = ({ profile, script, copy = 'circulation' }: PaperOptions): ExportOptions => ({ ...asItIs, copy, layout: profile ?? null, script: script ? scripts[script] : null });
