import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { readSetting, writeSetting } from '#persistence/settings.ts';

const key = 'recent-actions';
/** So many actions are remembered. */
const most = 6;

const recentStore = createStore<{ readonly ids: readonly string[] }>(() => ({ ids: [] }));

let read: Promise<void> | null = null;

/** Reads what was run in earlier sessions, once a window. */
export function readRecentActions(): Promise<void> {
  read ??= readSetting(key).then((kept) => {
    const ids = Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
    recentStore.setState((now) => ({ ids: [...new Set([...now.ids, ...ids])].slice(0, most) }));
    return undefined;
  });
  return read;
}

/** Remembers that an action was run from the palette. */
export function noteAction(id: string): void {
  const ids = [id, ...recentStore.getState().ids.filter((each) => each !== id)].slice(0, most);
  recentStore.setState({ ids });
  void writeSetting(key, ids);
}

/** The ids of actions that were run last, the latest first. */
export function useRecentActions(): readonly string[] {
  return useStore(recentStore, (state) => state.ids);
}
