import { layoutIds, layouts } from '#shared/layouts/index.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { layoutOfOwn } from '#shared/layouts/own.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { PaperOptions } from './paper.ts';

/** The layout that is asked for, null where none is; one of her own is in the database. Errors: layout.notFound, and those of opening it. */
export async function layoutAsked({ profile }: PaperOptions, db: string | undefined): Promise<Result<LayoutProfile | null>> {
  if (profile === undefined) return ok(null);
  const known = layoutIds.find((id) => id === profile);
  if (known) return ok(layouts[known]);
  const { withStore } = await import('./over-store.ts');
  return withStore(db, { create: false }, async (client) => {
    const own = await client.layouts.list();
    if (!own.ok) return own;
    const found = own.value.find(({ id }) => id === profile);
    return found ? ok(layoutOfOwn(found)) : fail('layout.notFound', { name: profile });
  });
}
