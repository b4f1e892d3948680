import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DependencyId } from '#core/model/ids.ts';

/** An edge of the map that was picked: one dependency, or all of a bundle. Counts only while no node is selected. */
export interface PickedEdge {
  readonly key: string;
  readonly dependencies: readonly DependencyId[];
}

const edgeStore = createStore<{ readonly picked: PickedEdge | null }>(() => ({ picked: null }));

/** Picks an edge, or nothing. */
export function pickEdge(picked: PickedEdge | null): void {
  edgeStore.setState({ picked });
}

/** The picked edge. */
export function usePickedEdge(): PickedEdge | null {
  return useStore(edgeStore, (state) => state.picked);
}
