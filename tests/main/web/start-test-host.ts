import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#main/vault/open-store.ts';
import { answerHostCall } from '#main/web/host-calls.ts';
import { makeHost } from '#main/web/host.ts';

/** An answer of the host as it came. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A running host with a page of two files, a vault, and a secret beside them; and ways to ask it. */
export interface TestHost {
  readonly port: number;
  readonly own: string;
  readonly token: string;
  readonly folder: string;
  readonly ask: (
    path: string,
    more?: { method?: string; headers?: Record<string, string>; body?: string },
  ) => Promise<Reply>;
  /** Sends bytes as they are and gives the status of the answer. */
  readonly raw: (text: string) => Promise<number>;
  readonly call: (
    name: string,
    headers: Record<string, string>,
    body: string,
    method?: string,
  ) => Promise<Reply>;
  readonly stop: () => Promise<void>;
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rehome-host-'));
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'page', 'assets', 'app.js'), '1');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await symlink(join(folder, 'secret.txt'), join(folder, 'page', 'link.txt'));
  return folder;
}

function makeAsk(port: number): TestHost['ask'] {
  return (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
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

function makeRaw(port: number): TestHost['raw'] {
  return (text) =>
    new Promise((resolve, reject) => {
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

/** Starts a host on a port of this test file's own. */
export async function startTestHost(port: number): Promise<TestHost> {
  const folder = await makeFolder();
  const own = `127.0.0.1:${port}`;
  const token = 'a-token-for-the-tests-0123456789';
  const { vault, settings, passphrase } = openStore({ dataFolder: folder, now: () => 0, cost: 2 });
  const where = { mode: 'browser', folder, address: `http://${own}/`, version: '0' } as const;
  const answerer = answerHostCall({ vault, settings, passphrase, where });
  const host = makeHost({ port, token, page: join(folder, 'page'), call: answerer });
  const problem = await host.listen();
  if (problem !== null) throw new Error(`the host can't listen: ${problem}`);
  const ask = makeAsk(port);
  return {
    port,
    own,
    token,
    folder,
    ask,
    raw: makeRaw(port),
    call: (name, headers, body, method = 'POST') => ask(`/api/${name}`, { method, headers, body }),
    stop: async () => {
      await host.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
