import type { MenuItemConstructorOptions } from 'electron';
import type { RecentPlan } from './recent-plans.ts';
import { shellText } from './text.ts';

/** A menu item that runs an action of the page by its id. */
interface ActionItem {
  readonly label: string;
  readonly actionId: string;
  readonly accelerator?: string;
}

/** A menu item that the system itself knows. */
interface RoleItem {
  readonly role:
    | 'quit'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'selectAll'
    | 'resetZoom'
    | 'zoomIn'
    | 'zoomOut'
    | 'togglefullscreen';
}

/** A menu item that the shell does by itself. */
interface ShellItem {
  readonly label: string;
  readonly shellId: 'new-window';
  readonly accelerator: string;
}

/** The plans that were used last, as a menu of their own. */
interface RecentItem {
  readonly label: string;
  readonly recent: true;
}

type Item = ActionItem | RoleItem | ShellItem | RecentItem | 'separator';

/**
 * The whole menu as data. Labels and accelerators are those of the page's list of actions (a test compares them); the accelerators are
 * shown here and handled by the page.
 */
export const menuDefinitions: readonly { readonly label: string; readonly items: readonly Item[] }[] = [
  {
    label: '&File',
    items: [
      { label: 'New window', shellId: 'new-window', accelerator: 'CommandOrControl+Shift+N' },
      'separator',
      { label: 'Import an inventory', actionId: 'import-inventory', accelerator: 'CommandOrControl+I' },
      { label: 'Import a folder', actionId: 'import-folder' },
      'separator',
      { label: 'Open a plan', actionId: 'open-plan', accelerator: 'CommandOrControl+O' },
      { label: 'Open recent', recent: true },
      { label: 'Keep in a file…', actionId: 'keep-in-file', accelerator: 'CommandOrControl+S' },
      { label: 'Save a copy…', actionId: 'save-plan-as', accelerator: 'CommandOrControl+Shift+S' },
      { label: 'Earlier versions…', actionId: 'versions' },
      { label: 'Compare with…', actionId: 'compare' },
      { label: 'Merge with another copy…', actionId: 'merge' },
      { label: 'Export…', actionId: 'export', accelerator: 'CommandOrControl+E' },
      { label: 'Print the report…', actionId: 'print', accelerator: 'CommandOrControl+P' },
      'separator',
      { label: 'Passphrase…', actionId: 'passphrase' },
      'separator',
      { label: 'All plans', actionId: 'close-plan' },
      { label: 'Delete the plan…', actionId: 'delete-plan' },
      { role: 'quit' },
    ],
  },
  {
    label: '&Edit',
    items: [
      { label: 'Undo', actionId: 'undo', accelerator: 'CommandOrControl+Z' },
      { label: 'Redo', actionId: 'redo', accelerator: 'CommandOrControl+Shift+Z' },
      { label: 'History…', actionId: 'history', accelerator: 'H' },
      'separator',
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  },
  {
    label: '&Plan',
    items: [
      { label: 'Move to…', actionId: 'move', accelerator: 'M' },
      { label: 'Mark for removal', actionId: 'mark-removal', accelerator: 'R' },
      { label: 'Assign to phase…', actionId: 'assign-phase', accelerator: 'P' },
      'separator',
      { label: 'Add a phase', actionId: 'add-phase' },
      { label: 'Phases…', actionId: 'phases' },
      { label: 'Add a host or provider…', actionId: 'add-target' },
      { label: 'Rename the plan…', actionId: 'rename-plan' },
    ],
  },
  {
    label: '&View',
    items: [
      { label: 'Command palette', actionId: 'command-palette', accelerator: 'CommandOrControl+K' },
      'separator',
      { label: 'Show the map', actionId: 'tab-map', accelerator: '1' },
      { label: 'Show the board', actionId: 'tab-board', accelerator: '2' },
      { label: 'Show the table', actionId: 'tab-table', accelerator: '3' },
      { label: 'Show the timeline', actionId: 'tab-timeline', accelerator: '4' },
      { label: 'Show the duties', actionId: 'tab-duties', accelerator: '5' },
      { label: 'Show the questions', actionId: 'tab-questions', accelerator: '6' },
      { label: 'Show the report', actionId: 'tab-report', accelerator: '7' },
      'separator',
      {
        label: 'Show or hide the inventory',
        actionId: 'toggle-navigator',
        accelerator: 'CommandOrControl+B',
      },
      { label: 'Show or hide the findings', actionId: 'toggle-findings', accelerator: 'CommandOrControl+J' },
      'separator',
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
    ],
  },
  {
    label: '&Help',
    items: [
      { label: 'Help on what is shown', actionId: 'help', accelerator: 'F1' },
      { label: 'Take the tour', actionId: 'tour' },
      { label: 'Keyboard shortcuts', actionId: 'shortcuts', accelerator: '?' },
      { label: 'Show where my data is', actionId: 'where-data-is' },
      { label: 'About Rehome', actionId: 'about' },
    ],
  },
];

/** What the items of the menu do. */
export interface MenuDeeds {
  /** Runs an action of the page. */
  readonly run: (actionId: string) => void;
  readonly openWindow: () => void;
  readonly openPlan: (planId: string) => void;
}

/** A name as it is meant: in a label `&` marks the letter to press. */
function toLabel(name: string): string {
  const short = name.length <= 60 ? name : `${name.slice(0, 59).toWellFormed()}…`;
  return short.replaceAll('&', '&&');
}

function toRecentMenu(
  recent: readonly RecentPlan[],
  openPlan: MenuDeeds['openPlan'],
): MenuItemConstructorOptions[] {
  if (recent.length === 0) return [{ label: shellText.noRecent, enabled: false }];
  return recent.map(({ planId, name }) => ({
    id: `recent:${planId}`,
    label: toLabel(name),
    click: () => openPlan(planId),
  }));
}

/** The menu in Electron's own form, with the plans that were used last. */
export function toMenuTemplate(
  { run, openWindow, openPlan }: MenuDeeds,
  recent: readonly RecentPlan[],
): MenuItemConstructorOptions[] {
  const toItem = (item: Item): MenuItemConstructorOptions => {
    if (item === 'separator') return { type: 'separator' };
    if ('role' in item) return { role: item.role };
    if ('recent' in item) return { label: item.label, submenu: toRecentMenu(recent, openPlan) };
    const { label, accelerator } = item;
    if ('shellId' in item)
      return { id: item.shellId, label, accelerator: item.accelerator, click: openWindow };
    const { actionId } = item;
    return {
      id: actionId,
      label,
      ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
      click: () => run(actionId),
    };
  };
  return menuDefinitions.map((menu) => ({ label: menu.label, submenu: menu.items.map(toItem) }));
}
