import { useEffect } from 'react';
import { keepDigests } from '#stores/keep-digests.ts';
import { keepFile } from '#stores/plan-file-link.ts';
import { useWorkspace } from '#stores/use-workspace.ts';
import { appText as text } from '#text/app.ts';
import { listenToKeys } from './listen-to-keys.ts';
import { listenToShell } from './listen-to-shell.ts';
import { reopenAfterReload } from './reopen-after-reload.ts';

/** The window is called like its plan, and says nothing else of it. */
function useWindowTitle(): void {
  const name = useWorkspace((state) => state.plan?.name ?? null);
  useEffect(() => {
    document.title = name ?? text.product;
  }, [name]);
}

/** Everything that a person will want next: loaded while the first page is looked at. */
function loadAhead(): void {
  void import('./Workspace.tsx');
  void import('#views/map/MapView.tsx');
}

/** What runs as long as the window is open and shows nothing itself: keys, the shell, the file of the plan. */
export function Running(): null {
  useEffect(listenToKeys, []);
  useEffect(listenToShell, []);
  useEffect(keepDigests, []);
  useEffect(keepFile, []);
  useEffect(reopenAfterReload, []);
  useEffect(loadAhead, []);
  useWindowTitle();
  return null;
}
