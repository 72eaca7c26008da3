/** What is kept by a name: her settings and what the program notes of its database. Values are JSON. */
import type { Connection } from './open.ts';

/** Queries over the settings of a connection. */
export function settingQueries(connection: Connection) {
  const all = connection.prepare<[], { key: string; value: string }>('SELECT key, value FROM settings');
  const put = connection.prepare<[string, string]>('INSERT OR REPLACE INTO settings VALUES (?, ?)');
  return {
    all: (): Record<string, unknown> =>
      Object.fromEntries(all.all().map(({ key, value }) => [key, JSON.parse(value) as unknown])),
    put(values: Record<string, unknown>): void {
      for (const [key, value] of Object.entries(values)) put.run(key, JSON.stringify(value));
    },
  };
}
export type SettingQueries = ReturnType<typeof settingQueries>;
