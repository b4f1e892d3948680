import { useEffect } from 'react';
import { useWorkspace } from '#stores/use-workspace.ts';
import { checkShown } from '#stores/workspace-store.ts';

/** The picture of a plan takes a few frames: it is measured, drawn, and fitted. */
const framesOfPicture = 6;

/** A window that nobody sees has no frames: then so many milliseconds. */
const longest = 1000;

/** Checks a large plan once its view stands beside this in the document and has had time to come to the screen. */
export function LateCheck(): null {
  const isChecked = useWorkspace((state) => state.isChecked);
  useEffect(() => {
    if (isChecked) return undefined;
    const timer = setTimeout(checkShown, longest);
    let frame = 0;
    const wait = (left: number): void => {
      frame = requestAnimationFrame(() => (left === 0 ? checkShown() : wait(left - 1)));
    };
    wait(framesOfPicture);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [isChecked]);
  return null;
}
