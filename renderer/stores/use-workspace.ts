import { useStore } from 'zustand';
import { invariant } from '#core/base/invariant.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { workspaceStore, type WorkspaceState } from './workspace-store.ts';

/** A part of the open workspace; draws again when that part changes. */
export function useWorkspace<T>(selector: (state: WorkspaceState) => T): T {
  return useStore(workspaceStore, selector);
}

/** The open plan. Only below the workspace screen, where there is one. */
export function usePlan(): Plan {
  const plan = useWorkspace((state) => state.plan);
  invariant(plan !== null, 'a plan is open in the workspace');
  return plan;
}

/** The findings of the open plan. */
export function useReport(): CheckReport {
  return useWorkspace((state) => state.report);
}
