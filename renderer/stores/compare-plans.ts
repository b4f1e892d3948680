import { applyDiff, invertDiff } from '#core/commands/records-diff.ts';
import { parsePlanFile } from '#core/document/plan-file.ts';
import type { Plan } from '#core/model/plan.ts';
import type { HistoryEntry } from '#persistence/workspace-text.ts';
import { compareText as text } from '#text/compare.ts';
import { getBridge } from './bridge.ts';
import { showProblem } from './toast-store.ts';

/** The plan as it was before one of its edits (counted from 0). */
export function findEarlierPlan(plan: Plan, done: readonly HistoryEntry[], index: number): Plan {
  return done
    .slice(index)
    .toReversed()
    .reduce((later, entry) => applyDiff(later, invertDiff(entry.diff)), plan);
}

/** Lets the person choose a plan file to compare with; `null` when none was chosen or it could not be read (which is said). */
export async function choosePlanToCompare(): Promise<{ readonly name: string; readonly plan: Plan } | null> {
  const chosen = await getBridge().openFiles({ purpose: 'plan', multiple: false });
  if (!chosen.ok) {
    showProblem(chosen.error.message);
    return null;
  }
  const [file] = chosen.value;
  if (file === undefined) return null;
  const parsed = parsePlanFile(new TextDecoder().decode(file.bytes));
  if (parsed.ok) return { name: file.name, plan: parsed.value };
  showProblem(text.notRead(file.name, parsed.error.message));
  return null;
}
