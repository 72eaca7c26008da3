/** The disk that remembers and obeys (shim.c): compiled once, preloaded into the programs that are tried on it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why it cannot be used here; null where it can. */
export const shimMissing: string | null =
  process.platform !== 'linux' ? 'needs Linux' : spawnSync('cc', ['--version']).status !== 0 ? 'needs a C compiler (cc)' : null;

let compiled: string | null = null;

function library(): string {
  if (compiled === null) {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-shim-'));
    compiled = join(folder, 'shim.so');
    execFileSync('cc', ['-O1', '-Wall', '-shared', '-fPIC', '-o', compiled, join(import.meta.dirname, 'shim.c'), '-ldl', '-lpthread']);
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  }
  return compiled;
}

export interface ShimOptions {
  /** Only what happens to the files of this folder counts. */
  root: string;
  /** The file to write down in what happens, for `readLog`. */
  log?: string;
  /** The file of the disk's orders, for `diskOrders`. */
  orders?: string;
}

/** The environment of a program on such a disk. */
export function shimEnvironment({ root, log, orders }: ShimOptions): NodeJS.ProcessEnv {
  if (orders !== undefined) writeFileSync(orders, orderBytes({}));
  return {
    LD_PRELOAD: library(),
    DISK_ROOT: root,
    ...(log === undefined ? {} : { DISK_LOG: log }),
    ...(orders === undefined ? {} : { DISK_ORDERS: orders }),
  };
}

export interface Orders {
  /** Bytes that files may still grow by. */
  room?: number;
  /** The sync that fails, 1 the next one. */
  failing?: number;
  /** Milliseconds that a sync takes. */
  slowness?: number;
  /** The number of the error that opening for writing, and writing, end with. */
  refusal?: number;
}

/** What the disk is to do from now on; all is well where nothing is said. */
export function orderBytes({ room = -1, failing = 0, slowness = 0, refusal = 0 }: Orders): Buffer {
  const bytes = Buffer.alloc(32);
  [room, failing, slowness * 1000, refusal].forEach((order, index) => bytes.writeBigInt64LE(BigInt(order), index * 8));
  return bytes;
}
