import { lazy, Suspense } from 'react';
import { useShownVersions } from '#stores/shown-versions.ts';
import { closePanel, useView } from '#stores/view-store.ts';
import { StartScreen } from '#views/start/StartScreen.tsx';
import { afterFirstPaint } from './after-first-paint.ts';
import { DropTarget } from './DropTarget.tsx';
import { ToastHost } from './ToastHost.tsx';
import { useTheme } from './use-theme.ts';

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
const ShortcutsDialog = lazy(async () => ({
  default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
}));

/** Dialogs that every screen can show. */
function Dialogs() {
  const versions = useShownVersions();
  const kind = useView((view) => view.panel?.kind ?? null);
  return (
    <Suspense fallback={null}>
      {versions !== null && <VersionsDialog shown={versions} />}
      {kind === 'about' && <AboutDialog onClose={closePanel} />}
      {kind === 'shortcuts' && <ShortcutsDialog onClose={closePanel} />}
    </Suspense>
  );
}

/** The whole page: one of three screens, files may be dropped on each. */
export function App() {
  const screen = useView((view) => view.screen);
  useTheme();
  return (
    <>
      <DropTarget>
        <Suspense fallback={null}>
          {screen === 'start' ? <StartScreen /> : screen === 'review' ? <ReviewScreen /> : <Workspace />}
        </Suspense>
      </DropTarget>
      <Dialogs />
      <ToastHost />
      <Suspense fallback={null}>
        <Running />
      </Suspense>
    </>
  );
}
