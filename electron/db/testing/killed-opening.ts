/**
 * A program that opens a database and is killed at its n-th step of doing so, as by kill −9: `node killed-opening.ts
 * DATABASE N`. Prints `opened` where it came to the end before that.
 */
import Database from 'better-sqlite3';
import { openDatabase } from '../open.ts';

const [path = '', steps = '1'] = process.argv.slice(2);
let left = Number(steps);

const step = (): void => {
  left -= 1;
  if (left < 0) process.kill(process.pid, 'SIGKILL');
};

const { exec, prepare, pragma } = Database.prototype;
/** One statement at a time, so that a step of the ladder can end between any two of its statements. */
Database.prototype.exec = function (sql) {
  for (const statement of sql.split(/;\s*\n/)) {
    step();
    if (statement.trim() !== '') exec.call(this, statement);
  }
  return this;
};
Database.prototype.prepare = function (this: Database.Database, sql: string) {
  step();
  return prepare.call(this, sql) as never;
} as typeof prepare;
Database.prototype.pragma = function (source, options) {
  step();
  return pragma.call(this, source, options);
};

const opened = openDatabase(path, { patience: 50 });
process.stdout.write(opened.ok ? 'opened' : opened.error.code);
