import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

// Apart from what the tour does: the window asks for the step before anything else is loaded.
const tourStore = createStore<{ readonly step: number | null }>(() => ({ step: null }));

/** The step of the tour that is shown, from 0; `null` while there is no tour. */
export function useTour(): number | null {
  return useStore(tourStore, (state) => state.step);
}

/** Sets the step; what it speaks of is brought into sight by `showTourStep`. */
export function setTourStep(step: number | null): void {
  tourStore.setState({ step });
}

export function endTour(): void {
  setTourStep(null);
}
