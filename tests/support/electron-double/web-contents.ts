import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { fromPageAddress, schemes, toPageAddress } from './addresses.ts';
import { app, shared } from './app.ts';
import type { Chromium, PageSession, Params } from './chromium.ts';
import { ipcHandlers } from './ipc-main.ts';
import { pageWorld, preloadWorld } from './page-world.ts';
import { defaultSession, schemeHandlers } from './session.ts';
import { complain, makeEvent, strict } from './strict.ts';
import { decode, encode, type Wire } from './wire.ts';

const world = 'electron-preload';
/** Addresses that the page asked for and that are not the app's own: each was blocked. */
export const remoteRequests: string[] = [];

function toPreloadSource(path: string): string {
  const script = readFileSync(path, 'utf8');
  const process = JSON.stringify({
    platform: globalThis.process.platform,
    sandboxed: true,
    contextIsolated: true,
    type: 'renderer',
  });
  return `(${preloadWorld.toString()})(function (require, module) {
    const exports = module.exports, process = Object.freeze(${process});
    (function (electronDoubleSend, electronDoubleReceive) { ${script}
    })();
  })`;
}

function getChromium(): Chromium {
  if (shared.chromium === null) throw new Error('electron-double: chromium is not running');
  return shared.chromium;
}

/** All web contents by their number. */
export const allContents = new Map<number, WebContents>();
let lastId = 0;

/** The stand-in for `webContents` of a window: one page of the real Chromium. */
export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session = defaultSession;
  readonly mainFrame: { readonly url: string; readonly parent: null };
  target = '';
  isGone = false;
  private address = '';
  private loading = '';
  private contextId = 0;
  private page: PageSession | null = null;
  private openHandler: ((details: { url: string }) => { action: string }) | null = null;
  private readonly preload: string | undefined;
  private readonly started: Promise<void>;

  constructor(preload: string | undefined) {
    super();
    lastId += 1;
    this.id = lastId;
    this.preload = preload;
    const readAddress = (): string => fromPageAddress(this.address);
    this.mainFrame = {
      parent: null,
      get url() {
        return readAddress();
      },
    };
    allContents.set(this.id, this);
    this.started = this.start();
    this.started.catch((error: Error) => {
      if (!shared.isQuitting) complain(String(error.stack));
    });
    app.emit('web-contents-created', makeEvent({}), strict('webContents', this));
  }

  private async start(): Promise<void> {
    const chromium = getChromium();
    const { targetId } = await chromium.send('Target.createTarget', { url: 'about:blank', newWindow: true });
    this.target = targetId;
    const { sessionId } = await chromium.send('Target.attachToTarget', { targetId, flatten: true });
    const page = chromium.open(sessionId);
    this.page = page;
    this.listen(page);
    await page.send('Page.enable');
    await page.send('Runtime.enable');
    await page.send('Runtime.addBinding', { name: 'electronDoubleSend', executionContextName: world });
    await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${pageWorld.toString()})()` });
    if (this.preload === undefined) return;
    const source = toPreloadSource(this.preload);
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: world });
  }

  private listen(page: PageSession): void {
    const isShown = (): boolean => this.address !== 'about:blank';
    page.on('Runtime.executionContextCreated', ({ context }: Params) => {
      if (context.name === world && context.auxData.frameId === this.target) this.contextId = context.id;
    });
    page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }: Params) => {
      if (name === 'electronDoubleSend') void this.answer(JSON.parse(payload), executionContextId);
    });
    page.on('Page.frameStartedLoading', ({ frameId }: Params) => {
      if (frameId === this.target) this.emit('did-start-loading');
    });
    page.on('Page.frameNavigated', ({ frame }: Params) => {
      if (frame.parentId !== undefined) return;
      this.address = frame.url;
      this.emit('did-navigate', makeEvent({}), fromPageAddress(frame.url));
    });
    page.on('Page.navigatedWithinDocument', ({ url }: Params) => {
      this.address = url;
    });
    page.on('Page.domContentEventFired', () => {
      if (isShown()) this.emit('dom-ready', makeEvent({}));
    });
    page.on('Page.loadEventFired', () => {
      if (isShown()) this.emit('did-finish-load');
    });
    page.on('Inspector.targetCrashed', () => {
      this.emit('render-process-gone', makeEvent({}), { reason: 'crashed', exitCode: 5 });
    });
    page.on('Fetch.requestPaused', (request: Params) => {
      this.request(page, request).catch((error: Error) => {
        if (!shared.isQuitting && !this.isGone) complain(`request: ${error.message}`);
      });
    });
  }

  /** Every request of the page ends here: the app's own scheme is answered by its handler, all else is blocked. */
  private async request(page: PageSession, paused: Params): Promise<unknown> {
    const { requestId, request, resourceType, frameId } = paused;
    const url = fromPageAddress(request.url);
    const refuse = (errorReason: string) => page.send('Fetch.failRequest', { requestId, errorReason });
    if (resourceType === 'Document') {
      const isMain = frameId === this.target;
      const event = makeEvent({ url, isMainFrame: isMain, isSameDocument: false, frame: this.mainFrame });
      if (!isMain) this.emit('will-frame-navigate', event);
      else if (this.loading !== request.url) this.emit('will-navigate', event, url);
      if (event.defaultPrevented) return refuse('Aborted');
    }
    const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(url)?.[1] ?? '';
    const handler = schemeHandlers.get(scheme);
    if (!schemes.has(scheme) || handler === undefined) {
      if (scheme === 'data' || scheme === 'blob') return page.send('Fetch.continueRequest', { requestId });
      remoteRequests.push(url);
      return refuse('BlockedByClient');
    }
    const response = await handler(
      new Request(url.replace(/#.*$/u, ''), { method: request.method, headers: request.headers }),
    );
    return page.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  }

  private async answer(
    message: { id: number; channel: string; args: Wire[] },
    contextId: number,
  ): Promise<void> {
    const { id, channel } = message;
    const event = { sender: this, senderFrame: contextId === this.contextId ? this.mainFrame : null };
    const tell = (reply: object) => this.deliver({ kind: 'reply', id, ...reply }, contextId);
    try {
      const handler = ipcHandlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      await tell({ ok: true, value: encode(await handler(event, ...message.args.map(decode))) });
    } catch (error) {
      await tell({ ok: false, value: `Error invoking remote method '${channel}': ${String(error)}` });
    }
  }

  private async deliver(message: object, contextId: number): Promise<void> {
    const expression = `electronDoubleReceive(${JSON.stringify(message)})`;
    await this.page?.send('Runtime.evaluate', { contextId, expression }).catch(() => {});
  }

  send(channel: string, ...args: unknown[]): void {
    const message = { kind: 'event', channel, args: args.map(encode) };
    void this.started.then(() => this.deliver(message, this.contextId));
  }

  async loadURL(address: string): Promise<void> {
    await this.started;
    this.loading = toPageAddress(address);
    const finished = new Promise((resolve) => this.once('did-finish-load', resolve));
    const result = await this.page?.send('Page.navigate', { url: this.loading });
    this.loading = '';
    if (result?.['errorText']) throw new Error(`${result['errorText']} loading '${address}'`);
    await finished;
  }

  reload(): void {
    this.loading = this.address;
    void this.page?.send('Page.reload');
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }

  /** Whether the app lets no window be opened from here. */
  deniesWindow(url: string): boolean {
    return this.openHandler?.({ url: fromPageAddress(url) }).action === 'deny';
  }

  getURL(): string {
    return fromPageAddress(this.address);
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  async shutDown(): Promise<void> {
    this.isGone = true;
    allContents.delete(this.id);
    await this.started;
    await getChromium().send('Target.closeTarget', { targetId: this.target });
  }
}
