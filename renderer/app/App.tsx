import { useEffect } from 'react';
import { keepDigests } from '#stores/plan-digest.ts';
import { useView } from '#stores/view-store.ts';
import { ReviewScreen } from '#views/review/ReviewScreen.tsx';
import { StartScreen } from '#views/start/StartScreen.tsx';
import { DropTarget } from './DropTarget.tsx';
import { ToastHost } from './ToastHost.tsx';
import { Workspace } from './Workspace.tsx';
import { listenToShell } from './listen-to-shell.ts';
import { listenToKeys } from './listen-to-keys.ts';
import { reopenAfterReload } from './reopen-after-reload.ts';
import { useTheme } from './use-theme.ts';

/** The whole page: one of three screens, files may be dropped on each. */
export function App() {
  const screen = useView((view) => view.screen);
  useTheme();
  useEffect(listenToKeys, []);
  useEffect(listenToShell, []);
  useEffect(keepDigests, []);
  useEffect(reopenAfterReload, []);
  return (
    <>
      <DropTarget>
        {screen === 'start' ? <StartScreen /> : screen === 'review' ? <ReviewScreen /> : <Workspace />}
      </DropTarget>
      <ToastHost />
    </>
  );
}
