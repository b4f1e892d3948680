import { runShortcut } from '#actions/shortcuts.ts';
import { viewStore } from '#stores/view-store.ts';

/** Runs shortcuts anywhere in the workspace; returns the function that stops it. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const { screen, panel } = viewStore.getState();
    if (screen === 'review' || (panel !== null && !(event.ctrlKey || event.metaKey))) return;
    if (runShortcut(event)) event.preventDefault();
  };
  // Help is there for panels and for the review too, also while a field keeps its keys to itself.
  const onHelp = (event: KeyboardEvent): void => {
    if (event.key === 'F1' && runShortcut(event)) event.preventDefault();
  };
  globalThis.addEventListener('keydown', onHelp, true);
  globalThis.addEventListener('keydown', onKey);
  return () => {
    globalThis.removeEventListener('keydown', onHelp, true);
    globalThis.removeEventListener('keydown', onKey);
  };
}
