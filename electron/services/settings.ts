/** What she set. */
import { ok, type Result } from '#shared/result.ts';
import { type Settings, settingsSchema } from '#shared/rpc/schemas.ts';
import type { Services } from './services.ts';

/** Her settings; a value that is missing or no longer allowed is the default. */
export function get({ db }: Services): Result<Settings> {
  const kept = db.settings.all();
  const fit = Object.entries(settingsSchema.shape).filter(([key, schema]) => key in kept && schema.safeParse(kept[key]).success);
  return ok(settingsSchema.parse(Object.fromEntries(fit.map(([key]) => [key, kept[key]]))));
}

/** Changes those settings that are given; returns all of them. */
export function set(
  services: Services,
  { settings, origin }: { settings: Partial<Settings>; origin: string | null },
): Result<Settings> {
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  services.db.write(() => services.db.settings.put(given));
  services.events.publish({ type: 'settings.changed', origin });
  return get(services);
}
