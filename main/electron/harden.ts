import type { App, Event, Session, WebContents } from 'electron';
import { pageAddress } from './origin.ts';

/** What the events of a navigation tell. */
type Navigation = Event<{ readonly url: string; readonly isMainFrame: boolean }>;

/** The page may load itself anew, which is how it comes back after a conflict; it may go nowhere else. */
export function isReload(address: string): boolean {
  return address.replace(/#.*$/su, '') === pageAddress;
}

/** Keeps every page, of windows that come later too, where it is: no navigation, no new window, no webview. */
export function denyNavigation(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const stay = (event: Navigation): void => {
      if (!event.isMainFrame || !isReload(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

const debugSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'js-flags',
];

/** Whether a packaged Rehome was started with a switch that opens its page or its process to others. */
export function isDebugged({ isPackaged, commandLine }: Pick<App, 'isPackaged' | 'commandLine'>): boolean {
  return isPackaged && debugSwitches.some((name) => commandLine.hasSwitch(name));
}

/** Denies every permission that a page can ask for. Copying text needs none. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
