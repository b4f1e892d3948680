import { useLayoutEffect, useState, type RefObject } from 'react';

/**
 * Width by height of an element when it first has a size. It does not follow the window: a map that laid itself out
 * anew whenever a panel opens would jump.
 */
export function useAspect(element: RefObject<HTMLElement | null>): number | null {
  const [aspect, setAspect] = useState<number | null>(null);
  useLayoutEffect(() => {
    const { clientWidth: width, clientHeight: height } = element.current ?? {
      clientWidth: 0,
      clientHeight: 0,
    };
    setAspect(width > 0 && height > 0 ? Math.min(3, Math.max(0.6, width / height)) : 1.5);
  }, [element]);
  return aspect;
}
