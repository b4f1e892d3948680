import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { NodeId } from '#core/model/ids.ts';
import type { StatePoint } from '#core/state/plan-states.ts';

/** The views of the workspace, in the order of their tabs. */
export const tabs = ['map', 'board', 'table', 'timeline', 'duties', 'questions', 'report'] as const;

/** A view of the workspace. */
export type Tab = (typeof tabs)[number];

/** Something that floats over the workspace: one at a time. `nodes` is what it is about. */
export interface OpenPanel {
  readonly kind:
    | 'move'
    | 'phase'
    | 'phases'
    | 'palette'
    | 'export'
    | 'answer'
    | 'add-target'
    | 'connect'
    | 'edges'
    | 'rename'
    | 'shortcuts'
    | 'history'
    | 'about'
    | 'passphrase'
    | 'delete'
    | 'agree'
    | 'apply'
    | 'compare'
    | 'merge'
    | 'scenarios'
    | 'calendar';
  readonly nodes: readonly NodeId[];
}

/** A helper that proposes changes, beside the view in the place of the inspector. */
export type Assistant = 'consolidation' | 'propose-phases' | 'propose-dates';

/** A line of a source that shall be shown. */
export interface ShownSource {
  readonly source: string;
  readonly line: number;
}

/** What is looked at and how: never part of the plan, never undone. */
export interface ViewState {
  readonly screen: 'start' | 'review' | 'workspace';
  readonly tab: Tab;
  readonly selection: readonly NodeId[];
  readonly point: StatePoint;
  readonly findingsOpen: boolean;
  readonly findingFilter: 'all' | 'selection';
  /** Whether the inventory is shown; in a small window it is a drawer. */
  readonly navigatorOpen: boolean;
  readonly theme: 'system' | 'light' | 'dark';
  readonly panel: OpenPanel | null;
  /** What stands where the inspector stands otherwise. */
  readonly assistant: Assistant | null;
  /** A node that the view shall bring into sight; the view clears it when done. */
  readonly focusRequest: NodeId | null;
  readonly source: ShownSource | null;
}

/** The widest window in px in which the inventory lies over the view instead of beside it. */
export const widestDrawer = 1180;

/** Whether the inventory fits beside the view; asked when a plan is opened, since a window may get its size after it loads. */
export function hasRoomForNavigator(): boolean {
  return (globalThis.innerWidth ?? 1440) > widestDrawer;
}

/** The store behind `useView`. */
export const viewStore = createStore<ViewState>(() => ({
  screen: 'start',
  tab: 'map',
  selection: [],
  point: 'start',
  findingsOpen: true,
  findingFilter: 'all',
  // In a small window it would cover the view.
  navigatorOpen: hasRoomForNavigator(),
  theme: 'system',
  panel: null,
  assistant: null,
  focusRequest: null,
  source: null,
}));

/** A part of what is looked at; draws again when that part changes. */
export function useView<T>(selector: (view: ViewState) => T): T {
  return useStore(viewStore, selector);
}

/** Selects these nodes and nothing else, in every view. */
export function select(ids: readonly NodeId[]): void {
  const { selection } = viewStore.getState();
  if (selection.length === ids.length && selection.every((id, index) => id === ids[index])) return;
  viewStore.setState({ selection: ids });
}

export function showScreen(screen: ViewState['screen']): void {
  viewStore.setState({ screen, panel: null, assistant: null });
}

export function showTab(tab: Tab): void {
  viewStore.setState({ tab });
}

/** Moves the phase slider. */
export function showPoint(point: StatePoint): void {
  viewStore.setState({ point });
}

export function openPanel(
  kind: OpenPanel['kind'],
  nodes: readonly NodeId[] = viewStore.getState().selection,
): void {
  viewStore.setState({ panel: { kind, nodes } });
}

export function closePanel(): void {
  viewStore.setState({ panel: null });
}

/** Opens an assistant beside the view, or gives the place back to the inspector with `null`. */
export function showAssistant(assistant: Assistant | null): void {
  viewStore.setState({ assistant, panel: null });
}

/** Selects a node and brings it into sight. */
export function jumpTo(node: NodeId): void {
  viewStore.setState({ selection: [node], focusRequest: node });
}

/** The view has brought the asked node into sight. */
export function finishFocus(): void {
  viewStore.setState({ focusRequest: null });
}

export function showFindings(findingsOpen: boolean): void {
  viewStore.setState({ findingsOpen });
}

export function filterFindings(findingFilter: ViewState['findingFilter']): void {
  viewStore.setState({ findingFilter });
}

export function showNavigator(navigatorOpen: boolean): void {
  viewStore.setState({ navigatorOpen });
}

/** Shows a line of a source, or closes the source with `null`. */
export function showSource(source: ShownSource | null): void {
  viewStore.setState({ source });
}

export function setTheme(theme: ViewState['theme']): void {
  viewStore.setState({ theme });
}
