import { useEffect, useMemo, useState } from 'react';
import type { Plan } from '#core/model/plan.ts';
import type { Result } from '#core/base/result.ts';
import {
  choosePlanToCompare,
  findEarlierPlan,
  listOtherPlans,
  readOtherPlan,
} from '#stores/compare-plans.ts';
import { listVersions, readVersion } from '#stores/plan-versions.ts';
import { usePlan, useWorkspace } from '#stores/use-workspace.ts';
import { compareText as text } from '#text/compare.ts';
import { formatTaken } from '#text/format-taken.ts';
import type { Option } from '#ui/Select.tsx';

/** Where the other side of a comparison comes from. */
export type CompareSide = 'edit' | 'version' | 'plan' | 'file';

/** How many earlier states are offered, the latest first. */
const mostStates = 50;

interface Kept {
  readonly versions: readonly Option<string>[];
  readonly plans: readonly Option<string>[];
}

const nothing: Kept = { versions: [], plans: [] };

/** The versions and the other plans of the vault, once they are known. */
function useKept(planId: string): { readonly kept: Kept | null; readonly problem: string | null } {
  const [kept, setKept] = useState<Kept | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isOpen = true;
    void Promise.all([listVersions(planId), listOtherPlans(planId)]).then(([versions, plans]) => {
      if (!isOpen) return undefined;
      if (!versions.ok || !plans.ok) {
        setKept(nothing);
        setProblem(versions.ok ? (plans.ok ? null : plans.error) : versions.error);
        return undefined;
      }
      setKept({
        versions: versions.value.map(({ versionId, takenAt, reason, words }) => ({
          value: versionId,
          label: text.version(formatTaken(takenAt), words === '' ? text.reason[reason] : words),
        })),
        plans: plans.value.map(({ planId: id, name }) => ({ value: id, label: name })),
      });
      return undefined;
    });
    return () => {
      isOpen = false;
    };
  }, [planId]);
  return { kept, problem };
}

interface Read {
  readonly side: CompareSide;
  readonly key: string;
  readonly name: string;
  readonly plan: Plan;
}

/** What is chosen to compare the open plan with, and that plan as soon as it is read. */
export interface ComparedPlan {
  readonly side: CompareSide;
  readonly setSide: (side: CompareSide) => void;
  readonly options: readonly Option<string>[];
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
  readonly chooseFile: () => void;
  readonly other: { readonly name: string; readonly plan: Plan } | null;
  readonly problem: string | null;
  readonly isKnown: boolean;
}

/** Lets a person choose an earlier edit, a version, another plan of the vault or a file. */
export function useComparedPlan(): ComparedPlan {
  const plan = usePlan();
  const done = useWorkspace((state) => state.history.done);
  const { kept, problem } = useKept(plan.id);
  const [side, setSide] = useState<CompareSide>('edit');
  const [edit, setEdit] = useState<string | null>(done.length === 0 ? null : String(done.length - 1));
  const [read, setRead] = useState<Read | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const edits = done
    .map((entry, index) => ({ value: String(index), label: text.before(entry.label) }))
    .toReversed()
    .slice(0, mostStates);
  const options =
    side === 'edit'
      ? edits
      : side === 'version'
        ? (kept?.versions ?? [])
        : side === 'plan'
          ? (kept?.plans ?? [])
          : [];
  const take = (key: string, name: string, answer: Result<Plan, string>): void => {
    setFailure(answer.ok ? null : answer.error);
    setRead(answer.ok ? { side, key, name, plan: answer.value } : null);
  };
  const choose = async (key: string): Promise<void> => {
    const name = options.find((option) => option.value === key)?.label ?? key;
    if (side === 'edit') setEdit(key);
    else if (side === 'version') take(key, name, await readVersion(plan.id, key));
    else if (side === 'plan') take(key, name, await readOtherPlan(key));
  };
  const chooseFile = async (): Promise<void> => {
    const found = await choosePlanToCompare();
    if (found !== null) take(found.name, text.fileName(found.name), { ok: true, value: found.plan });
  };
  const earlier = useMemo(
    () => (edit === null ? null : findEarlierPlan(plan, done, Number(edit))),
    [edit, plan, done],
  );
  const isRead = read !== null && read.side === side;
  const name = edits.find((option) => option.value === edit)?.label ?? '';
  return {
    side,
    setSide: (next) => {
      setSide(next);
      setFailure(null);
    },
    options,
    chosen: side === 'edit' ? edit : isRead ? read.key : null,
    choose: (key) => void choose(key),
    chooseFile: () => void chooseFile(),
    other: side === 'edit' ? (earlier === null ? null : { name, plan: earlier }) : isRead ? read : null,
    problem: failure ?? problem,
    isKnown: side === 'edit' || side === 'file' || kept !== null,
  };
}
