import type { Answer } from '#core/contract/bridge.ts';
import { answerSchemas, requestSchemas } from '#core/contract/schemas.ts';

/** A plan in the menu. */
export interface RecentPlan {
  readonly planId: string;
  readonly name: string;
}

/** The plans that the menu offers, the last used first. */
export interface RecentPlans {
  readonly list: () => readonly RecentPlan[];
  /** Learns from a call of the page that was answered: nothing is read for the menu alone. */
  readonly note: (call: string, request: unknown, answer: Answer<unknown> | null) => void;
}

const most = 8;

/** Keeps the list in memory only: the system's own list of recent documents is told nothing. */
export function makeRecentPlans(onChange: () => void): RecentPlans {
  let plans: readonly RecentPlan[] = [];

  const put = (next: readonly RecentPlan[]): void => {
    if (JSON.stringify(next) === JSON.stringify(plans)) return;
    plans = next;
    onChange();
  };
  const others = (planId: string): readonly RecentPlan[] => plans.filter((plan) => plan.planId !== planId);

  return {
    list: () => plans.slice(0, most),
    note: (call, request, answer) => {
      if (answer?.ok !== true) return;
      if (call === 'listPlans') {
        const listed = answerSchemas.listPlans.safeParse(answer.value);
        if (!listed.success) return;
        const last = listed.data.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
        put(
          last.filter((plan) => !plan.damaged && !plan.newer).map(({ planId, name }) => ({ planId, name })),
        );
      } else if (call === 'writeCheckpoint') {
        const written = requestSchemas.writeCheckpoint.safeParse(request);
        if (!written.success) return;
        const { planId, name } = written.data;
        put([{ planId, name }, ...others(planId)]);
      } else if (call === 'deletePlan') {
        const gone = requestSchemas.deletePlan.safeParse(request);
        if (gone.success) put(others(gone.data.planId));
      }
    },
  };
}
