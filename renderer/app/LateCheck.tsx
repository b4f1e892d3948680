import { useEffect } from 'react';
import { useWorkspace } from '#stores/use-workspace.ts';
import { checkLate } from '#stores/workspace-store.ts';

/** The map asks for the checks itself when it is drawn; every other view, and a window that nobody sees, waits so long, in ms. */
const longestMs = { map: 3000, other: 200 } as const;

/** Checks a large plan once its view stands beside this in the document and has had time to come to the screen. */
export function LateCheck({ isMap }: { readonly isMap: boolean }): null {
  const isChecked = useWorkspace((state) => state.isChecked);
  useEffect(() => {
    if (isChecked) return undefined;
    const timer = setTimeout(() => void checkLate(), isMap ? longestMs.map : longestMs.other);
    return () => clearTimeout(timer);
  }, [isChecked, isMap]);
  return null;
}
