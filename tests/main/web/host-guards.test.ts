import { execFile } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostCalls } from '#core/contract/calls.ts';
import { makeHost } from '#main/web/host.ts';
import { toLeadingPage } from '#main/web/open-in-browser.ts';
import { note } from '#support/figures.ts';
import { startTestHost, type TestHost } from './start-test-host.ts';

const port = 41_878;
const own = `127.0.0.1:${port}`;
const token = 'a-token-for-the-tests-0123456789';
let host: TestHost;
const ask: TestHost['ask'] = (path, more) => host.ask(path, more);
const call: TestHost['call'] = (...words) => host.call(...words);
const json = { 'Content-Type': 'application/json' };

beforeAll(async () => {
  host = await startTestHost(port);
});
afterAll(() => host.stop());

test('B-5 200 connections that send nothing keep nobody else out, and are not all kept', async () => {
  let closed = 0;
  const idle: Socket[] = Array.from({ length: 200 }, () => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost:'));
    socket.on('error', () => {});
    socket.on('close', () => {
      closed += 1;
    });
    return socket;
  });
  await expect.poll(() => closed, { timeout: 20_000 }).toBeGreaterThanOrEqual(200 - 64);
  // A clumsy program goes on opening connections while the page asks.
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const more = connect(port, '127.0.0.1');
      more.on('error', () => {});
      idle.push(more);
      return (await ask('/')).status;
    }),
  );
  expect(answers.every((status) => status === 200)).toBe(true);
  for (const socket of idle) socket.destroy();
  note('B-5', 'idle connections while the page is served', 200, 200);
});

test('B-5 a body that never ends is cut off, by its length as it comes', async () => {
  const head = `POST /api/listPlans HTTP/1.1\r\nHost: ${own}\r\nContent-Type: application/json\r\nX-Rehome-Token: ${token}\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const socket = connect(port, '127.0.0.1', () => socket.write(head));
  socket.on('error', () => {});
  const chunk = Buffer.alloc(8 * 1024 * 1024, 0x20);
  let sent = 0;
  let answer = '';
  socket.on('data', (data) => {
    answer += data.toString();
  });
  const ended = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
  });
  while (!socket.destroyed && answer === '' && sent < 80) {
    const isAccepted =
      socket.write(`${chunk.length.toString(16)}\r\n`) && socket.write(chunk) && socket.write('\r\n');
    sent += 1;
    if (!isAccepted) {
      await Promise.race([
        ended,
        new Promise((resolve) => {
          socket.once('drain', resolve);
        }),
      ]);
    }
  }
  await new Promise((resolve) => {
    setTimeout(resolve, 200);
  });
  // 256 MiB is what a body may have: 32 of these pieces, and the one that is too much.
  expect(answer === '' || answer.startsWith('HTTP/1.1 413')).toBe(true);
  expect(sent).toBeLessThan(60);
  socket.destroy();
  expect((await ask('/')).status).toBe(200);
});

test('B-1 nobody reaches it by another address of this machine', async () => {
  const others = Object.values(networkInterfaces())
    .flat()
    .filter((each) => each !== undefined && !each.internal)
    .map((each) => each?.address ?? '');
  const tried = [...others, '127.0.0.2', '::1'];
  for (const address of tried) {
    const outcome = await new Promise<string>((resolve) => {
      const socket = connect({ host: address, port, timeout: 2000 }, () => {
        socket.destroy();
        resolve('connected');
      });
      socket.on('error', () => resolve('refused'));
      socket.on('timeout', () => {
        socket.destroy();
        resolve('refused');
      });
    });
    expect(`${address} ${outcome}`).toBe(`${address} refused`);
  }
  note('B-1', 'other addresses of the machine', tried.length, tried.length);
});

test('B-8 another user of the machine gets the page, and no call without the key', async () => {
  const script = `fetch('http://${own}/api/listPlans', { method: 'POST', body: 'null', headers: { 'content-type': 'application/json' } }).then((answer) => console.log(process.getuid?.(), answer.status))`;
  const isRoot = process.getuid?.() === 0;
  // As the superuser the test becomes somebody else; without that right it asks as the same user, who has no key either.
  const answer = await promisify(execFile)(
    process.execPath,
    ['-e', script],
    isRoot ? { uid: 65_534, gid: 65_534 } : {},
  );
  expect(answer.stdout.trim()).toMatch(/ 401$/u);
  if (isRoot) expect(answer.stdout).toMatch(/^65534 /u);
});

test('B-9 no call of the host takes a path', async () => {
  const keyed = { ...json, 'X-Rehome-Token': token };
  for (const name of hostCalls) {
    for (const extra of ['path', 'file', 'folder', 'handle']) {
      const reply = await call(name, keyed, JSON.stringify({ planId: 'pl_a', [extra]: '/etc/passwd' }));
      expect(JSON.parse(reply.body)).toMatchObject({ ok: false, error: { code: 'bad-arguments' } });
    }
  }
});

test('B-4 the browser is opened by a file for its owner alone, not by words that everybody can read', () => {
  const page = toLeadingPage('http://127.0.0.1:1/#token=x');
  expect(page).toContain('content="0;url=http://127.0.0.1:1/#token=x"');
  expect(page).not.toContain('<script');
});

test('B-1 a taken port is said, not thrown', async () => {
  const second = makeHost({ port, token, page: host.folder, call: async () => null });
  expect(await second.listen()).toBe('EADDRINUSE');
});
