/** The pictures of the records. */
import { fail, ok, type Result } from '#shared/result.ts';
import type { Asset, FileContent } from '#shared/rpc/schemas.ts';
import { withoutMetadata } from './picture-metadata.ts';
import { readPicture } from './picture.ts';
import type { Services } from './services.ts';

const mostMegabytes = 30;
const mostPixels = 50_000_000;

/** Keeps a picture once, without what its file tells of place, time and camera. Errors: asset.tooLarge (30 MB), asset.tooManyPixels (50 megapixels), asset.kind, asset.unwritable. */
export async function put({ db, assets, now }: Services, { file }: { file: FileContent }): Promise<Result<Asset>> {
  if (file.size > mostMegabytes * 1024 * 1024) return fail('asset.tooLarge', { limit: mostMegabytes });
  const given = Buffer.from(await file.arrayBuffer());
  const picture = readPicture(given);
  if (!picture || picture.width === 0 || picture.height === 0) return fail('asset.kind');
  if (picture.width * picture.height > mostPixels) return fail('asset.tooManyPixels');
  const bytes = withoutMetadata(given, picture.mime);
  const kept = await assets.keep(bytes);
  if (!kept.ok) return kept;
  const asset = { hash: kept.value, ...picture };
  db.write(() => db.assets.add({ ...asset, size: bytes.length, createdAt: now().toISOString() }));
  return ok(asset);
}

/** A picture's file. Errors: asset.notFound, asset.damaged. */
export async function get({ db, assets }: Services, { hash }: { hash: Asset['hash'] }): Promise<Result<FileContent>> {
  const asset = db.assets.find(hash);
  if (!asset) return fail('asset.notFound');
  const bytes = await assets.read(hash);
  return bytes.ok ? ok(new Blob([new Uint8Array(bytes.value)], { type: asset.mime })) : bytes;
}
