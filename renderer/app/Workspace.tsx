import { Suspense, type CSSProperties } from 'react';
import { runAction } from '#actions/actions.ts';
import { takeOver } from '#stores/open-plan.ts';
import { showProblem } from '#stores/toast-store.ts';
import { useWorkspace } from '#stores/use-workspace.ts';
import { dismissNotice, findKeeper } from '#stores/workspace-store.ts';
import { select, showNavigator, useView } from '#stores/view-store.ts';
import { appText as text } from '#text/app.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { classNames } from '#ui/class-names.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ImportStatus } from '#views/start/ImportStatus.tsx';
import { Navigator } from '#views/navigator/Navigator.tsx';
import { LateCheck } from './LateCheck.tsx';
import { FileAlert } from './FileAlert.tsx';
import { Divider } from './Divider.tsx';
import { OpenPanels } from './OpenPanels.tsx';
import { assistants, FindingsPanel, Inspector, StateSlider } from './panels.ts';
import { TitleBar } from './TitleBar.tsx';
import { useDrawer } from './use-drawer.ts';
import { usePanelSize } from './use-panel-size.ts';
import { ViewBoundary } from './ViewBoundary.tsx';
import { views } from './views.ts';
import styles from './Workspace.module.css';

async function takeOverHere(): Promise<void> {
  const taken = await takeOver();
  if (!taken.ok) showProblem(taken.error);
}

function Alerts() {
  const canTakeOver = useWorkspace((state) => state.canTakeOver);
  const save = useWorkspace((state) => state.save);
  const notice = useWorkspace((state) => state.notice);
  return (
    <>
      {save.kind === 'failed' && (
        <Alert
          title={`${text.notSavedTitle} ${save.problem.message}`}
          actions={
            <>
              <Button size="small" onPress={() => findKeeper()?.retry()}>
                {text.tryAgain}
              </Button>
              <Button size="small" variant="quiet" onPress={() => void runAction('save-plan-as')}>
                {text.saveElsewhere}
              </Button>
            </>
          }
        >
          {text.notSavedRest}
        </Alert>
      )}
      {notice !== null && (
        <Alert
          severity="warning"
          title={notice}
          actions={
            <>
              {canTakeOver && (
                <Button size="small" onPress={() => void takeOverHere()}>
                  {text.takeOver}
                </Button>
              )}
              <IconButton size="small" icon="x" label={text.close} onPress={dismissNotice} />
            </>
          }
        />
      )}
      <FileAlert />
      <ImportStatus />
    </>
  );
}

function CurrentView() {
  const tab = useView((view) => view.tab);
  const View = views[tab];
  return (
    <main id="view" className={styles['view']} aria-label={text.tabs[tab]}>
      <ViewBoundary key={tab}>
        {View !== null && (
          <Suspense fallback={<EmptyState icon="clock" title={text.loading} />}>
            <View />
            <LateCheck isMap={tab === 'map'} />
          </Suspense>
        )}
      </ViewBoundary>
    </main>
  );
}

/** Title bar, inventory, slider, view, findings and inspector. */
export function Workspace() {
  const isNavigatorOpen = useView((view) => view.navigatorOpen);
  const isFindingsOpen = useView((view) => view.findingsOpen);
  const hasSelection = useView((view) => view.selection.length > 0);
  const tab = useView((view) => view.tab);
  const [navigator, setNavigator] = usePanelSize('navigator');
  const [inspector, setInspector] = usePanelSize('inspector');
  const [findings, setFindings] = usePanelSize('findings');
  // What is not set falls back to the measures of the tokens.
  const sizes: CSSProperties & Record<`--${string}`, string> = {
    ...(navigator === null ? {} : { '--w-navigator': `${navigator}px` }),
    ...(inspector === null ? {} : { '--w-inspector': `${inspector}px` }),
    ...(findings === null ? {} : { '--h-findings': `${findings}px` }),
  };
  useDrawer();
  const assistant = useView((view) => view.assistant);
  const Side = assistant !== null ? assistants[assistant] : tab === 'report' ? null : Inspector;
  return (
    <div className={styles['window']} style={sizes}>
      <TitleBar />
      <div
        className={classNames(
          styles['body'],
          !isNavigatorOpen && styles['noNavigator'],
          Side === null && styles['noInspector'],
        )}
      >
        {isNavigatorOpen && (
          <div className={styles['navigator']}>
            <Navigator />
            <Divider
              label={text.resizeNavigator}
              side="right"
              min={200}
              max={400}
              size={navigator}
              onResize={setNavigator}
            />
            <button
              type="button"
              className={styles['scrim']}
              aria-label={text.close}
              onClick={() => showNavigator(false)}
            />
          </div>
        )}
        <div className={styles['centre']}>
          <div className={styles['slider']}>
            <Suspense fallback={null}>{StateSlider !== null && <StateSlider />}</Suspense>
          </div>
          <div className={styles['alerts']}>
            <Alerts />
          </div>
          <CurrentView />
          {FindingsPanel !== null && (
            <div className={classNames(styles['findings'], !isFindingsOpen && styles['collapsed'])}>
              {isFindingsOpen && (
                <Divider
                  label={text.resizeFindings}
                  side="top"
                  min={72}
                  max={480}
                  size={findings}
                  onResize={setFindings}
                />
              )}
              <Suspense fallback={null}>
                <FindingsPanel />
              </Suspense>
            </div>
          )}
        </div>
        {Side !== null && (
          <div
            className={classNames(
              styles['inspector'],
              (hasSelection || assistant !== null) && styles['hasSelection'],
              assistant !== null && styles['hasAssistant'],
            )}
          >
            <Divider
              label={text.resizeInspector}
              side="left"
              min={280}
              max={480}
              size={inspector}
              onResize={setInspector}
            />
            {assistant === null && (
              <IconButton
                size="small"
                icon="x"
                className={styles['closeInspector']}
                label={text.closeInspector}
                onPress={() => select([])}
              />
            )}
            <Suspense fallback={null}>
              <Side />
            </Suspense>
          </div>
        )}
      </div>
      <OpenPanels />
    </div>
  );
}
