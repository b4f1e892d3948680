import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { findDataFolder } from '#main/vault/data-folder.ts';
import { lockFolder } from '#main/vault/folder-lock.ts';
import { toErrorCode } from '#main/vault/vault-problem.ts';
import { openStore } from '#main/vault/open-store.ts';
import { hasRoom } from '#main/vault/free-space.ts';
import { answerHostCall } from './host-calls.ts';
import { makeHost } from './host.ts';
import { openInBrowser } from './open-in-browser.ts';
import { findPageFolder } from './page-folder.ts';
import { findVersion } from './find-version.ts';
import { webText } from './text.ts';

/** The port of browser mode. It stays the same from start to start, because a browser keeps a page's data by its port. */
export const defaultPort = 47_115;

/** How to serve: at which port, whether to open the person's browser, and where the data is. */
export interface ServeOptions {
  readonly port?: number;
  readonly open?: boolean;
  readonly dataDir?: string;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Ends when the person stops it with Ctrl+C or the system asks for it. */
async function untilStopped(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP')]);
}

/** What is served, once it is clear that it can be. */
interface Serving {
  readonly port: number;
  readonly page: string;
  readonly address: string;
  readonly open: boolean;
}

async function serveFolder(folder: string, { port, page, address, open }: Serving): Promise<number> {
  const { vault, settings, passphrase } = openStore({ dataFolder: folder });
  await vault.sweep();
  const token = randomBytes(32).toString('base64url');
  const where = { mode: 'browser', folder, address, version: findVersion() } as const;
  const call = answerHostCall({ vault, settings, passphrase, where });
  const host = makeHost({ port, token, page, call });
  const problem = await host.listen();
  if (problem !== null)
    return refuse(problem === 'EADDRINUSE' ? webText.portTaken(port) : webText.noPort(port, problem));
  const link = `${address}#token=${token}`;
  process.stdout.write(`${webText.ready}\n${link}\n`);
  const forget = open ? openInBrowser(folder, link) : () => {};
  await untilStopped();
  forget();
  await vault.settle();
  await host.close();
  return 0;
}

/**
 * Browser mode: serves the page and its vault on 127.0.0.1, prints the one address on standard output and answers after it was
 * stopped. The number is the exit code: 0 stopped, 2 it could not start (port taken, data in use, nothing built).
 */
export async function serve(options: ServeOptions = {}): Promise<number> {
  const port = options.port ?? defaultPort;
  const folder = options.dataDir ?? findDataFolder();
  const page = findPageFolder();
  if (!existsSync(join(page, 'index.html'))) return refuse(webText.notBuilt);
  const address = `http://127.0.0.1:${port}/`;
  try {
    if (!(await hasRoom(folder))) return refuse(webText.noRoom(folder));
    const lock = lockFolder(folder, 'browser', address);
    if (lock.kind === 'taken') return refuse(webText.dataInUse(lock.by, folder));
    try {
      return await serveFolder(folder, { port, page, address, open: options.open === true });
    } finally {
      lock.release();
    }
  } catch (error) {
    return refuse(webText.noFolder(folder, toErrorCode(error)));
  }
}

function refuse(message: string): number {
  say(message);
  return 2;
}
