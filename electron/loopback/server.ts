/** The HTTP server of the browser host: the page's files, and calls under `/rpc`. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RPCHandler } from '@orpc/server/node';
import type { AnyRouter } from '@orpc/server';
import { contentSecurityPolicy } from '#electron/host/csp.ts';
import { staticFile } from '#electron/host/static-file.ts';
import { isCall, refusal } from './guard.ts';
import type { Openings } from './openings.ts';

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=()',
  'cache-control': 'no-store',
};

export interface ServerParts {
  /** 0 takes a free one. */
  port: number;
  token: string;
  /** The folder of the built page. */
  page: string;
  router: AnyRouter;
  codes: Pick<Openings, 'take'>;
  /** What a window reads whose code is used up. */
  expired: string;
}

export interface LoopbackServer {
  /** Where the page is, without the token. */
  origin: string;
  /** How many calls are under way; a page that is there always has one, its stream of events. */
  underWay(): number;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 only. Rejects where the port is taken. */
export async function listen({ port, token, page, router, codes, expired }: ServerParts): Promise<LoopbackServer> {
  const calls = new RPCHandler(router);
  let authority = '';
  let underWay = 0;

  const answerCall = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    underWay += 1;
    response.once('close', () => (underWay -= 1));
    const { matched } = await calls.handle(request, response, { prefix: '/rpc' });
    if (!matched) refuse(response, 404, 'no such call');
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refused = refusal(request, { authority, token });
    if (refused) return refuse(response, refused.status, refused.reason);
    const url = request.url ?? '/';
    if (isCall(url)) return answerCall(request, response);
    const [path = '/', query] = url.split('?');
    const code = new URLSearchParams(query).get('open');
    if (path === '/' && code !== null) {
      if (request.method !== 'GET' || !codes.take(code)) return refuse(response, 410, expired);
      return void response.writeHead(303, { location: `/#token=${token}` }).end();
    }
    const file = await staticFile(page, path);
    if (!file) return refuse(response, 404, 'no such file');
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length });
    response.end(request.method === 'HEAD' ? undefined : file.bytes);
  };

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    answer(request, response).catch(() => refuse(response, 500, 'failed'));
  });
  authority = `127.0.0.1:${await listenOn(server, port)}`;

  return {
    origin: `http://${authority}`,
    underWay: () => underWay,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  if (response.headersSent) return void response.destroy();
  // What is left of a refused body is not read.
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(reason);
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      done((server.address() as AddressInfo).port);
    });
  });
}
