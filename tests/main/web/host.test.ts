import { request, type IncomingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '#core/contract/security-policy.ts';
import { nodeDisk } from '#main/vault/node-disk.ts';
import { openVault } from '#main/vault/vault.ts';
import { openSettings } from '#main/vault/settings.ts';
import { answerHostCall } from '#main/web/host-calls.ts';
import { makeHost, type Host } from '#main/web/host.ts';

const port = 41_877;
const own = `127.0.0.1:${port}`;
const token = 'a-token-for-the-tests-0123456789';
let folder = '';
let host: Host;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rehome-host-'));
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'page', 'assets', 'app.js'), '1');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await symlink(join(folder, 'secret.txt'), join(folder, 'page', 'link.txt'));
  const vault = openVault({
    disk: nodeDisk,
    root: join(folder, 'vault'),
    makeToken: () => 't',
    now: () => 0,
  });
  const where = { mode: 'browser', folder, address: `http://${own}/`, version: '0' } as const;
  host = makeHost({
    port,
    token,
    page: join(folder, 'page'),
    call: answerHostCall({ vault, settings: openSettings(nodeDisk, folder), where }),
  });
  expect(await host.listen()).toBeNull();
});
afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function ask(
  path: string,
  more: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  const { method = 'GET', headers = {}, body } = more;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends bytes as they are and gives the status of the answer. */
function raw(text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/u.exec(answer)?.[1] ?? 0)));
    socket.on('error', reject);
    setTimeout(() => socket.end(), 300);
  });
}

const json = { 'Content-Type': 'application/json' };
const call = (name: string, headers: Record<string, string>, body: string, method = 'POST') =>
  ask(`/api/${name}`, { method, headers, body });

describe('who may ask', () => {
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
    ['the page itself', `Host: ${own}\r\nOrigin: http://${own}\r\nSec-Fetch-Site: same-origin\r\n`, 200],
    ['a person', `Host: ${own}\r\nSec-Fetch-Site: none\r\n`, 200],
  ])('%s', async (_who, headers, status) => {
    expect(await raw(`GET / HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`)).toBe(status);
  });

  test('no host at all is refused', async () => {
    expect(await raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).not.toBe(200);
  });

  test.each(['OPTIONS', 'PUT', 'DELETE', 'TRACE', 'POST'])('%s gets no page', async (method) => {
    expect((await ask('/', { method })).status).toBe(405);
  });
});

describe('calls', () => {
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

describe('files', () => {
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
    expect(headers['permissions-policy']).toContain('camera=()');
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
  });
});

test('200 connections that send nothing keep nobody else out', async () => {
  const idle: Socket[] = Array.from({ length: 200 }, () => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost:'));
    socket.on('error', () => {});
    return socket;
  });
  await new Promise((resolve) => {
    setTimeout(resolve, 200);
  });
  const before = performance.now();
  expect((await ask('/')).status).toBe(200);
  expect(performance.now() - before).toBeLessThan(1000);
  for (const socket of idle) socket.destroy();
});

test('a taken port is said, not thrown', async () => {
  const second = makeHost({ port, token, page: folder, call: async () => null });
  expect(await second.listen()).toBe('EADDRINUSE');
});
