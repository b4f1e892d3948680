import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

/** The plan whose versions are shown; `null`: none are. */
export interface ShownVersions {
  readonly planId: string;
  readonly name: string;
}

const store = createStore<{ readonly shown: ShownVersions | null }>(() => ({ shown: null }));

/** Whose versions are shown. */
export function useShownVersions(): ShownVersions | null {
  return useStore(store, (state) => state.shown);
}

/** Shows the versions of a plan, or closes them with `null`. */
export function showVersions(shown: ShownVersions | null): void {
  store.setState({ shown });
}
