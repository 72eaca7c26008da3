/** What went wrong in the database or beside it, as one of our errors. */
import Database from 'better-sqlite3';
import type { AppError } from '#shared/result.ts';

/** Breaks work off with an error of ours. */
export function raise(failure: AppError): never {
  throw Object.assign(new Error(failure.code), { failure });
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The error of a statement or a file operation that failed on an open database; null where it is neither. */
export function databaseFailure(error: unknown): AppError | null {
  if (error instanceof Error && 'failure' in error) return error.failure as AppError;
  // It was closed under a call, to be opened again.
  if (error instanceof TypeError && error.message === 'The database connection is not open') return { code: 'database.failed' };
  const code = codeOf(error);
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code === 'EDQUOT') return { code: 'database.full' };
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return { code: 'database.readOnly' };
  if (error instanceof Database.SqliteError) return { code: 'database.failed' };
  return ['EIO', 'EACCES', 'EPERM', 'EBUSY', 'EFBIG'].includes(code) ? { code: 'database.failed' } : null;
}

/** The error of a database that could not be opened; `name` is the file's name for the sentence. */
export function openingFailure(error: unknown, name: string): AppError {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { code: 'database.locked' };
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) return { code: 'database.damaged', params: { name } };
  const failure = databaseFailure(error);
  if (failure && failure.code !== 'database.failed') return failure;
  return { code: 'database.unopenable', params: { name } };
}
