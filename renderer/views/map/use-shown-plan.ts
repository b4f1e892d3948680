import { useMemo } from 'react';
import { applyCommands } from '#core/commands/apply-commands.ts';
import type { Plan } from '#core/model/plan.ts';
import { sumPreview, type PreviewSum } from '#core/projections/map-preview.ts';
import type { StatePoint } from '#core/state/plan-states.ts';
import { makeId } from '#bridge/make-id.ts';
import { usePreview } from '#stores/preview-store.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { useView } from '#stores/view-store.ts';

/** What the map is of: the plan in the state of the slider, or what would come of a proposal. */
export interface ShownPlan {
  readonly plan: Plan;
  readonly point: StatePoint;
  /** What the proposal would change; `null` while the map shows the plan as it is. */
  readonly preview: PreviewSum | null;
}

/** The plan that the map shows. What an assistant offers is worked out here, so that it costs nothing where no map is. */
export function useShownPlan(): ShownPlan {
  const plan = usePlan();
  const point = useView((view) => view.point);
  const offered = usePreview((state) => (state.isHidden ? null : state.offered));
  const after = useMemo(() => {
    if (offered === null || offered.plan !== plan) return null;
    const done = applyCommands(plan, offered.commands, { makeId });
    return done.ok ? { plan: done.value.plan, preview: sumPreview(plan, done.value.plan) } : null;
  }, [plan, offered]);
  return useMemo(() => {
    if (after === null) return { plan, point, preview: null };
    // As is and to be show no ghosts of their own: a proposal is looked at as a whole, or in one of its phases.
    return { ...after, point: point === 'start' ? 'end' : point };
  }, [plan, point, after]);
}
