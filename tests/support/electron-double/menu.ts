import type { MenuItemConstructorOptions } from 'electron';

/** A menu item that a test can click. */
interface DoubleMenuItem extends Omit<MenuItemConstructorOptions, 'submenu' | 'click'> {
  readonly submenu?: DoubleMenu;
  readonly click: () => void;
}

/** A menu whose items can be found by their id. */
interface DoubleMenu {
  readonly items: readonly DoubleMenuItem[];
  readonly getMenuItemById: (id: string) => DoubleMenuItem | null;
}

let applicationMenu: DoubleMenu | null = null;

function buildFromTemplate(template: readonly MenuItemConstructorOptions[]): DoubleMenu {
  const items = template.map(({ submenu, click, ...rest }): DoubleMenuItem => {
    const run = click as (() => void) | undefined;
    const inner = Array.isArray(submenu) ? { submenu: buildFromTemplate(submenu) } : {};
    return { ...rest, ...inner, click: () => run?.() };
  });
  const getMenuItemById = (id: string): DoubleMenuItem | null => {
    for (const item of items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found !== null && found !== undefined) return found;
    }
    return null;
  };
  return { items, getMenuItemById };
}

/** The stand-in for `Menu`. */
export const Menu = {
  buildFromTemplate,
  setApplicationMenu: (menu: DoubleMenu | null): void => {
    applicationMenu = menu;
  },
  getApplicationMenu: (): DoubleMenu | null => applicationMenu,
};
