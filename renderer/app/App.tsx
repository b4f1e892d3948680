import { lazy, Suspense } from 'react';
import { useHelp } from '#stores/help-store.ts';
import { useTour } from '#stores/tour-step.ts';
import { useKeyProblem, useLock } from '#stores/passphrase-store.ts';
import { useShownVersions } from '#stores/shown-versions.ts';
import { closePanel, useView } from '#stores/view-store.ts';
import { StartScreen } from '#views/start/StartScreen.tsx';
import { afterFirstPaint } from './after-first-paint.ts';
import { DropTarget } from './DropTarget.tsx';
import { ToastHost } from './ToastHost.tsx';
import { useKeptTheme, useTheme } from './use-theme.ts';

// The start page alone is loaded with the window (tests/e2e/start-chunks.spec.ts holds this to it).
const Running = lazy(async () => {
  await afterFirstPaint();
  return { default: (await import('./Running.tsx')).Running };
});
const Workspace = lazy(async () => ({ default: (await import('./Workspace.tsx')).Workspace }));
const ReviewScreen = lazy(async () => ({
  default: (await import('#views/review/ReviewScreen.tsx')).ReviewScreen,
}));
const VersionsDialog = lazy(async () => ({
  default: (await import('#views/versions/VersionsDialog.tsx')).VersionsDialog,
}));
const AboutDialog = lazy(async () => ({ default: (await import('./AboutDialog.tsx')).AboutDialog }));
const PassphraseDialog = lazy(async () => ({
  default: (await import('./PassphraseDialog.tsx')).PassphraseDialog,
}));
const UnlockScreen = lazy(async () => ({ default: (await import('./UnlockScreen.tsx')).UnlockScreen }));
const HelpDialog = lazy(async () => ({ default: (await import('#views/help/HelpDialog.tsx')).HelpDialog }));
const Tour = lazy(async () => ({ default: (await import('./Tour.tsx')).Tour }));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
}));

/** Dialogs that every screen can show. */
function Dialogs() {
  const versions = useShownVersions();
  const kind = useView((view) => view.panel?.kind ?? null);
  const screen = useView((view) => view.screen);
  const help = useHelp();
  const tour = useTour();
  return (
    <Suspense fallback={null}>
      {versions !== null && <VersionsDialog shown={versions} />}
      {kind === 'about' && <AboutDialog onClose={closePanel} />}
      {kind === 'passphrase' && <PassphraseDialog onClose={closePanel} />}
      {kind === 'shortcuts' && <ShortcutsDialog onClose={closePanel} />}
      {help !== null && <HelpDialog key={`${help.page} ${help.heading ?? ''}`} place={help} />}
      {tour !== null && screen === 'workspace' && <Tour step={tour} />}
    </Suspense>
  );
}

/** One of three screens, files may be dropped on each. */
function OpenApp() {
  const screen = useView((view) => view.screen);
  useKeptTheme();
  return (
    <>
      <DropTarget>
        <Suspense fallback={null}>
          {screen === 'start' ? <StartScreen /> : screen === 'review' ? <ReviewScreen /> : <Workspace />}
        </Suspense>
      </DropTarget>
      <Dialogs />
      <Suspense fallback={null}>
        <Running />
      </Suspense>
    </>
  );
}

/** The whole page; while the plans are locked nothing of it runs but the question for the passphrase. */
export function App() {
  const lock = useLock();
  const problem = useKeyProblem();
  useTheme();
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
