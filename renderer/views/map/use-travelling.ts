import { useEffect, useState } from 'react';
import type { StatePoint } from '#core/state/plan-states.ts';

/** Whether the slider has just moved: for as long as boxes travel to their new places. */
export function useTravelling(point: StatePoint): boolean {
  const [arrivedAt, setArrivedAt] = useState(point);
  useEffect(() => {
    const timer = setTimeout(() => setArrivedAt(point), 420);
    return () => clearTimeout(timer);
  }, [point]);
  return arrivedAt !== point;
}
