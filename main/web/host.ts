import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { bridgeLimits } from '#core/contract/limits.ts';
import { securityHeaders } from '#core/contract/security-policy.ts';
import { hasToken, isJson, refuseStranger } from './check-request.ts';
import type { HostCallAnswerer } from './host-calls.ts';
import { limitSockets } from './limit-sockets.ts';
import { readBody } from './read-body.ts';
import { readPageFile } from './static-files.ts';

/** What a host serves. */
export interface HostOptions {
  readonly port: number;
  readonly token: string;
  /** The folder of the built page. */
  readonly page: string;
  readonly call: HostCallAnswerer;
}

/** A host that can be started and stopped. */
export interface Host {
  /** Listens on 127.0.0.1 alone; answers null, or the code of what is in the way (`EADDRINUSE`). */
  readonly listen: () => Promise<string | null>;
  readonly close: () => Promise<void>;
}

/** JSON may write a character in six (`\u0000`); no checkpoint comes near that. */
const maxBodyBytes = bridgeLimits.checkpointCharacters * 2;

function send(response: ServerResponse, status: number, type: string, body: Uint8Array | string): void {
  response.writeHead(status, {
    ...securityHeaders,
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}

function refuse(response: ServerResponse, status: number): void {
  response.shouldKeepAlive = false;
  send(response, status, 'text/plain; charset=utf-8', `${status}\n`);
}

async function answerCall(
  options: HostOptions,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405);
  if (!hasToken(request, options.token)) return refuse(response, 401);
  if (!isJson(request)) return refuse(response, 415);
  const body = await readBody(request, maxBodyBytes);
  if (body.kind === 'too-large') return refuse(response, 413);
  if (body.kind === 'not-json') return refuse(response, 400);
  const answer = await options.call(name, body.value);
  if (answer === null) return refuse(response, 404);
  send(response, 200, 'application/json; charset=utf-8', JSON.stringify(answer));
}

async function answer(
  options: HostOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const stranger = refuseStranger(request, options.port);
  if (stranger !== null) return refuse(response, stranger);
  const path = (request.url ?? '').replace(/\?.*$/su, '');
  if (path.startsWith('/api/')) return answerCall(options, path.slice(5), request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const file = await readPageFile(options.page, path);
  if (file === null) return refuse(response, 404);
  send(response, 200, file.type, file.bytes);
}

/** Makes the host of browser mode: the page for everybody on this machine, the calls only with the token. */
export function makeHost(options: HostOptions): Host {
  const server = createServer(
    { maxHeaderSize: 16 * 1024, insecureHTTPParser: false },
    (request, response) => {
      answer(options, request, response).catch(() => {
        if (response.headersSent) response.destroy();
        else refuse(response, 500);
      });
    },
  );
  server.headersTimeout = 5000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 5000;
  server.maxHeadersCount = 60;
  limitSockets(server, 64);
  server.maxRequestsPerSocket = 1000;
  server.on('clientError', (_error, socket) => socket.destroy());
  return {
    listen: () =>
      new Promise((resolve) => {
        server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
        server.listen({ host: '127.0.0.1', port: options.port, exclusive: true }, () => resolve(null));
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
