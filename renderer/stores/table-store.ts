import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { isSameJson } from '#core/base/same-json.ts';
import { compareText } from '#core/base/compare.ts';
import { readSetting, writeSetting } from '#persistence/settings.ts';
import { firstLook, mostViews, parseLook, parseViews, type SavedView, type TableLook } from './table-look.ts';

interface TableState {
  readonly look: TableLook;
  readonly views: readonly SavedView[];
  /** Heads of groups whose rows are folded away. */
  readonly closed: ReadonlySet<string>;
}

const lookKey = 'table-look';
const viewsKey = 'table-views';

/** How the table is looked at: of this person, for every plan, never part of one. */
export const tableStore = createStore<TableState>(() => ({
  look: firstLook,
  views: [],
  closed: new Set(),
}));

/** A part of it; draws again when that part changes. */
export function useTable<T>(selector: (state: TableState) => T): T {
  return useStore(tableStore, selector);
}

let read: Promise<void> | null = null;

/** Reads what was kept, once a window; a look that was changed meanwhile stays. */
export function readTableLook(): Promise<void> {
  read ??= Promise.all([readSetting(lookKey), readSetting(viewsKey)]).then(([look, views]) => {
    tableStore.setState((state) => ({
      look: state.look === firstLook ? parseLook(look) : state.look,
      views: state.views.length === 0 ? parseViews(views) : state.views,
    }));
    return undefined;
  });
  return read;
}

/** Changes parts of the look. Words of the search belong to the moment and are kept with a saved view only. */
export function changeLook(part: Partial<TableLook>): void {
  const look = { ...tableStore.getState().look, ...part };
  tableStore.setState({ look });
  if (Object.keys(part).some((key) => key !== 'words')) void writeSetting(lookKey, { ...look, words: '' });
}

/** Whether a look is the one that is shown. */
export function isShownLook(look: TableLook): boolean {
  return isSameJson(look, tableStore.getState().look);
}

function keepViews(views: readonly SavedView[]): void {
  tableStore.setState({ views });
  void writeSetting(viewsKey, views);
}

/** Keeps the shown look under a name; a view that had the name is written anew. */
export function saveView(name: string): void {
  const { views, look } = tableStore.getState();
  const others = views.filter((view) => view.name !== name);
  keepViews([...others, { name, look }].sort((a, b) => compareText(a.name, b.name)).slice(0, mostViews));
}

/** Forgets a view; the look stays. */
export function removeView(name: string): void {
  keepViews(tableStore.getState().views.filter((view) => view.name !== name));
}

/** Folds the rows of a group away, or shows them. */
export function toggleGroup(key: string): void {
  tableStore.setState(({ closed }) => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    return { closed: next };
  });
}
