/** Told to Node with `--import …/breaking-hook.ts?name`: whatever loads the program after it gets it broken. */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { breakOf, broken, placeOf } from './breaking.ts';

const { replacements = [], before } = breakOf(new URL(import.meta.url).search.slice(1));
before?.();

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const here = replacements.filter(({ file }) => pathToFileURL(placeOf(file)).href === url);
    return here.length === 0 ? loaded : { ...loaded, source: here.reduce(broken, String(loaded.source)) };
  },
});
