import { lazy, Suspense, useEffect } from 'react';
import { keepFile } from '#stores/plan-file-link.ts';
import { keepDigests } from '#stores/plan-digest.ts';
import { readLock, useKeyProblem, useLock } from '#stores/passphrase-store.ts';
import { useShownVersions } from '#stores/plan-versions.ts';
import { useWorkspace } from '#stores/use-workspace.ts';
import { closePanel, useView } from '#stores/view-store.ts';
import { appText as text } from '#text/app.ts';
import { ReviewScreen } from '#views/review/ReviewScreen.tsx';
import { StartScreen } from '#views/start/StartScreen.tsx';
import { DropTarget } from './DropTarget.tsx';
import { ToastHost } from './ToastHost.tsx';
import { Workspace } from './Workspace.tsx';
import { listenToShell } from './listen-to-shell.ts';
import { listenToKeys } from './listen-to-keys.ts';
import { reopenAfterReload } from './reopen-after-reload.ts';
import { useKeptTheme, useTheme } from './use-theme.ts';

const VersionsDialog = lazy(async () => ({
  default: (await import('#views/versions/VersionsDialog.tsx')).VersionsDialog,
}));
const AboutDialog = lazy(async () => ({ default: (await import('./AboutDialog.tsx')).AboutDialog }));
const PassphraseDialog = lazy(async () => ({
  default: (await import('./PassphraseDialog.tsx')).PassphraseDialog,
}));
const UnlockScreen = lazy(async () => ({ default: (await import('./UnlockScreen.tsx')).UnlockScreen }));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
}));

/** The window is called like its plan, and says nothing else of it. */
function useWindowTitle(): void {
  const name = useWorkspace((state) => state.plan?.name ?? null);
  useEffect(() => {
    document.title = name ?? text.product;
  }, [name]);
}

/** Dialogs that every screen can show. */
function Dialogs() {
  const versions = useShownVersions();
  const kind = useView((view) => view.panel?.kind ?? null);
  return (
    <Suspense fallback={null}>
      {versions !== null && <VersionsDialog shown={versions} />}
      {kind === 'about' && <AboutDialog onClose={closePanel} />}
      {kind === 'passphrase' && <PassphraseDialog onClose={closePanel} />}
      {kind === 'shortcuts' && <ShortcutsDialog onClose={closePanel} />}
    </Suspense>
  );
}

/** One of three screens, files may be dropped on each. */
function OpenApp() {
  const screen = useView((view) => view.screen);
  useKeptTheme();
  useEffect(listenToKeys, []);
  useEffect(listenToShell, []);
  useEffect(keepDigests, []);
  useEffect(keepFile, []);
  useEffect(reopenAfterReload, []);
  useWindowTitle();
  return (
    <>
      <DropTarget>
        {screen === 'start' ? <StartScreen /> : screen === 'review' ? <ReviewScreen /> : <Workspace />}
      </DropTarget>
      <Dialogs />
    </>
  );
}

/** The whole page; while the plans are locked nothing of it runs but the question for the passphrase. */
export function App() {
  const lock = useLock();
  const problem = useKeyProblem();
  useTheme();
  useEffect(() => void readLock(), []);
  if (lock === null) return null;
  const isLocked = problem !== null || (lock !== 'unknown' && lock.state === 'locked');
  return (
    <>
      {isLocked ? (
        <Suspense fallback={null}>
          <UnlockScreen />
        </Suspense>
      ) : (
        <OpenApp />
      )}
      <ToastHost />
    </>
  );
}
