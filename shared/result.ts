/** Errors are values: a code and what fills its sentence. The sentences are in `locale/errors.ts`. */
import type { ErrorCode } from './locale/errors.ts';

export interface AppError {
  code: ErrorCode;
  /** What the sentence names: a file, a version, an encoding. Never a path of the computer. */
  params?: Record<string, string | number>;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError };

/** A success that holds `value`. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** A failure with its code and the words that fill its sentence. */
export const fail = (code: ErrorCode, params?: AppError['params']): { ok: false; error: AppError } => ({
  ok: false,
  error: params ? { code, params } : { code },
});
