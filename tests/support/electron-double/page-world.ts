// The two halves of contextBridge. Both functions are turned into text and run inside Chromium, one in the page's own world, one
// in an isolated world of the preload script; so neither may use anything from outside of itself. They talk over synchronous DOM
// events, whose detail Chromium clones from world to world.

/** Runs in the page: rebuilds what the preload script exposes out of plain data and proxied functions, frozen. */
export function pageWorld(): void {
  if (window !== window.top) return;
  type Part =
    | { kind: 'function'; id: number }
    | { kind: 'list'; parts: [string, Part][] }
    | { kind: 'record'; parts: [string, Part][] }
    | { kind: 'value'; value: unknown };
  const waiting = new Map<number, [(value: unknown) => void, (error: Error) => void]>();
  const listeners = new Map<number, (...args: unknown[]) => unknown>();
  let lastCall = 0;
  let lastListener = 0;
  const send = (name: string, detail: unknown) =>
    document.dispatchEvent(new CustomEvent(`electron-double-${name}`, { detail }));
  const hear = (name: string, listen: (detail: any) => void) =>
    document.addEventListener(`electron-double-${name}`, (event) => listen((event as CustomEvent).detail));
  const give = (value: unknown): Part => {
    if (typeof value !== 'function') return { kind: 'value', value };
    const id = ++lastListener;
    listeners.set(id, value as (...args: unknown[]) => unknown);
    return { kind: 'function', id };
  };
  const build = (part: Part): unknown => {
    if (part.kind === 'value') return part.value;
    if (part.kind === 'list') return Object.freeze(part.parts.map(([, inner]) => build(inner)));
    if (part.kind === 'record')
      return Object.freeze(Object.fromEntries(part.parts.map(([key, inner]) => [key, build(inner)])));
    return (...args: unknown[]) => {
      const call = ++lastCall;
      let reply: { call: number; kind: string; value: unknown } | undefined;
      const once = (event: Event) => {
        const { detail } = event as CustomEvent;
        if (detail.call === call) reply = detail;
      };
      document.addEventListener('electron-double-return', once);
      send('call', { call, id: part.id, args: args.map(give) });
      document.removeEventListener('electron-double-return', once);
      if (reply === undefined) throw new Error('electron-double: the preload world did not answer');
      if (reply.kind === 'throw') throw new Error(String(reply.value));
      if (reply.kind === 'promise')
        return new Promise((resolve, reject) => waiting.set(call, [resolve, reject]));
      return build(reply.value as Part);
    };
  };
  hear('settle', ({ call, ok, value }) => {
    const [resolve, reject] = waiting.get(call) ?? [];
    waiting.delete(call);
    if (ok) resolve?.(build(value));
    else reject?.(new Error(value));
  });
  hear('callback', ({ id, args }) => listeners.get(id)?.(...args.map(build)));
  hear('expose', ({ key, api }) => {
    if (key in window)
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    Object.defineProperty(window, key, {
      value: build(api),
      enumerable: true,
      configurable: false,
      writable: false,
    });
  });
}

/** Runs in the isolated world: a sandboxed preload script with nothing but `require('electron')`. */
export function preloadWorld(
  run: (require: (id: string) => unknown, module: { exports: object }) => void,
): void {
  if (window !== window.top) return;
  type Wire = { t: string; v?: unknown };
  const notCloneable = 'An object could not be cloned.';
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  let lastFunction = 0;
  const tell = (name: string, detail: unknown) =>
    document.dispatchEvent(new CustomEvent(`electron-double-${name}`, { detail }));
  const toPart = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const id = ++lastFunction;
      functions.set(id, value as (...args: unknown[]) => unknown);
      return { kind: 'function', id };
    }
    if (typeof value === 'symbol') throw new Error(notCloneable);
    if (Array.isArray(value))
      return { kind: 'list', parts: value.map((inner, at) => [String(at), toPart(inner)]) };
    if (typeof value !== 'object' || value === null) return { kind: 'value', value };
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) {
      return { kind: 'record', parts: Object.entries(value).map(([key, inner]) => [key, toPart(inner)]) };
    }
    return { kind: 'value', value: structuredClone(value) };
  };
  const fromPart = (part: any): unknown =>
    part.kind === 'value'
      ? part.value
      : (...args: unknown[]) => tell('callback', { id: part.id, args: args.map(toPart) });
  document.addEventListener('electron-double-call', (event) => {
    const { call, id, args } = (event as CustomEvent).detail;
    const answer = (kind: string, value?: unknown) => tell('return', { call, kind, value });
    try {
      const result: any = functions.get(id)?.(...args.map(fromPart));
      if (typeof result?.then !== 'function') {
        answer('value', toPart(result));
        return;
      }
      answer('promise');
      result.then(
        (value: unknown) => tell('settle', { call, ok: true, value: toPart(value) }),
        (error: any) => tell('settle', { call, ok: false, value: String(error?.message ?? error) }),
      );
    } catch (error: any) {
      answer('throw', String(error?.message ?? error));
    }
  });

  const toBase64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 32_768)
      text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    return btoa(text);
  };
  const encode = (value: unknown): Wire => {
    if (value === undefined) return { t: 'undefined' };
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
      return { t: 'plain', v: value };
    if (typeof value === 'number')
      return Number.isFinite(value) ? { t: 'plain', v: value } : { t: 'number', v: String(value) };
    if (typeof value === 'bigint') return { t: 'bigint', v: String(value) };
    if (
      typeof value === 'function' ||
      typeof value === 'symbol' ||
      value instanceof Promise ||
      value instanceof Node
    )
      throw new Error(notCloneable);
    if (value instanceof Date) return { t: 'date', v: value.getTime() };
    if (value instanceof ArrayBuffer) return { t: 'bytes', v: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value))
      return { t: 'bytes', v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    if (Array.isArray(value)) return { t: 'array', v: value.map(encode) };
    return { t: 'object', v: Object.entries(value).map(([key, part]) => [key, encode(part)]) };
  };
  const decode = (wire: any): unknown => {
    if (wire.t === 'undefined') return undefined;
    if (wire.t === 'number') return Number(wire.v);
    if (wire.t === 'bigint') return BigInt(wire.v);
    if (wire.t === 'date') return new Date(wire.v);
    if (wire.t === 'bytes') return Uint8Array.from(atob(wire.v), (character) => character.charCodeAt(0));
    if (wire.t === 'array') return wire.v.map(decode);
    if (wire.t === 'object')
      return Object.fromEntries(wire.v.map(([key, part]: [string, Wire]) => [key, decode(part)]));
    return wire.v;
  };
  const world = globalThis as any;
  const sendToMain: (text: string) => void = world.electronDoubleSend;
  delete world.electronDoubleSend;
  const pending = new Map<number, [(value: unknown) => void, (error: Error) => void]>();
  const subscribers = new Map<string, ((...args: unknown[]) => void)[]>();
  let lastInvoke = 0;
  world.electronDoubleReceive = (message: any) => {
    if (message.kind === 'event') {
      for (const listen of subscribers.get(message.channel) ?? [])
        listen({ sender: ipcRenderer, ports: [] }, ...message.args.map(decode));
      return;
    }
    const [resolve, reject] = pending.get(message.id) ?? [];
    pending.delete(message.id);
    if (message.ok) resolve?.(decode(message.value));
    else reject?.(new Error(message.value));
  };
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++lastInvoke;
        const wires = args.map(encode);
        pending.set(id, [resolve, reject]);
        sendToMain(JSON.stringify({ id, channel, args: wires }));
      }),
    on: (channel: string, listen: (...args: unknown[]) => void) => {
      subscribers.set(channel, [...(subscribers.get(channel) ?? []), listen]);
      return ipcRenderer;
    },
    off: (channel: string, listen: (...args: unknown[]) => void) => {
      subscribers.set(
        channel,
        (subscribers.get(channel) ?? []).filter((other) => other !== listen),
      );
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld: (key: string, api: object) => {
      if (api === ipcRenderer || Object.values(api).includes(ipcRenderer)) {
        throw new Error('electron-double: exposing ipcRenderer itself is refused');
      }
      tell('expose', { key, api: toPart(api) });
    },
  };
  const lacking = (name: string, value: object) =>
    new Proxy(value, {
      get: (target, key) => {
        if (key in target || typeof key === 'symbol' || key === 'default' || key === '__esModule')
          return Reflect.get(target, key);
        throw new Error(`electron-double: ${name}.${key} is not there in a sandboxed preload script`);
      },
    });
  const electron = lacking('electron', {
    contextBridge: lacking('contextBridge', contextBridge),
    ipcRenderer: lacking('ipcRenderer', ipcRenderer),
  });
  run(
    (id) => {
      if (id === 'electron' || id === 'electron/renderer') return electron;
      throw new Error(`module not found: ${id} (a sandboxed preload script may only require electron)`);
    },
    { exports: {} },
  );
}
