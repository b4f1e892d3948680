import type { NodeId, PhaseId } from '#core/model/ids.ts';
import { findDropPoint, toDropCommands } from '#core/projections/drop-commands.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';
import { runCommands } from './run-commands.ts';
import { showPoint, viewStore } from './view-store.ts';
import { workspaceStore } from './workspace-store.ts';

/**
 * The phase that a new change goes to: the one that the slider shows; as it is, the first one; to be, none (it counts in
 * the end).
 */
export function findShownPhase(): PhaseId | null {
  const { plan } = workspaceStore.getState();
  const { point } = viewStore.getState();
  if (plan === null || point === 'end') return null;
  if (point !== 'start') return plan.phases.has(point) ? point : null;
  return phasesInOrder(plan)[0]?.id ?? null;
}

/**
 * Plans that nodes go to a place, in the phase that the slider shows. A server onto a server is a merge, and back home takes the move back.
 * As is never changes by planning: the state in which it took effect is shown then.
 */
export function planMoves(nodes: readonly NodeId[], to: NodeId): boolean {
  const { plan } = workspaceStore.getState();
  if (plan === null) return false;
  const phase = findShownPhase();
  if (!runCommands(toDropCommands(plan, nodes, to, phase)).ok) return false;
  if (viewStore.getState().point === 'start') showPoint(findDropPoint(phase));
  return true;
}
