import { EventEmitter } from 'node:events';
import { schemes } from './addresses.ts';
import { shared } from './app.ts';
import { strict } from './strict.ts';

/** What answers the requests of a scheme. */
export type SchemeHandler = (request: Request) => Promise<Response> | Response;

/** The handlers by their scheme. */
export const schemeHandlers = new Map<string, SchemeHandler>();

const allowedPrivileges = new Set(['standard', 'secure', 'supportFetchAPI', 'stream', 'codeCache']);

/** The stand-in for `protocol`. Privileges that would weaken the page are refused. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (list: readonly { scheme: string; privileges?: object }[]) => {
    if (shared.isReady)
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of list) {
      const odd = Object.keys(privileges ?? {}).filter((name) => !allowedPrivileges.has(name));
      if (odd.length > 0) throw new Error(`electron-double: the privilege ${odd.join(', ')} is refused`);
      schemes.add(scheme);
    }
  },
  handle: (scheme: string, handler: SchemeHandler) => {
    if (!shared.isReady) throw new Error('protocol.handle can only be used after the app is ready');
    if (schemeHandlers.has(scheme)) throw new Error(`The scheme ${scheme} has a handler already`);
    schemes.add(scheme);
    schemeHandlers.set(scheme, handler);
  },
  isProtocolHandled: (scheme: string) => schemeHandlers.has(scheme),
});

/** The permission handlers that the app has set, by kind; the tests ask them. */
export const permissionHandlers = new Map<string, unknown>();

const keep = (kind: string) => (handler: unknown) => {
  permissionHandlers.set(kind, handler);
};

/** The stand-in for `session.defaultSession`. */
export const defaultSession = strict(
  'session.defaultSession',
  Object.assign(new EventEmitter(), {
    protocol,
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    clearCache: async () => {},
  }),
);
