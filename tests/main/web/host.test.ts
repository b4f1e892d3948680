import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy, permissionsPolicy } from '#core/contract/security-policy.ts';
import { note } from '#support/figures.ts';
import { startTestHost, type TestHost } from './start-test-host.ts';

const port = 41_877;
const own = `127.0.0.1:${port}`;
const token = 'a-token-for-the-tests-0123456789';
let host: TestHost;
const ask: TestHost['ask'] = (path, more) => host.ask(path, more);
const raw: TestHost['raw'] = (text) => host.raw(text);
const call: TestHost['call'] = (...words) => host.call(...words);
const json = { 'Content-Type': 'application/json' };

beforeAll(async () => {
  host = await startTestHost(port);
});
afterAll(() => host.stop());

describe('B-2, B-3 who may ask', () => {
  test.each([
    ['an evil host', 'Host: evil.example\r\n', 421],
    ['no port', 'Host: 127.0.0.1\r\n', 421],
    ['another name for this machine', `Host: localhost:${port}\r\n`, 421],
    ['two hosts', `Host: ${own}\r\nHost: ${own}\r\n`, 421],
    ['a second host', `Host: ${own}\r\nHost: evil.example\r\n`, 421],
    ['another origin', `Host: ${own}\r\nOrigin: https://evil.example\r\n`, 403],
    ['a null origin', `Host: ${own}\r\nOrigin: null\r\n`, 403],
    ['another port of this machine', `Host: ${own}\r\nOrigin: http://127.0.0.1:1\r\n`, 403],
    ['a page of another site', `Host: ${own}\r\nSec-Fetch-Site: cross-site\r\n`, 403],
    ['a page of the same site', `Host: ${own}\r\nSec-Fetch-Site: same-site\r\n`, 403],
    [
      'a frame of another site',
      `Host: ${own}\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n`,
      403,
    ],
    [
      'a person who is led here',
      `Host: ${own}\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n`,
      200,
    ],
    ['the page itself', `Host: ${own}\r\nOrigin: http://${own}\r\nSec-Fetch-Site: same-origin\r\n`, 200],
    ['a person', `Host: ${own}\r\nSec-Fetch-Site: none\r\n`, 200],
  ])('%s', async (_who, headers, status) => {
    expect(await raw(`GET / HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`)).toBe(status);
    note('B-2', 'hosts and origins judged rightly', 1, 1);
  });

  test('no host at all is refused', async () => {
    expect(await raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).not.toBe(200);
  });

  test.each(['OPTIONS', 'PUT', 'DELETE', 'TRACE', 'POST'])('%s gets no page', async (method) => {
    expect((await ask('/', { method })).status).toBe(405);
  });
});

describe('B-4 calls', () => {
  const keyed = { ...json, 'X-Rehome-Token': token };

  test('with the token and JSON are answered', async () => {
    const reply = await call('listPlans', keyed, 'null');
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toEqual({ ok: true, value: [] });
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  });

  test.each<[string, Record<string, string>, string, string, number]>([
    ['without the token', json, 'null', 'POST', 401],
    ['with a wrong token', { ...json, 'X-Rehome-Token': `${token.slice(0, -1)}x` }, 'null', 'POST', 401],
    ['with an empty token', { ...json, 'X-Rehome-Token': '' }, 'null', 'POST', 401],
    ['as a form', { ...keyed, 'Content-Type': 'text/plain' }, 'null', 'POST', 415],
    ['with broken JSON', keyed, '{', 'POST', 400],
    ['with bytes that are no text', keyed, '"\ud800', 'POST', 400],
    ['by GET', keyed, '', 'GET', 405],
  ])('%s are refused', async (_how, headers, body, method, status) => {
    expect((await call('listPlans', headers, body, method)).status).toBe(status);
  });

  test.each(['openFiles', 'saveFile', 'openExternal', 'constructor', '__proto__', '', '../listPlans'])(
    'there is no call %j',
    async (name) => {
      expect((await call(name, keyed, 'null')).status).toBe(404);
    },
  );

  test('a body that is too large is refused by what its header says', async () => {
    const text = `POST /api/listPlans HTTP/1.1\r\nHost: ${own}\r\nContent-Type: application/json\r\nX-Rehome-Token: ${token}\r\nContent-Length: 9999999999\r\nConnection: close\r\n\r\n`;
    expect(await raw(text)).toBe(413);
  });

  test('headers that are too large are refused', async () => {
    expect(await raw(`GET / HTTP/1.1\r\nHost: ${own}\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`)).not.toBe(200);
  });
});

describe('B-6, B-7 files', () => {
  test('the page comes with every header that protects it', async () => {
    const { status, headers } = await ask('/');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers['permissions-policy']).toBe(permissionsPolicy);
    expect((await ask('/assets/app.js', { method: 'HEAD' })).status).toBe(200);
  });

  test('the policy says just what was agreed', () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "object-src 'none'; require-trusted-types-for 'script'; trusted-types rehome-worker",
    );
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/....//secret.txt',
    '/./../secret.txt',
    '//secret.txt',
    '///etc/passwd',
    '/%2fetc/passwd',
    '/.%00./secret.txt',
    '/index.html%00',
    '/index.html%00.js',
    '/%252e%252e/secret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/%u002e%u002e/secret.txt',
    '/assets/;/../../secret.txt',
    '/..;/secret.txt',
    '/link.txt',
    '/assets',
    '/assets/',
    '/.hidden',
    '/assets/.hidden',
    '/index.html/',
    '/index.html/x',
    'http://evil.example/index.html',
    `/${'a'.repeat(300)}`,
  ])('%s is no file', async (path) => {
    expect(await raw(`GET ${path} HTTP/1.1\r\nHost: ${own}\r\nConnection: close\r\n\r\n`)).not.toBe(200);
    note('B-7', 'paths out of the page', 1, 1);
  });
});
