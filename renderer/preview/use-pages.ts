/** The pages of the open text, composed again after every change of it. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Script } from '#shared/language.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import type { Pages } from '#shared/pages/page.ts';
import { useParts } from '../app/context.ts';
import { assetUrls } from '../images/asset-urls.ts';
import type { Asset } from './drawing.ts';

/** Nothing is drawn in the place of a picture while it is fetched. */
const nothing = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** null until they are there for the first time; those of the text before stay until the next are. */
export function usePages(document: MinutesDocument, layout: LayoutProfile, script: Script | 'keep' | null): Pages | null {
  const [pages, setPages] = useState<Pages | null>(null);
  useEffect(() => {
    let isLate = false;
    // The measures of the faces and the dictionaries of the two scripts are not loaded before somebody looks.
    void Promise.all([import('#shared/pages/compose.ts'), import('#shared/minutes/paper.ts')]).then(([{ compose }, { forPaper }]) => {
      if (!isLate) setPages(compose(printDocument(forPaper(document, layout, script), layout), layout));
    });
    return () => {
      isLate = true;
    };
  }, [document, layout, script]);
  return pages;
}

/** The addresses of the pictures on the pages. */
export function usePictures(pages: Pages | null): Asset {
  const { client } = useParts();
  const urls = useRef<ReturnType<typeof assetUrls>>(null);
  const [known, setKnown] = useState<ReadonlyMap<string, string | null>>(new Map());
  useEffect(() => {
    urls.current = assetUrls(client.store);
    return () => urls.current?.dispose();
  }, [client]);
  useEffect(() => {
    const shown = new Set(pages?.pages.flatMap(({ pictures }) => pictures.map(({ asset }) => asset)));
    for (const hash of shown) {
      if (!known.has(hash)) void urls.current?.url(hash).then((url) => setKnown((before) => (before.get(hash) === url && before.has(hash) ? before : new Map([...before, [hash, url]]))));
    }
  }, [pages, known]);
  return useMemo(() => (hash) => (known.has(hash) ? (known.get(hash) ?? null) : nothing), [known]);
}
