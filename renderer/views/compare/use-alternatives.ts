import { useEffect, useState } from 'react';
import type { Plan } from '#core/model/plan.ts';
import { listOtherPlans, readOtherPlan } from '#stores/compare-plans.ts';
import { usePlan } from '#stores/use-workspace.ts';

/** Another plan of the vault; `plan` is there once it was chosen and read. */
export interface OtherPlan {
  readonly id: string;
  readonly name: string;
  readonly isChosen: boolean;
  readonly plan: Plan | null;
}

/** So many plans stand beside the open one at most. */
export const mostOthers = 4;

/** The other plans, which of them are chosen, and what could not be read. */
export interface Alternatives {
  readonly others: readonly OtherPlan[] | null;
  readonly problem: string | null;
  readonly choose: (id: string, isChosen: boolean) => void;
}

/** Whether two names say that the plans belong together: an alternative is called after the plan that it was made of. */
function isNamedAfter(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** The other plans of the vault to put beside the open one; those that are called after it are chosen from the start. */
export function useAlternatives(): Alternatives {
  const { id: planId, name: planName } = usePlan();
  const [others, setOthers] = useState<readonly OtherPlan[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isOpen = true;
    const load = async (): Promise<void> => {
      const known = await listOtherPlans(planId);
      if (!known.ok) {
        if (isOpen) setProblem(known.error);
        return;
      }
      let left = mostOthers;
      const found: OtherPlan[] = [];
      for (const { planId: id, name } of known.value) {
        const isChosen = left > 0 && isNamedAfter(name, planName);
        const read = isChosen ? await readOtherPlan(id) : null;
        if (isChosen) left -= 1;
        found.push({ id, name, isChosen: read?.ok === true, plan: read?.ok === true ? read.value : null });
      }
      if (isOpen) setOthers(found);
    };
    void load();
    return () => {
      isOpen = false;
    };
  }, [planId, planName]);
  const put = (id: string, change: Partial<OtherPlan>): void =>
    setOthers((before) => before?.map((each) => (each.id === id ? { ...each, ...change } : each)) ?? null);
  const choose = async (id: string, isChosen: boolean): Promise<void> => {
    setProblem(null);
    const known = others?.find((each) => each.id === id)?.plan ?? null;
    if (!isChosen || known !== null) {
      put(id, { isChosen });
      return;
    }
    const read = await readOtherPlan(id);
    if (read.ok) put(id, { isChosen: true, plan: read.value });
    else setProblem(read.error);
  };
  return { others, problem, choose: (id, isChosen) => void choose(id, isChosen) };
}
