import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { noFilter, type FilterKey, type MapFilter } from '#core/projections/map-filter.ts';
import { groupings, type Grouping } from '#core/projections/map-grouping.ts';
import type { ImpactWay } from '#core/projections/map-impact.ts';
import { readSetting, writeSetting } from '#persistence/settings.ts';

/** What of the map shall be fitted into the window; the map clears it when done. */
export type FitRequest = 'all' | 'selection' | null;

/** A tool of the map that is open. */
export type MapTool = 'filter' | 'group' | null;

/** How the map is looked at: never part of the plan, never undone. */
export interface MapState {
  /** Ids of places that are shown as one box, without what stands in them. */
  readonly collapsed: ReadonlySet<string>;
  /** Whether only what the selection touches stands out. */
  readonly impact: boolean;
  readonly impactWay: ImpactWay;
  readonly fit: FitRequest;
  readonly grouping: Grouping;
  readonly filter: MapFilter;
  /** Whether what the filter leaves out is hidden; else it steps back. */
  readonly hides: boolean;
  /** Whether the small map is shown where the large one does not fit into the window. */
  readonly overview: boolean;
  readonly tool: MapTool;
}

const untouched: MapState = {
  collapsed: new Set(),
  impact: false,
  impactWay: 'both',
  fit: null,
  grouping: 'place',
  filter: noFilter,
  hides: false,
  overview: true,
  tool: null,
};

/** The store behind `useMap`. */
export const mapStore = createStore<MapState>(() => untouched);

let plan: string | null = null;

/** A part of how the map is looked at. */
export function useMap<T>(selector: (state: MapState) => T): T {
  return useStore(mapStore, selector);
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function readLook(kept: unknown): Partial<MapState> {
  if (typeof kept !== 'object' || kept === null) return {};
  const known: Readonly<Record<string, unknown>> = { ...kept };
  const filters: Readonly<Record<string, unknown>> =
    typeof known['filter'] === 'object' && known['filter'] !== null ? { ...known['filter'] } : {};
  const listOf = (key: FilterKey): string[] => {
    const list = filters[key];
    return isTextList(list) ? list : [];
  };
  return {
    grouping: groupings.find((each) => each === known['grouping']) ?? 'place',
    filter: {
      kind: listOf('kind'),
      environment: listOf('environment'),
      party: listOf('party'),
      disposition: listOf('disposition'),
      findings: listOf('findings'),
    },
    hides: known['hides'] === true,
    overview: known['overview'] !== false,
  };
}

/** Takes up how the map of this plan was looked at last. */
export async function rememberMap(id: string): Promise<void> {
  if (plan === id) return;
  plan = id;
  mapStore.setState(untouched);
  const [collapsed, look] = [await readSetting(`collapsed:${id}`), await readSetting(`map:${id}`)];
  if (plan !== id) return;
  mapStore.setState({
    ...readLook(look),
    ...(isTextList(collapsed) ? { collapsed: new Set(collapsed) } : {}),
  });
}

function change(look: Partial<Pick<MapState, 'grouping' | 'filter' | 'hides' | 'overview'>>): void {
  mapStore.setState(look);
  const { grouping, filter, hides, overview } = mapStore.getState();
  if (plan !== null) void writeSetting(`map:${plan}`, { grouping, filter, hides, overview });
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

/** Which way the impact is followed. */
export function followImpact(impactWay: ImpactWay): void {
  mapStore.setState({ impactWay });
}

export function requestFit(fit: FitRequest): void {
  mapStore.setState({ fit });
}

/** Puts the boxes together by something else; the new picture is fitted. */
export function groupBy(grouping: Grouping): void {
  if (mapStore.getState().grouping === grouping) return;
  change({ grouping });
  requestFit('all');
}

/** Wants a value of a key, or not any more. */
export function toggleFilter(key: FilterKey, value: string): void {
  const { filter } = mapStore.getState();
  const before = filter[key];
  const next = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  change({ filter: { ...filter, [key]: next } });
}

/** Lets everything through again. */
export function clearFilter(): void {
  change({ filter: noFilter });
}

/** Whether what the filter leaves out is hidden, or only steps back. */
export function hideFilteredOut(hides: boolean): void {
  change({ hides });
}

/** Shows the small map or not. */
export function showOverview(overview: boolean): void {
  change({ overview });
}

/** Opens a tool of the map; `null` closes what is open. */
export function openTool(tool: MapTool): void {
  mapStore.setState({ tool });
}
