import { useMemo } from 'react';
import { runAction } from '#actions/actions.ts';
import { toKeyCap } from '#actions/shortcuts.ts';
import { useAction } from '#actions/use-action.ts';
import { useWorkspace, usePlan } from '#stores/use-workspace.ts';
import { showTab, tabs, useView, type Tab } from '#stores/view-store.ts';
import { actionsText } from '#text/actions.ts';
import { appText as text } from '#text/app.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import type { IconName } from '#ui/icons.ts';
import { Logo } from '#ui/Logo.tsx';
import { Menu, MenuItem, MenuSeparator } from '#ui/Menu.tsx';
import { Tabs } from '#ui/Tabs.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import { views } from './views.ts';
import styles from './TitleBar.module.css';

const tabIcons: Readonly<Record<Tab, IconName>> = {
  map: 'map',
  board: 'square-kanban',
  table: 'table-2',
  timeline: 'chart-gantt',
  duties: 'handshake',
  questions: 'message-circle-question-mark',
  report: 'file-text',
};

function ActionItem({ id, icon }: { readonly id: string; readonly icon: IconName }) {
  const action = useAction(id);
  return (
    <MenuItem icon={icon} keyCap={action.keyCap ?? undefined} why={action.why} onAction={action.run}>
      {action.title}
    </MenuItem>
  );
}

function PlanMenu() {
  const plan = usePlan();
  return (
    <Menu
      label={text.planMenu}
      trigger={
        <Button variant="quiet" className={styles['plan']} description={text.planMenu}>
          <Logo />
          <b className={styles['name']}>{plan.name}</b>
          <Icon name="chevron-down" size={12} />
        </Button>
      }
    >
      <ActionItem id="rename-plan" icon="pencil" />
      <ActionItem id="keep-in-file" icon="save" />
      <ActionItem id="save-plan-as" icon="copy" />
      <ActionItem id="history" icon="undo-2" />
      <ActionItem id="versions" icon="rotate-ccw" />
      <ActionItem id="make-alternative" icon="plus" />
      <ActionItem id="compare" icon="split" />
      <ActionItem id="merge" icon="git-merge" />
      <ActionItem id="scenarios" icon="square-kanban" />
      <MenuSeparator />
      <ActionItem id="import-inventory" icon="download" />
      <ActionItem id="import-folder" icon="folder-open" />
      <ActionItem id="add-target" icon="plus" />
      <ActionItem id="phases" icon="milestone" />
      <MenuSeparator />
      <ActionItem id="theme-system" icon="monitor" />
      <ActionItem id="theme-light" icon="sun" />
      <ActionItem id="theme-dark" icon="moon" />
      <ActionItem id="help" icon="life-buoy" />
      <ActionItem id="tour" icon="sparkles" />
      <ActionItem id="shortcuts" icon="info" />
      <ActionItem id="where-data-is" icon="folder-open" />
      <ActionItem id="passphrase" icon="lock" />
      <MenuSeparator />
      <ActionItem id="open-plan" icon="folder-open" />
      <ActionItem id="close-plan" icon="map" />
      <ActionItem id="delete-plan" icon="trash-2" />
    </Menu>
  );
}

function HistoryButtons() {
  const history = useWorkspace((state) => state.history);
  const undo = useAction('undo');
  const redo = useAction('redo');
  const last = history.done.at(-1)?.label;
  const next = history.undone.at(-1)?.label;
  return (
    <>
      <IconButton
        icon="undo-2"
        label={undo.title}
        tip={last === undefined ? undo.title : actionsText.undoWith(last)}
        keyCap={undo.keyCap ?? undefined}
        why={undo.why}
        onPress={undo.run}
      />
      <IconButton
        icon="redo-2"
        label={redo.title}
        tip={next === undefined ? redo.title : actionsText.redoWith(next)}
        keyCap={redo.keyCap ?? undefined}
        why={redo.why}
        onPress={redo.run}
      />
    </>
  );
}

/** Plan, views, what was saved, undo, the palette and the export. */
export function TitleBar() {
  const plan = usePlan();
  const tab = useView((view) => view.tab);
  const open = useMemo(
    () => plan.questions.filter((each) => each.status === 'open').length,
    [plan.questions],
  );
  return (
    <header className={styles['bar']}>
      <div className={styles['start']}>
        <IconButton
          className={styles['drawer']}
          icon="panel-left"
          label={actionsText.title['toggle-navigator']}
          keyCap={toKeyCap('Mod+B')}
          onPress={() => void runAction('toggle-navigator')}
        />
        <PlanMenu />
      </div>
      <Tabs
        label={text.views}
        className={styles['tabs']}
        value={tab}
        onChange={showTab}
        controls="view"
        items={tabs
          .filter((each) => views[each] !== null)
          .map((value) => ({
            value,
            label: text.tabs[value],
            icon: tabIcons[value],
            ...(value === 'questions' && open > 0
              ? { count: open, description: text.openQuestions(open) }
              : {}),
          }))}
      />
      <span />
      <div className={styles['actions']}>
        <SaveStatus />
        <HistoryButtons />
        <span className={styles['rule']} />
        <button
          type="button"
          className={styles['palette']}
          aria-label={actionsText.title['command-palette']}
          onClick={() => void runAction('command-palette')}
        >
          <Icon name="search" size={14} />
          <span>{text.findOrRun}</span>
          <kbd aria-hidden="true">{toKeyCap('Mod+K')}</kbd>
        </button>
        <Button icon="share" onPress={() => void runAction('export')} className={styles['export']}>
          {actionsText.title.export}
        </Button>
      </div>
    </header>
  );
}
