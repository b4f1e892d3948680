import type { MenuItemConstructorOptions } from 'electron';

/** A menu item that runs an action of the page by its id. */
interface ActionItem {
  readonly label: string;
  readonly actionId: string;
  readonly accelerator?: string;
}

/** A menu item that the system itself knows. */
interface RoleItem {
  readonly role: 'quit' | 'cut' | 'copy' | 'paste' | 'resetZoom' | 'zoomIn' | 'zoomOut' | 'togglefullscreen';
}

type Item = ActionItem | RoleItem | 'separator';

/** The whole menu as data. The accelerators are shown here and handled by the page, which has the same list of actions. */
export const menuDefinitions: readonly { readonly label: string; readonly items: readonly Item[] }[] = [
  {
    label: '&File',
    items: [
      { label: 'Import an inventory', actionId: 'import-inventory' },
      { label: 'Open a plan', actionId: 'open-plan', accelerator: 'CommandOrControl+O' },
      { label: 'Save a copy…', actionId: 'save-plan-as', accelerator: 'CommandOrControl+Shift+S' },
      { label: 'Export…', actionId: 'export' },
      'separator',
      { role: 'quit' },
    ],
  },
  {
    label: '&Edit',
    items: [
      { label: 'Undo', actionId: 'undo', accelerator: 'CommandOrControl+Z' },
      { label: 'Redo', actionId: 'redo', accelerator: 'CommandOrControl+Shift+Z' },
      'separator',
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
    ],
  },
  {
    label: '&View',
    items: [
      { label: 'Command palette', actionId: 'command-palette', accelerator: 'CommandOrControl+K' },
      'separator',
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
    ],
  },
];

/** The menu in Electron's own form; a chosen action goes to `run`. */
export function toMenuTemplate(run: (actionId: string) => void): MenuItemConstructorOptions[] {
  return menuDefinitions.map((menu) => ({
    label: menu.label,
    submenu: menu.items.map((item): MenuItemConstructorOptions => {
      if (item === 'separator') return { type: 'separator' };
      if ('role' in item) return { role: item.role };
      const { label, actionId, accelerator } = item;
      return {
        id: actionId,
        label,
        ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
        click: () => run(actionId),
      };
    }),
  }));
}
