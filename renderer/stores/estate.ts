import { useMemo } from 'react';
import type { Estate } from '#core/state/estate.ts';
import { estateAt, type StatePoint } from '#core/state/plan-states.ts';
import { usePlan } from './use-workspace.ts';
import { useView } from './view-store.ts';

/** The estate at a point of the open plan. */
export function useEstate(point: StatePoint): Estate {
  const plan = usePlan();
  return useMemo(() => estateAt(plan, point), [plan, point]);
}

/** The estate in the state that the slider shows. */
export function useEstateAtPoint(): Estate {
  return useEstate(useView((view) => view.point));
}
