import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** All values of a header as they came over the wire: Node itself drops a second Host silently. */
function findRawValues(request: IncomingMessage, name: string): readonly string[] {
  const values: string[] = [];
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    if (request.rawHeaders[index]?.toLowerCase() === name) values.push(request.rawHeaders[index + 1] ?? '');
  }
  return values;
}

/**
 * Whether a request may come in at all: 421 when it was not meant for this host (a foreign name that was made to point here), 403 when
 * another page sent it, null when it may.
 */
export function refuseStranger(request: IncomingMessage, port: number): 421 | 403 | null {
  const own = `127.0.0.1:${port}`;
  const hosts = findRawValues(request, 'host');
  if (hosts.length !== 1 || hosts[0] !== own) return 421;
  const origins = findRawValues(request, 'origin');
  if (origins.some((origin) => origin !== `http://${own}`)) return 403;
  const sites = findRawValues(request, 'sec-fetch-site');
  if (sites.some((site) => site !== 'same-origin' && site !== 'none') && !isLeadHere(request)) return 403;
  return null;
}

/**
 * A person who is led here from elsewhere, by the small file that opens the browser, gets the start page in a window of its own: without the
 * key, and nothing else.
 */
function isLeadHere(request: IncomingMessage): boolean {
  const says = (name: string, value: string): boolean => findRawValues(request, name).join() === value;
  return (
    request.method === 'GET' &&
    request.url === '/' &&
    says('sec-fetch-mode', 'navigate') &&
    says('sec-fetch-dest', 'document')
  );
}

function toDigest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Whether the request brings the token, compared in a time that says nothing about how much of it is right. */
export function hasToken(request: IncomingMessage, token: string): boolean {
  const given = findRawValues(request, 'x-rehome-token');
  return given.length === 1 && timingSafeEqual(toDigest(given[0] ?? ''), toDigest(token));
}

/** Whether the body says that it is JSON. A form of another page can't say so. */
export function isJson(request: IncomingMessage): boolean {
  const types = findRawValues(request, 'content-type');
  return types.length === 1 && /^application\/json(?:\s*;\s*charset=utf-8)?$/iu.test(types[0] ?? '');
}
