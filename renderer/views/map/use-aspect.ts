import { useCallback, useState } from 'react';

/**
 * Width by height of an element when it first has a size, and the ref that measures it. It does not follow the window: a
 * map that laid itself out anew whenever a panel opens would jump.
 */
export function useAspect(): readonly [number | null, (element: HTMLElement | null) => void] {
  const [aspect, setAspect] = useState<number | null>(null);
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const { clientWidth: width, clientHeight: height } = element;
    setAspect(width > 0 && height > 0 ? Math.min(3, Math.max(0.6, width / height)) : 1.5);
  }, []);
  return [aspect, measure];
}
