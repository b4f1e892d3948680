import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import { app, shared } from './app.ts';
import { makeEvent, strict } from './strict.ts';
import { WebContents } from './web-contents.ts';

const demanded: Readonly<Record<string, boolean>> = {
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
};

const open = new Set<BrowserWindow>();

/** The stand-in for `BrowserWindow`. A window that is not sandboxed and isolated can't be made. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly id: number;
  private readonly bounds: { x: number; y: number; width: number; height: number };
  private visible = false;
  private maximized = false;
  private minimized = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!shared.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    const preferences: Record<string, unknown> = { ...options.webPreferences };
    if (app.isSandboxForced) preferences['sandbox'] = true;
    for (const [name, wanted] of Object.entries(demanded)) {
      const given = preferences[name] ?? wanted;
      if (given !== wanted)
        throw new Error(`electron-double: webPreferences.${name}=${JSON.stringify(given)} is refused`);
    }
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
    this.webContents = strict('webContents', new WebContents(options.webPreferences?.preload));
    this.id = this.webContents.id;
    open.add(this);
    shared.windows.add(this);
    this.webContents.on('dom-ready', () => this.emit('ready-to-show'));
    app.emit('browser-window-created', makeEvent({}), this);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...open];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...open][0] ?? null;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...open].find((window) => window.id === contents.id) ?? null;
  }
  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }
  loadFile(path: string): Promise<void> {
    return Promise.reject(
      new Error(`electron-double: loadFile is refused, a page needs a scheme of its own: ${path}`),
    );
  }
  show(): void {
    this.visible = true;
    this.emit('show');
  }
  isVisible(): boolean {
    return this.visible;
  }
  focus(): void {
    this.emit('focus');
  }
  maximize(): void {
    this.maximized = true;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  minimize(): void {
    this.minimized = true;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.minimized = false;
  }
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { ...this.bounds };
  }
  setBounds(bounds: Partial<{ x: number; y: number; width: number; height: number }>): void {
    Object.assign(this.bounds, bounds);
  }
  isDestroyed(): boolean {
    return this.webContents.isGone;
  }
  close(): void {
    if (this.isDestroyed()) return;
    const event = makeEvent({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.isDestroyed()) return;
    open.delete(this);
    shared.windows.delete(this);
    void this.webContents.shutDown().catch(() => {});
    this.emit('closed');
    if (open.size > 0 || shared.isQuitting) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }
}
