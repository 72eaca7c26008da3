/** What she searched for before, and the searches she keeps. */
import type { SearchFilters } from '#shared/rpc/search-filters.ts';
import type { AppStore } from '../app/state.ts';

const most = 20;

/** Puts a query first among the last ones; each is there once. */
export function remember(app: AppStore, query: string): void {
  const asked = query.trim();
  const { settings, change } = app.getState();
  if (asked === '' || settings.searchHistory[0] === asked) return;
  void change({ searchHistory: [asked, ...settings.searchHistory.filter((one) => one !== asked)].slice(0, most) });
}

/** Keeps a search by a name; another one of that name gives way. */
export function keepSearch(app: AppStore, name: string, query: string, filters: SearchFilters): void {
  const { settings, change } = app.getState();
  void change({ savedSearches: [{ name, query: query.trim(), filters }, ...settings.savedSearches.filter((one) => one.name !== name)] });
}

/** Lets go of a search that was kept. */
export function dropSearch(app: AppStore, name: string): void {
  const { settings, change } = app.getState();
  void change({ savedSearches: settings.savedSearches.filter((one) => one.name !== name) });
}
