import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { helpPlaces, type HelpPlace } from '#text/help.ts';
import { viewStore, type ViewState } from './view-store.ts';

// Apart from the other panels: help on an open panel must not close it.
const helpStore = createStore<{ readonly place: HelpPlace | null }>(() => ({ place: null }));

const places: ReadonlyMap<string, HelpPlace> = new Map(Object.entries(helpPlaces));

/** Where the help of what is shown begins: of the open panel, else of the assistant, else of the view or screen. */
export function findHelpPlace({ panel, assistant, screen, tab }: ViewState): HelpPlace {
  const shown = [
    panel?.kind,
    screen === 'workspace' ? assistant : null,
    screen === 'workspace' ? tab : screen,
  ];
  for (const each of shown) {
    const place = places.get(each ?? '');
    if (place !== undefined) return place;
  }
  return helpPlaces.start;
}

/** Opens the help, at a place or at that of what is shown. */
export function openHelp(place: HelpPlace = findHelpPlace(viewStore.getState())): void {
  helpStore.setState({ place });
}

export function closeHelp(): void {
  helpStore.setState({ place: null });
}

/** Where the help is open; `null` while it is closed. */
export function useHelp(): HelpPlace | null {
  return useStore(helpStore, (state) => state.place);
}
