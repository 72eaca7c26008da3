import Database from 'better-sqlite3';

/** Changes a closed database behind the back of the program, as damage or another program would. */
export function tamper(path: string, sql: string, ...values: unknown[]): void {
  const connection = new Database(path);
  const { changes } = connection.prepare(sql).run(...values);
  connection.close();
  if (changes === 0) throw new Error('nothing was changed');
}

/** What a closed database holds, read past the program. */
export function peek(path: string, sql: string): unknown[] {
  const connection = new Database(path, { readonly: true });
  const rows = connection.prepare(sql).all();
  connection.close();
  return rows;
}

/** Gives two indexes of a closed database each other's entries: every page is well-formed, and no index fits its table. */
export function exchangeIndexes(path: string, one: string, other: string): void {
  const connection = new Database(path);
  connection.unsafeMode();
  connection.pragma('writable_schema = ON');
  const root = connection.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck();
  const [first, second] = [root.get(one), root.get(other)];
  const move = connection.prepare('UPDATE sqlite_schema SET rootpage = ? WHERE name = ?');
  if (move.run(second, one).changes + move.run(first, other).changes !== 2) throw new Error('nothing was changed');
  connection.close();
}
