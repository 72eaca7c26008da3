import type { ErrorCode } from '#shared/locale/errors.ts';

/** Thrown where the reading of a file cannot go on; `readDocx` answers with its code. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly params: Record<string, string | number>;

  constructor(code: ErrorCode, params: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** null in place of a refusal: for what the text does not stand on. */
export function whole<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
