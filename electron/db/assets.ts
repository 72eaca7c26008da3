/** The index of the picture files. The files themselves lie beside the database and never change. */
import type { Asset } from '#shared/rpc/schemas.ts';
import type { Connection } from './open.ts';

/** Queries over the assets of a connection. */
export function assetQueries(connection: Connection) {
  const find = connection.prepare<[string], Asset>('SELECT hash, mime, width, height FROM assets WHERE hash = ?');
  const add = connection.prepare('INSERT OR IGNORE INTO assets VALUES (@hash, @mime, @width, @height, @size, @createdAt)');
  return {
    find: (hash: string): Asset | null => find.get(hash) ?? null,
    add: (asset: Asset & { size: number; createdAt: string }): void => void add.run(asset),
  };
}
export type AssetQueries = ReturnType<typeof assetQueries>;
