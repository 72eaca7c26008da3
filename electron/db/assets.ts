/** The index of the picture files. The files themselves lie beside the database and never change. */
import type { Asset } from '#shared/rpc/schemas.ts';
import type { Connection } from './open.ts';

/** A picture with the size of its file in bytes, and when it was put in. */
export interface KeptAsset extends Asset {
  size: number;
  createdAt: string;
}

/** Queries over the assets of a connection. */
export function assetQueries(connection: Connection) {
  const find = connection.prepare<[string], Asset>('SELECT hash, mime, width, height FROM assets WHERE hash = ?');
  const all = connection.prepare<[], KeptAsset>('SELECT hash, mime, width, height, size, created_at AS createdAt FROM assets');
  const add = connection.prepare('INSERT OR IGNORE INTO assets VALUES (@hash, @mime, @width, @height, @size, @createdAt)');
  const remove = connection.prepare<[string]>('DELETE FROM assets WHERE hash = ?');
  return {
    find: (hash: string): Asset | null => find.get(hash) ?? null,
    /** Every picture that was ever put in and not let go since. */
    all: (): KeptAsset[] => all.all(),
    add: (asset: KeptAsset): void => void add.run(asset),
    /** Forgets a picture that nothing shows any more. */
    remove: (hash: string): void => void remove.run(hash),
  };
}
export type AssetQueries = ReturnType<typeof assetQueries>;
