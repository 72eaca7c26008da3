/**
 * The door of a program that owns a database: another start on the same database, by the same user, comes in here
 * instead of being kept out. A socket in a folder of the user's own; a named pipe on Windows.
 */
import { chmod, lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/node';
import { databaseKey } from '#electron/services/rescue-files.ts';
import type { StoreClient } from '#electron/services/store.ts';
import { ok } from '#shared/result.ts';
import { storeContract } from '#shared/rpc/contract.ts';
import { doorContract } from '#shared/rpc/door.ts';
import { bodyLimit } from './body-limit.ts';
import { forward } from './forward.ts';

export interface Forward {
  /** A window stands in front of the user now. */
  shown: boolean;
  /** An address to open instead; null where there is none. */
  address: string | null;
}

export interface DoorParts {
  databasePath: string;
  store: StoreClient;
  /** `window` false: only an address is wanted. */
  comeForward(asked: { window: boolean }): Promise<Forward>;
}

/** Behind the door of another start. */
export type Neighbour = ContractRouterClient<typeof doorContract>;

/** How long a door may take to be opened. Milliseconds. */
const patience = 3000;

function doorPath(databasePath: string): string {
  const name = databaseKey(databasePath);
  if (process.platform === 'win32') return `\\\\.\\pipe\\minutebook-${userInfo().username}-${name}`;
  return join(tmpdir(), `minutebook-${userInfo().uid}`, name);
}

/** Opens the door of a database that this program owns; null where it cannot be, and others are kept out as before. */
export async function openDoor({ databasePath, store, comeForward }: DoorParts): Promise<{ close(): Promise<void> } | null> {
  const path = doorPath(databasePath);
  const door = implement(doorContract);
  const calls = new RPCHandler({
    comeForward: door.comeForward.handler(async ({ input }) => ok(await comeForward(input))),
    store: forward(storeContract, store),
  });
  const server = createServer((request, response) => {
    const refuse = (status: number): void => void response.writeHead(status, { connection: 'close' }).end();
    if (!isSmall(request)) return refuse(413);
    calls.handle(request, response).then(({ matched }) => matched || refuse(404), () => refuse(500));
  });
  try {
    if (process.platform !== 'win32') {
      await makePrivate(dirname(path));
      // Whoever left it no longer owns the database.
      if (!(await answers(path))) await rm(path, { force: true });
    }
    await listenOn(server, path);
  } catch {
    return null;
  }
  void sweepDoors(dirname(path)).catch(() => undefined);
  return {
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The program that has a door for this database; null where there is none. */
export async function knock(databasePath: string): Promise<Neighbour | null> {
  const path = doorPath(databasePath);
  const isOurs = process.platform === 'win32' || (await isPrivate(dirname(path)));
  if (!isOurs || !(await answers(path))) return null;
  return createORPCClient<Neighbour>(new RPCLink({ url: 'http://door/', fetch: (request) => sendOver(path, request) }));
}

function isSmall({ headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length'] ?? (headers['transfer-encoding'] === undefined ? 0 : Infinity));
  return length <= bodyLimit;
}

async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!(await isPrivate(folder))) throw new Error('the folder is not ours');
  await chmod(folder, 0o700);
}

/** The folder for temporary files is everybody's: a folder that another user made there is not ours. */
async function isPrivate(folder: string): Promise<boolean> {
  const stats = await lstat(folder).catch(() => null);
  return stats !== null && stats.isDirectory() && stats.uid === userInfo().uid;
}

/** Takes away the doors of other databases whose programs were killed; a busy one is late and never refuses. */
async function sweepDoors(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if ((await tried(path)) === 'ECONNREFUSED') await rm(path, { force: true });
  }
}

const answers = async (path: string): Promise<boolean> => (await tried(path)) === null;

/** Knocks and goes away: null where somebody is there, else why not. */
function tried(path: string): Promise<string | null> {
  return new Promise((done) => {
    const socket = connect(path);
    const finish = (why: string | null): void => {
      socket.destroy();
      done(why);
    };
    socket.setTimeout(patience, () => finish('ETIMEDOUT'));
    socket.once('connect', () => finish(null));
    socket.once('error', (error: NodeJS.ErrnoException) => finish(error.code ?? ''));
  });
}

function listenOn(server: Server, path: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(path, () => {
      server.off('error', failed);
      done();
    });
  });
}

/** `fetch` over a socket of the computer, which Node's own cannot reach. */
async function sendOver(socketPath: string, request: Request): Promise<Response> {
  const body = Buffer.from(await request.arrayBuffer());
  const { pathname, search } = new URL(request.url);
  return new Promise((done, failed) => {
    const { method, signal } = request;
    const headers = { ...Object.fromEntries(request.headers), 'content-length': body.length };
    const sent = httpRequest({ socketPath, path: pathname + search, method, headers, signal, agent: false }, (answer) => {
      const content = Readable.toWeb(answer) as ReadableStream<Uint8Array>;
      done(new Response(content, { status: answer.statusCode ?? 500, headers: answer.headers as Record<string, string> }));
    });
    sent.once('error', failed);
    sent.end(body);
  });
}
