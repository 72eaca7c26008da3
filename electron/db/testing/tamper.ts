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
