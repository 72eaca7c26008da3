/** 版面: those of the program and her own. */
import { isDeepStrictEqual } from 'node:util';
import { fileName } from '#shared/export/file-name.ts';
import { layoutIds, layouts } from '#shared/layouts/index.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { layoutFile, layoutOfOwn, type OwnLayout, ownCopy, ownLayoutSchema, readLayoutFile } from '#shared/layouts/own.ts';
import { newId } from '#shared/minutes/id.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { FileContent } from '#shared/rpc/schemas.ts';
import { firstOwn, listOwn, putOwn, removeOwn, type Shelf } from './own-cards.ts';
import type { Services } from './services.ts';

type Origin = string | null;

const layoutShelf: Shelf<OwnLayout> = {
  collection: 'layouts',
  read: (content) => ownLayoutSchema.safeParse(content).data ?? null,
  write: (layout) => layout,
  missing: 'layout.notFound',
};

/** The layout of an id, the program's or her own; null where there is none. */
function findLayout({ db }: Pick<Services, 'db'>, id: string): LayoutProfile | null {
  const known = layoutIds.find((one) => one === id);
  if (known) return layouts[known];
  const own = layoutShelf.read(db.cards.find('layouts', id)?.content ?? null);
  return own && layoutOfOwn(own);
}

/** The layout of a record that names it; that of an association where it names none, or one that is gone. */
export const layoutOr = (services: Pick<Services, 'db'>, named: string | undefined): LayoutProfile => (named === undefined ? null : findLayout(services, named)) ?? layouts.association;

/** The layout that is asked for, else the one that the record names. Error: layout.notFound. */
export function layoutFor(services: Pick<Services, 'db'>, asked: string | null, named: string | undefined): Result<LayoutProfile> {
  if (asked === null) return ok(layoutOr(services, named));
  const found = findLayout(services, asked);
  return found ? ok(found) : fail('layout.notFound', { name: asked });
}

/** Every layout that a file may have gone out in: the one that is named first, then the program's, then her own. */
export function likelyLayouts(services: Services, named: string | undefined): LayoutProfile[] {
  const all = [...Object.values(layouts), ...listOwn(services, layoutShelf).map(layoutOfOwn)];
  const first = layoutOr(services, named);
  return [first, ...all.filter(({ id }) => id !== first.id)];
}

export const list = (services: Services): Result<OwnLayout[]> => ok(listOwn(services, layoutShelf));

export const put = (services: Services, { layout, origin }: { layout: OwnLayout; origin: Origin }): Result<null> => putOwn(services, layoutShelf, [layout], origin);

/** Error: layout.notFound. */
export const remove = (services: Services, { id, origin }: { id: string; origin: Origin }): Result<null> => removeOwn(services, layoutShelf, id, origin);

/** Error: layout.notFound. */
export function exportFile(services: Services, { id }: { id: string }): Result<{ name: string; file: FileContent }> {
  const own = listOwn(services, layoutShelf).find((one) => one.id === id);
  if (!own) return fail('layout.notFound', { name: id });
  return ok({ name: fileName(own.name.trim() || '版面', 'json'), file: new Blob([layoutFile(own)], { type: 'application/json' }) });
}

/** A layout of a file, kept as her own; one that is there word for word stays once. Errors: file.*, layout.file, layout.newer, layout.invalid. */
export async function importFile(services: Services, { file, name, origin }: { file: FileContent; name: string; origin: Origin }): Promise<Result<{ id: string; name: string }>> {
  // Not at the start: it loads the dictionaries of the two scripts.
  const { read } = await import('./texts.ts');
  const text = await read({ file, name, encoding: null });
  if (!text.ok) return text;
  const layout = readLayoutFile(text.value.text);
  if (!layout.ok) return layout;
  const there = listOwn(services, layoutShelf);
  const known = there.find((one) => isDeepStrictEqual(layoutOfOwn(one), { ...layout.value, id: one.id }));
  if (known) return ok({ id: known.id, name: known.name });
  const own = ownCopy(layout.value, { id: newId(), name: layout.value.label['zh-Hant'], order: Math.max(firstOwn - 1, ...there.map(({ order }) => order)) + 1 });
  const kept = putOwn(services, layoutShelf, [own], origin);
  return kept.ok ? ok({ id: own.id, name: own.name }) : kept;
}
