import { useEffect } from 'react';
import { showNavigator, viewStore, widestDrawer } from '#stores/view-store.ts';

/** A window that gets too narrow puts the inventory away, which would lie over the view now; it comes back with the room. */
export function useDrawer(): void {
  useEffect(() => {
    const narrow = globalThis.matchMedia(`(max-width: ${widestDrawer}px)`);
    // A window that begins narrow has put it away already.
    let wasOpen = true;
    const follow = (): void => {
      const { navigatorOpen } = viewStore.getState();
      if (narrow.matches) wasOpen = navigatorOpen;
      showNavigator(narrow.matches ? false : wasOpen || navigatorOpen);
    };
    narrow.addEventListener('change', follow);
    return () => narrow.removeEventListener('change', follow);
  }, []);
}
