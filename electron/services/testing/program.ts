/** A program for each test of a file. */
import { afterEach, beforeEach } from 'vitest';
import type { RunningServices } from '#electron/services/running.ts';
import type { Services } from '#electron/services/services.ts';
import type { StoreOptions } from '#electron/services/store-messages.ts';
import { testFolder, testServices } from './store.ts';

export interface Program {
  readonly services: Services;
  readonly folder: string;
  readonly databasePath: string;
  stop(): Promise<void>;
  /** As a crash would. */
  abandon(): Promise<void>;
  /** Starts what was stopped, on the same database unless another is named. */
  start(options?: Partial<StoreOptions>): void;
  restart(options?: Partial<StoreOptions>): Promise<void>;
}

/** The services of a program on a new database, started before each test of the file that calls it, and gone with its folder afterwards. */
export function programForEach(options: Partial<StoreOptions> = {}): Program {
  let place: ReturnType<typeof testFolder>;
  let running: RunningServices;
  const program: Program = {
    get services() {
      return running.services;
    },
    get folder() {
      return place.folder;
    },
    get databasePath() {
      return place.databasePath;
    },
    stop: () => running.close(),
    abandon: () => running.abandon(),
    start(other = options) {
      running = testServices(other.databasePath ?? place.databasePath, other);
    },
    async restart(other) {
      await program.stop();
      program.start(other);
    },
  };
  beforeEach(() => {
    place = testFolder();
    program.start();
  });
  afterEach(async () => {
    await program.stop();
    place.remove();
  });
  return program;
}
