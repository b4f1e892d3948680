import { useEffect, useMemo, useState } from 'react';
import { mergeWithChoices, type ChosenMerge } from '#core/document/merge/merge-choices.ts';
import type { Plan } from '#core/model/plan.ts';
import { choosePlanToCompare, listOtherPlans, readOtherPlan } from '#stores/compare-plans.ts';
import { findCommonStates, type CommonState } from '#stores/merge-copies.ts';
import { usePlan, useWorkspace } from '#stores/use-workspace.ts';
import { compareText } from '#text/compare.ts';
import type { Option } from '#ui/Select.tsx';

/** Where the other copy comes from. */
export type CopySide = 'plan' | 'file';

interface Copy {
  readonly side: CopySide;
  readonly key: string;
  readonly name: string;
  readonly plan: Plan;
}

/** The merge of the open plan with a chosen copy, as far as it is known. */
export interface PlanMergeState {
  readonly side: CopySide;
  readonly setSide: (side: CopySide) => void;
  /** `null` until they are known. */
  readonly plans: readonly Option<string>[] | null;
  readonly copy: Copy | null;
  readonly choosePlan: (planId: string) => void;
  readonly chooseFile: () => void;
  /** The states that the copy may come from, and the chosen one; `null` until they are looked at. */
  readonly states: readonly Option<string>[] | null;
  readonly base: CommonState | null;
  readonly chooseBase: (key: string) => void;
  readonly chooseBaseFile: () => void;
  readonly merge: ChosenMerge | null;
  readonly taken: ReadonlySet<string>;
  readonly choose: (key: string, isTaken: boolean) => void;
  readonly problem: string | null;
}

function usePlans(planId: string): { plans: readonly Option<string>[] | null; problem: string | null } {
  const [plans, setPlans] = useState<readonly Option<string>[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isOpen = true;
    void listOtherPlans(planId).then((found) => {
      if (!isOpen) return undefined;
      setPlans(found.ok ? found.value.map((each) => ({ value: each.planId, label: each.name })) : []);
      setProblem(found.ok ? null : found.error);
      return undefined;
    });
    return () => {
      isOpen = false;
    };
  }, [planId]);
  return { plans, problem };
}

const none: ReadonlySet<string> = new Set();

/** Lets a person choose the other copy, the state that both come from, and whose word stands in a conflict. */
export function usePlanMerge(): PlanMergeState {
  const plan = usePlan();
  const done = useWorkspace((state) => state.history.done);
  const known = usePlans(plan.id);
  const [side, setSide] = useState<CopySide>('plan');
  const [copy, setCopy] = useState<Copy | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [states, setStates] = useState<readonly CommonState[] | null>(null);
  const [baseKey, setBaseKey] = useState<string | null>(null);
  const [taken, setTaken] = useState(none);
  const base = states?.find((state) => state.key === baseKey) ?? null;

  const take = async (next: Copy): Promise<void> => {
    setCopy(next);
    setStates(null);
    setTaken(none);
    const found = await findCommonStates(plan, done, next.plan);
    setStates(found.states);
    setBaseKey(found.nearest);
  };
  const choosePlan = async (planId: string): Promise<void> => {
    const read = await readOtherPlan(planId);
    setProblem(read.ok ? null : read.error);
    const name = known.plans?.find((option) => option.value === planId)?.label ?? planId;
    if (read.ok) await take({ side: 'plan', key: planId, name, plan: read.value });
  };
  const chooseFile = async (): Promise<void> => {
    const found = await choosePlanToCompare();
    if (found === null) return;
    setProblem(null);
    await take({ side: 'file', key: found.name, name: compareText.fileName(found.name), plan: found.plan });
  };
  const chooseBase = (key: string): void => {
    setBaseKey(key);
    setTaken(none);
  };
  const chooseBaseFile = async (): Promise<void> => {
    const found = await choosePlanToCompare();
    if (found === null || states === null) return;
    const state = { key: 'file', label: compareText.fileName(found.name), plan: found.plan };
    setStates([...states.filter(({ key }) => key !== state.key), state]);
    chooseBase(state.key);
  };
  const isShown = copy !== null && copy.side === side;
  const merge = useMemo(
    () => (isShown && base !== null ? mergeWithChoices(base.plan, plan, copy.plan, taken) : null),
    [isShown, base, plan, copy, taken],
  );
  return {
    side,
    setSide: (next) => {
      setSide(next);
      setProblem(null);
    },
    plans: known.plans,
    copy: isShown ? copy : null,
    choosePlan: (planId) => void choosePlan(planId),
    chooseFile: () => void chooseFile(),
    states: states?.map(({ key, label }) => ({ value: key, label })) ?? null,
    base,
    chooseBase,
    chooseBaseFile: () => void chooseBaseFile(),
    merge,
    taken,
    choose: (key, isTaken) => {
      const next = new Set(taken);
      if (isTaken) next.add(key);
      else next.delete(key);
      setTaken(next);
    },
    problem: problem ?? known.problem,
  };
}
