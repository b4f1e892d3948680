import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** Chromium's debugging protocol is JSON whose fields are looked at one by one. */
export type Params = Record<string, any>;

/** One attached page. */
export interface PageSession extends EventEmitter {
  readonly send: (method: string, params?: Params) => Promise<Params>;
}

/** A running Chromium, over the debugging pipe. */
export interface Chromium extends EventEmitter {
  readonly process: ChildProcess;
  readonly send: (method: string, params?: Params, sessionId?: string) => Promise<Params>;
  readonly open: (sessionId: string) => PageSession;
  readonly isGone: () => boolean;
}

const switches = [
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-popup-blocking',
  '--password-store=basic',
  '--disable-features=HttpsUpgrades,MediaRouter,OptimizationHints,Translate',
  // Nothing leaves the machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--headless',
];

function splitAt(stream: Readable, mark: number, take: (part: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(mark); end >= 0; end = rest.indexOf(mark)) {
      take(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
    }
  });
}

/** Starts Chromium on a profile; answers it and the line that it prints when its debugging port is open. */
export async function startChromium(profile: string): Promise<{ chromium: Chromium; banner: string }> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const program = process.env['REHOME_CHROMIUM'];
  if (program === undefined) throw new Error('electron-double: REHOME_CHROMIUM has to name a Chromium');
  const child = spawn(program, [`--user-data-dir=${profile}`, ...switches, ...root], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const input = child.stdio[3] as Writable;
  const output = child.stdio[4] as Readable;
  const waiting = new Map<
    number,
    { resolve: (value: Params) => void; reject: (error: Error) => void; method: string }
  >();
  const sessions = new Map<string, EventEmitter>();
  let gone = false;
  let last = 0;
  const send: Chromium['send'] = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      if (gone) return reject(new Error('chromium exited'));
      last += 1;
      waiting.set(last, { resolve, reject, method });
      input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  const chromium: Chromium = Object.assign(new EventEmitter(), {
    process: child,
    send,
    isGone: () => gone,
    open: (sessionId: string): PageSession => {
      const session = Object.assign(new EventEmitter(), {
        send: (method: string, params?: Params) => send(method, params, sessionId),
      });
      sessions.set(sessionId, session);
      return session;
    },
  });
  input.on('error', () => {});
  splitAt(output, 0, (part) => {
    const message = JSON.parse(part.toString()) as Params;
    const wait = waiting.get(message['id']);
    waiting.delete(message['id']);
    if (wait === undefined) {
      const target = message['sessionId'] === undefined ? chromium : sessions.get(message['sessionId']);
      target?.emit(message['method'], message['params']);
    } else if (message['error'] === undefined) wait.resolve(message['result']);
    else wait.reject(new Error(`${wait.method}: ${message['error'].message}`));
  });
  child.on('exit', () => {
    gone = true;
    for (const { reject } of waiting.values()) reject(new Error('chromium exited'));
    chromium.emit('exit');
  });
  const banner = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('chromium did not start')));
    splitAt(child.stderr as Readable, 10, (line) => {
      if (line.toString().startsWith('DevTools listening on ')) resolve(line.toString());
    });
  });
  return { chromium, banner };
}
