import { accessSync, constants } from 'node:fs';

/** Whether a file is there and is a program that this user may start. */
export function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
