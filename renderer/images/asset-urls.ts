/** Addresses under which the page shows stored pictures: each file is fetched once and given back at the end. */
import type { Client } from '../rpc/client.ts';

export interface AssetUrls {
  /** A blob address of a stored picture; null where its file is gone or damaged. */
  url(hash: string): Promise<string | null>;
  /** Frees every address that was handed out. */
  dispose(): void;
}

type Store = { assets: Pick<Client['store']['assets'], 'get'> };

/** The picture addresses of one open meeting. */
export function assetUrls(store: Store): AssetUrls {
  const known = new Map<string, Promise<string | null>>();
  const fetchUrl = async (hash: string) => {
    const found = await store.assets.get({ hash });
    if (!found.ok) {
      // The store may answer again later: only what it gave is remembered.
      known.delete(hash);
      return null;
    }
    return URL.createObjectURL(new Blob([await found.value.arrayBuffer()], { type: found.value.type }));
  };
  return {
    url(hash) {
      const before = known.get(hash);
      if (before) return before;
      const url = fetchUrl(hash);
      known.set(hash, url);
      return url;
    },
    dispose() {
      for (const url of known.values()) void url.then((one) => one && URL.revokeObjectURL(one));
      known.clear();
    },
  };
}
