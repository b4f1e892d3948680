import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { readSetting, writeSetting } from '#persistence/settings.ts';

/** What of the map shall be fitted into the window; the map clears it when done. */
export type FitRequest = 'all' | 'selection' | null;

/** How the map is looked at: never part of the plan, never undone. */
export interface MapState {
  /** Ids of places that are shown as one box, without what stands in them. */
  readonly collapsed: ReadonlySet<string>;
  /** Whether only what the selection touches stands out. */
  readonly impact: boolean;
  readonly fit: FitRequest;
}

/** The store behind `useMap`. */
export const mapStore = createStore<MapState>(() => ({ collapsed: new Set(), impact: false, fit: null }));

let plan: string | null = null;

/** A part of how the map is looked at. */
export function useMap<T>(selector: (state: MapState) => T): T {
  return useStore(mapStore, selector);
}

/** Takes up what was collapsed when this plan was last looked at. */
export async function rememberCollapsed(id: string): Promise<void> {
  if (plan === id) return;
  plan = id;
  mapStore.setState({ collapsed: new Set(), impact: false });
  const kept = await readSetting(`collapsed:${id}`);
  if (plan !== id || !Array.isArray(kept)) return;
  mapStore.setState({ collapsed: new Set(kept.filter((each) => typeof each === 'string')) });
}

/** Collapses exactly these places. */
export function collapse(ids: Iterable<string>): void {
  const collapsed = new Set(ids);
  mapStore.setState({ collapsed });
  if (plan !== null) void writeSetting(`collapsed:${plan}`, [...collapsed]);
}

/** Opens places that are collapsed and collapses those that are open. */
export function toggleCollapsed(ids: readonly string[]): void {
  const next = new Set(mapStore.getState().collapsed);
  for (const id of ids) if (!next.delete(id)) next.add(id);
  collapse(next);
}

/** Shows only what the selection touches, or everything again. */
export function showImpact(impact: boolean): void {
  mapStore.setState({ impact });
}

export function requestFit(fit: FitRequest): void {
  mapStore.setState({ fit });
}
