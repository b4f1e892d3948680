import { createStore } from 'zustand/vanilla';
import { inSlices } from '#bridge/in-slices.ts';
import type { Steps } from '#core/base/steps.ts';
import { checkAhead, checkPlan } from '#core/checks/check-plan.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import type { PlanKeeper, SaveState } from '#persistence/plan-keeper.ts';
import { emptyHistory, type EditHistory, type Workspace } from '#persistence/workspace-text.ts';

/** The open plan with its findings, its history and how far it is stored. */
export interface WorkspaceState {
  readonly plan: Plan | null;
  readonly report: CheckReport;
  /** A large plan is shown before it is checked: until then its report says nothing. */
  readonly isChecked: boolean;
  readonly history: EditHistory;
  readonly save: SaveState;
  /** Another window writes this plan, or it is newer than this program: look, don't touch. */
  readonly readOnly: boolean;
  /** Another window has the plan; this one may take it over. */
  readonly canTakeOver: boolean;
  /** A sentence about the plan as a whole, for example what had to be repaired when it was opened. */
  readonly notice: string | null;
}

const noReport: CheckReport = {
  findings: [],
  counts: { error: 0, warning: 0, info: 0, accepted: 0, states: 0, orders: 0 },
};

const closed: WorkspaceState = {
  plan: null,
  report: noReport,
  isChecked: true,
  history: emptyHistory,
  save: { kind: 'saved' },
  readOnly: false,
  canTakeOver: false,
  notice: null,
};

/** A plan with more nodes is on the screen before it is checked. */
const mostCheckedBefore = 2000;

/** The store of the open plan. Written by `run-commands.ts` and `open-plan.ts` only. */
export const workspaceStore = createStore<WorkspaceState>(() => closed);

let keeper: PlanKeeper | null = null;

/** What keeps the open plan on the disk; `null` when no plan is open. */
export function findKeeper(): PlanKeeper | null {
  return keeper;
}

/** Shows a plan, with its findings unless it is so large that a person would wait for them; see `checkShown`. */
export function showWorkspace(
  workspace: Workspace,
  by: PlanKeeper,
  options: { readOnly: boolean; canTakeOver?: boolean; notice: string | null },
): void {
  keeper = by;
  performance.mark('rehome:plan');
  const isChecked = workspace.plan.nodes.size <= mostCheckedBefore;
  const report = isChecked ? checkPlan(workspace.plan) : noReport;
  workspaceStore.setState({ ...closed, ...workspace, ...options, report, isChecked });
}

/** Checks the shown plan where that was put off. */
export function checkShown(): void {
  const { plan, isChecked } = workspaceStore.getState();
  if (plan !== null && !isChecked) workspaceStore.setState({ report: checkPlan(plan), isChecked: true });
}

/** Steps to the checks of the shown plan; none any more once it is checked or another one. */
function* toLateSteps(plan: Plan): Steps<void> {
  const isDue = (): boolean => {
    const shown = workspaceStore.getState();
    return shown.plan === plan && !shown.isChecked;
  };
  const steps = checkAhead(plan);
  while (isDue()) {
    const step = steps.next();
    if (step.done === true) break;
    yield step.value;
  }
  if (isDue()) checkShown();
}

/** Checks the shown plan where that was put off, and lets the page answer between two rules. */
export async function checkLate(): Promise<void> {
  const { plan, isChecked } = workspaceStore.getState();
  if (plan !== null && !isChecked) await inSlices(toLateSteps(plan));
}

/** Shows the workspace after a step, with all checks made again; after a step as large as a plan they are put off like for a large plan. */
export function updateWorkspace(workspace: Workspace, size = 0): void {
  const isChecked = size <= mostCheckedBefore;
  const report = isChecked ? checkPlan(workspace.plan) : noReport;
  workspaceStore.setState({ ...workspace, report, isChecked });
}

/** Shows how far the last edit is stored. */
export function showSaveState(save: SaveState): void {
  workspaceStore.setState({ save });
}

/** Another window has taken the plan over: from now on it can only be looked at here. */
export function becomeReader(notice: string): void {
  workspaceStore.setState({ readOnly: true, canTakeOver: true, notice });
}

/** Takes the notice away once it was read. */
export function dismissNotice(): void {
  workspaceStore.setState({ notice: null });
}

/** Leaves the plan. */
export function closeWorkspace(): void {
  keeper = null;
  workspaceStore.setState(closed);
}
