import { applyDiff, diffPlans, invertDiff } from '#core/commands/records-diff.ts';
import { findNearestState } from '#core/document/merge/nearest-state.ts';
import { toEmptyPlan, type Plan } from '#core/model/plan.ts';
import { compareText } from '#text/compare.ts';
import { formatTaken } from '#text/format-taken.ts';
import { mergeText as text } from '#text/merge.ts';
import { workspaceText } from '#text/workspace.ts';
import type { HistoryEntry } from '#persistence/workspace-text.ts';
import { listVersions, readVersion } from './plan-versions.ts';
import { applyEdit, undo } from './run-commands.ts';
import { showToast } from './toast-store.ts';
import { closePanel } from './view-store.ts';
import { workspaceStore } from './workspace-store.ts';

/** A state of the open plan that another copy may have been made of. */
export interface CommonState {
  readonly key: string;
  readonly label: string;
  readonly plan: Plan;
}

/** The key of the state that is none: nothing is known that both copies come from. */
const noState = 'none';

/** So many earlier edits and versions are looked at; of a large plan fewer, each is compared as a whole. */
const most = { edits: 50, versions: 10, editsOfLarge: 8, versionsOfLarge: 3, largeFrom: 2000 } as const;

function toEarlierStates(plan: Plan, done: readonly HistoryEntry[], count: number): CommonState[] {
  const states: CommonState[] = [];
  let at = plan;
  for (let index = done.length - 1; index >= Math.max(0, done.length - count); index -= 1) {
    const entry = done[index];
    if (entry === undefined) break;
    at = applyDiff(at, invertDiff(entry.diff));
    states.push({ key: `edit ${index}`, label: compareText.before(entry.label), plan: at });
  }
  return states;
}

async function readVersions(planId: string, count: number): Promise<CommonState[]> {
  const versions = await listVersions(planId);
  const states: CommonState[] = [];
  for (const { versionId, takenAt, reason, words } of versions.ok ? versions.value.slice(0, count) : []) {
    const read = await readVersion(planId, versionId);
    const label = compareText.version(
      formatTaken(takenAt),
      words === '' ? compareText.reason[reason] : words,
    );
    if (read.ok) states.push({ key: versionId, label, plan: read.value });
  }
  return states;
}

/**
 * The states of the open plan that another copy may come from, the newest first and none at the end, and which of them it is nearest to:
 * the copy was made of that one most probably.
 */
export async function findCommonStates(
  plan: Plan,
  done: readonly HistoryEntry[],
  copy: Plan,
): Promise<{ readonly states: readonly CommonState[]; readonly nearest: string }> {
  const isLarge = plan.nodes.size > most.largeFrom;
  const now: CommonState = { key: 'now', label: text.baseNow, plan };
  const none: CommonState = { key: noState, label: text.baseNone, plan: toEmptyPlan(plan.id, '') };
  const states = [
    now,
    ...toEarlierStates(plan, done, isLarge ? most.editsOfLarge : most.edits),
    ...(await readVersions(plan.id, isLarge ? most.versionsOfLarge : most.versions)),
    none,
  ];
  const nearest = findNearestState(
    states.map((state) => state.plan),
    copy,
  );
  return { states, nearest: states[nearest ?? -1]?.key ?? noState };
}

/** Makes the open plan what a merge came to: one edit that can be undone, with a version of the state before it. */
export function takeMerge(merged: Plan, name: string): void {
  const { plan } = workspaceStore.getState();
  if (plan === null) return;
  const label = text.label(name);
  const after = { ...merged, id: plan.id, revision: Math.max(plan.revision + 1, merged.revision) };
  if (!applyEdit({ plan: after, diff: diffPlans(plan, merged), label }, label, 'bulk-edit')) return;
  closePanel();
  showToast(label, { label: workspaceText.takeBack, run: undo });
}
