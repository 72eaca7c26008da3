/** --profile and --script: in which layout and which letters a record goes out. */
import { layoutIds, layouts } from '#shared/layouts/index.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { layoutOfOwn } from '#shared/layouts/own.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { asItIs, type ExportOptions } from '#shared/export/options.ts';
import { withStore } from './terms.ts';

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

/** The layout that is asked for, null where none is; one of her own is in the database. Errors: layout.notFound, and those of opening it. */
export async function layoutAsked({ profile }: PaperOptions, db: string | undefined): Promise<Result<LayoutProfile | null>> {
  if (profile === undefined) return ok(null);
  const known = layoutIds.find((id) => id === profile);
  if (known) return ok(layouts[known]);
  return withStore(db, { create: false }, async (client) => {
    const own = await client.layouts.list();
    if (!own.ok) return own;
    const found = own.value.find(({ id }) => id === profile);
    return found ? ok(layoutOfOwn(found)) : fail('layout.notFound', { name: profile });
  });
}
